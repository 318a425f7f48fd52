/** The public listener: the platform's callback, the fixed paths and, on a machine of one's own, the simulator. */
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { createMiniProgramCallback } from '../bot/official-account/mini-program.js';
import { readBody } from '../bot/official-account/read-body.js';
import { createApp } from '../miniprogram-api/app.js';
import { homePage } from '../miniprogram-api/pages/home-page.js';
import { listen } from '../http/listen.js';
import type { WechatAnswer } from '../miniprogram-api/middleware/wechat-callback.js';
import type { Clockwork } from '../jobs/clockwork.js';
import { createSimulator } from '../simulator/simulator.js';
import { openApi } from './api/open-api.js';
import { openReportPages } from './api/report-pages.js';
import { openReading } from './articles/open-reading.js';
import { startChat, toldTo, type Chat } from './bot.js';
import type { Core } from './compose.js';
import { packageRoot } from './storage/data-folder.js';
import { homeOf } from './home.js';

export interface Serving {
  readonly server: Server;
  stop(): Promise<void>;
}

/** Starts answering; `clockwork` is this process's own, if it runs the jobs. @throws the system's error if the port cannot be had */
export async function serve(core: Core, clockwork: Clockwork | null = null): Promise<Serving> {
  const { config, clock, random, log, profile, storage } = core;
  const { officialAccount, miniProgram, simulator: simulated } = config.wechat;
  const isBot = config.roles.has('bot');
  const answers = new Map<string, WechatAnswer>();
  const chat: Chat | null = isBot && officialAccount !== null ? await startChat(core, officialAccount) : null;
  if (chat !== null) answers.set('/wechat/oa', (request) => chat.answer(request));
  if (isBot && miniProgram !== null) {
    const told = toldTo(log);
    answers.set(
      '/wechat/mp',
      createMiniProgramCallback({
        ...{ account: miniProgram, clock, random, told, consents: core.sends.counts('mini') },
        failed: (error) => {
          log.error('chat.failed', error);
        },
      }),
    );
  }
  const simulator = simulated
    ? createSimulator({ callbackUrl: `${config.localUrl}/wechat/oa`, clock, random, root: packageRoot })
    : null;
  const tokens = readFileSync(join(packageRoot, 'web', 'tokens', 'tokens.css'), 'utf8');
  const reading = openReading(core, config.roles.has('api') ? '/report' : null);
  const api = config.roles.has('api') ? openApi(core, tokens) : null;
  const form = api === null ? [] : [openReportPages(core)];
  let stopping = false;
  const app = createApp({
    wechat: { answers, readBody },
    https: config.publicUrl.startsWith('https:'),
    trustProxy: config.trustProxy,
    readiness: async () => ({
      database: !stopping && (await storage.answers()),
      keys: !stopping && (await core.ready()),
      ...(clockwork === null ? {} : { schedule: !stopping && clockwork.awake() }),
    }),
    verifyFiles: config.wechat.verifyFiles,
    home: homePage(homeOf(profile), tokens, {
      ...(api === null ? {} : { report: '/report' }),
      ...{ articles: '/a/', days: '/days.ics' },
      ...(simulator === null ? {} : { simulator: '/simulator/' }),
      ...(simulator === null || api === null ? {} : { documents: '/docs' }),
      ...(simulator === null || !config.roles.has('console') ? {} : { console: config.consoleUrl }),
    }),
    more: [
      ...(simulator === null ? [] : [simulator.middleware()]),
      ...reading.middleware,
      ...form,
      ...(api?.middleware ?? []),
    ],
    random,
    failed: (error, at) => {
      log.error('request.failed', error, at);
    },
  });
  const answer = app.callback();
  const server = await listen(
    (request, response) => void answer(request, response),
    config.host,
    config.port,
  );
  return {
    server,
    async stop() {
      stopping = true;
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      simulator?.close();
      await closed;
      await reading.stop();
      await chat?.stop();
    },
  };
}
