/** A line of its own whose staff joined already, each in a browser of their own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Role } from '../../domain/access.js';
import { startLine, type RunningLine } from '../support/running-line.js';
import { inviteByHttp, joinByHttp, type Joined } from '../support/staff-by-http.js';
import { launch, openPage, type View } from './simulator-browser.js';
import type { StaffPage } from './staff-browser.js';
import { until } from './until.js';

export interface EditorLine {
  readonly line: RunningLine;
  /** where it keeps everything */
  readonly folder: string;
  readonly browser: Browser;
  /** Somebody new, whose window shows the list of articles. */
  hire(name: string, ...roles: readonly Role[]): Promise<StaffPage>;
  /** The same, who sits at the page for signing in. */
  hireSignedOut(name: string, ...roles: readonly Role[]): Promise<StaffPage>;
  close(): Promise<void>;
}

const view: View = { width: 1440, height: 900, scheme: 'light' };

export async function openEditorLine(settings: Readonly<Record<string, string>> = {}): Promise<EditorLine> {
  const folder = mkdtempSync(join(tmpdir(), 'fairline-editor-'));
  const line = await startLine(folder, settings);
  const browser = await launch();
  const { consoleUrl } = line;
  // a line is ready a moment before it prints who may come in
  await until(async () => /#\/join\/\S+\s/.test(line.output()));
  const administrator = await joinByHttp(consoleUrl, line.output(), '管理员');
  const member = async (name: string, roles: readonly Role[]): Promise<Joined> =>
    joinByHttp(consoleUrl, await inviteByHttp(consoleUrl, administrator, roles), name);
  return {
    ...{ line, folder, browser },
    hire: async (name, ...roles) => signedIn(browser, consoleUrl, await member(name, roles)),
    async hireSignedOut(name, ...roles) {
      const credentials = await member(name, roles);
      return { ...(await openPage(browser, `${consoleUrl}/`, view)), credentials };
    },
    async close() {
      await browser.close();
      await line.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A browser that carries the session which began when somebody joined. */
async function signedIn(browser: Browser, consoleUrl: string, joined: Joined): Promise<StaffPage> {
  const opened = await openPage(browser, 'about:blank', view);
  const [name = '', value = ''] = joined.cookie.split('=');
  await opened.page.context().addCookies([{ name, value, url: consoleUrl, sameSite: 'Strict' }]);
  await opened.page.goto(`${consoleUrl}/#/articles`);
  return { ...opened, credentials: joined };
}
