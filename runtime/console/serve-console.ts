/** The console's listener, on a port and an origin of its own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleRoutes } from '../../console/server/routes/articles/articles.js';
import { createPresence } from '../../console/server/routes/articles/presence.js';
import { phoneRoutes } from '../../console/server/routes/phones/phones.js';
import { createConsoleApp } from '../../console/server/app.js';
import { joinLink } from '../../console/server/join-link.js';
import { readStaticFiles, type StaticFiles } from '../../console/server/static-files.js';
import { listen } from '../../http/listen.js';
import { createHandles } from '../../vault/node/handles.js';
import { createDaysBetween, dayStartIn, namedDaysOf } from '../articles/article-calendar.js';
import { renderer } from '../articles/open-articles.js';
import type { Core } from '../compose.js';
import { packageRoot } from '../storage/data-folder.js';
import { readWays } from './publishing-ways.js';

export interface ServingConsole {
  /** the one-time link with which the first administrator joins, good for an hour; null: there is staff already */
  readonly firstLink: string | null;
  stop(): Promise<void>;
}

/** Starts the console. @throws the system's error if the port cannot be had */
export async function serveConsole(core: Core): Promise<ServingConsole> {
  const { config, clock, random, log, profile, storage, articles, staff, line } = core;
  const app = createConsoleApp({
    url: config.consoleUrl,
    trustProxy: config.trustProxy,
    line: {
      name: { zh: profile.texts.zh.get('line.name') ?? '', en: profile.texts.en.get('line.name') ?? '' },
      lineId: line?.lineId ?? '0'.repeat(32),
      sample: profile.operator.sample,
      zone: config.zone,
      publicUrl: config.publicUrl,
      categories: core.categories,
    },
    page: builtPage(),
    staff: staff.cases,
    log: staff.log,
    handle: createHandles(random),
    more: [
      phoneRoutes(core.phones),
      articleRoutes({
        ...articles,
        ...{ articles: storage.articles, versions: storage.versions, views: storage.views },
        ...{ pictures: storage.pictures, renderer, clock, nameStaff: staff.cases.nameStaff },
        presence: createPresence(clock),
        daysBetween: createDaysBetween(profile.calendar, namedDaysOf(core.profileFolder)),
        dayStart: (day) => dayStartIn(config.zone, day),
        afterStep: articles.takeBack,
        ways: () => readWays(core),
      }),
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
    config.consolePort,
  );
  const first = await staff.cases.firstLink();
  return {
    firstLink: first === null ? null : joinLink(config.consoleUrl, first.secret),
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await closed;
    },
  };
}

/** The page as it was built; the version is the one that it takes itself for. @throws the system's error if it is not built */
function builtPage(): StaticFiles {
  const folder = join(packageRoot, 'dist', 'console-web');
  const { version } = JSON.parse(readFileSync(join(folder, 'version.json'), 'utf8')) as { version: string };
  return { ...readStaticFiles(folder), version };
}
