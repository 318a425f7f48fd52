/** The web form's pages as the server sends them, with its script built for a line that the test plays. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Koa from 'koa';
import type { Browser } from 'playwright-core';
import { securityHeaders } from '../../../http/security-headers.js';
import type { BuiltForm } from '../../../miniprogram-api/pages/report/built-form.js';
import { createReportPages } from '../../../miniprogram-api/pages/report/report-pages.js';
import { readBuiltForm } from '../../../runtime/api/report-pages.js';
import { homeOf } from '../../../runtime/home.js';
import { inspectProfile } from '../../../runtime/profile.js';
import type { View } from '../simulator-browser.js';
import { openForm, type Opened } from './open-form.js';
import type { StageSettings } from './settings.js';

export type ProfileName = 'national-security' | 'integrity-line';

export interface Stage {
  open(browser: Browser, how: StageView): Promise<Opened>;
  close(): Promise<void>;
}

export interface StageView {
  readonly profile?: ProfileName;
  readonly lang?: 'zh' | 'en';
  readonly view?: View;
  readonly path?: string;
  readonly settings?: Partial<StageSettings>;
  readonly userAgent?: string;
  readonly javaScript?: boolean;
}

const phone: View = { width: 390, height: 844, scheme: 'light' };

/** In a process of its own: the bundler does not run among the tests' modules. */
function build(): BuiltForm {
  const folder = mkdtempSync(join(tmpdir(), 'fairline-form-'));
  try {
    execFileSync(process.execPath, ['tools/build-report.mjs', 'test/e2e/report-stage/main.ts', folder]);
    return readBuiltForm(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Serves the form of every profile on a port of its own. */
export async function openStage(): Promise<Stage> {
  const built = build();
  const profiles = {
    'national-security': inspectProfile('profiles/national-security').profile,
    'integrity-line': inspectProfile('profiles/integrity-line').profile,
  };
  const servers = await Promise.all(
    Object.values(profiles).map(async (profile) => {
      const app = new Koa();
      app.use(securityHeaders(false));
      app.use(createReportPages({ home: homeOf(profile), built, emergency: '110' }));
      app.use((ctx) => {
        ctx.type = 'html';
        ctx.body = `<!doctype html><html lang="en"><title>${ctx.path}</title><h1>${ctx.path}</h1></html>`;
      });
      const answer = app.callback();
      const server = createServer((request, response) => void answer(request, response));
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const urlOf = (name: ProfileName): string => {
    const address = servers[Object.keys(profiles).indexOf(name)]?.address();
    if (address === null || address === undefined || typeof address === 'string') throw new Error('no port');
    return `http://127.0.0.1:${String(address.port)}`;
  };
  return {
    async open(browser, how) {
      const { profile = 'national-security', lang = 'zh', view = phone, path = '/report' } = how;
      const { graphs, texts } = profiles[profile];
      const [graph] = graphs;
      if (graph === undefined) throw new Error('the profile has no questions');
      const settings: StageSettings = {
        graph,
        texts: Object.fromEntries(texts[lang]),
        ...{ telephone: '12339', emergency: '110', today: '2027-04-15', takesReports: true },
        ...{
          files: 'arrive',
          sends: [],
          earlier: false,
          thread: { state: 'received', messages: [], outcome: null },
        },
        ...how.settings,
      };
      const [bare, hash = ''] = path.split('#');
      const address = `${urlOf(profile)}${bare ?? ''}?lang=${lang}${hash === '' ? '' : `#${hash}`}`;
      const told = `globalThis.stage = ${JSON.stringify(settings)};`;
      return openForm(browser, address, {
        ...{ view, script: told, userAgent: how.userAgent },
        ...(how.javaScript === undefined ? {} : { javaScript: how.javaScript }),
      });
    },
    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
      }
    },
  };
}
