/** The console's listener, on a port and an origin of its own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleRoutes } from '../../console/server/routes/articles/articles.js';
import { createPresence } from '../../console/server/routes/articles/presence.js';
import { holidayRoutes } from '../../console/server/routes/holidays/holidays.js';
import { jobRoutes } from '../../console/server/routes/jobs/jobs.js';
import { noticeRoutes } from '../../console/server/routes/notices/notices.js';
import { outboxRoutes } from '../../console/server/routes/outbox/outbox.js';
import { phoneRoutes } from '../../console/server/routes/phones/phones.js';
import { createConsoleApp } from '../../console/server/app.js';
import { joinLink } from '../../console/server/join-link.js';
import { readStaticFiles, type StaticFiles } from '../../console/server/static-files.js';
import { dayStartIn } from '../../domain/calendar/moments.js';
import { rulesOfNotices } from '../../domain/notices/rules-of-notices.js';
import { listen } from '../../http/listen.js';
import { createHandles } from '../../vault/node/handles.js';
import { renderer } from '../articles/open-articles.js';
import { createDaysBetween } from '../calendar/days-between.js';
import type { Core } from '../compose.js';
import { packageRoot } from '../storage/data-folder.js';
import { openJobs } from './open-jobs.js';
import { readWays } from './publishing-ways.js';

export interface ServingConsole {
  /** the one-time link with which the first administrator joins, good for an hour; null: there is staff already */
  readonly firstLink: string | null;
  stop(): Promise<void>;
}

/** Starts the console; `look`: makes this process look for jobs at once. @throws the system's error if the port cannot be had */
export async function serveConsole(core: Core, look?: () => void): Promise<ServingConsole> {
  const { config, clock, random, log, profile, storage, articles, staff, line } = core;
  const app = createConsoleApp({
    url: config.consoleUrl,
    trustProxy: config.trustProxy,
    line: {
      name: core.lineName,
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
      jobRoutes(openJobs(core, look)),
      outboxRoutes(core.upkeep.letters),
      holidayRoutes({
        ...core.holidays,
        ...{ years: storage.holidayYears, enterHolidays: core.enterHolidays, clock },
        nameStaff: staff.cases.nameStaff,
        rules: () => rulesOfNotices(storage.notices, profile.days),
        // what hangs on the holidays moves at once
        async renew() {
          await core.holidays.renew();
          await core.notices.plan();
        },
      }),
      noticeRoutes({
        ...core.notices,
        ...{ notices: storage.notices, occurrences: storage.occurrences, handSends: storage.handSends },
        ...{ clock, nameStaff: staff.cases.nameStaff, consoleUrl: config.consoleUrl },
        dayStart: (day) => dayStartIn(config.zone, day),
      }),
      articleRoutes({
        ...articles,
        ...{ articles: storage.articles, versions: storage.versions, views: storage.views },
        ...{ pictures: storage.pictures, renderer, clock, nameStaff: staff.cases.nameStaff },
        hold: core.upkeep.hold,
        presence: createPresence(clock),
        daysBetween: createDaysBetween(core.holidays.read, profile.days),
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
