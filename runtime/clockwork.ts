/** The jobs, on this line's stores. */
import { decodeKept, isOver } from '../bot/flows/conversation.js';
import type { Alert } from '../domain/alerts/alert.js';
import { createCalendarFact } from '../domain/alerts/calendar-fact.js';
import { createWatchLine } from '../domain/alerts/watch-line.js';
import { holdMs, type ArticleState } from '../domain/articles/lifecycle.js';
import { createClockwork, type Clockwork } from '../jobs/clockwork.js';
import { descriptions } from '../jobs/descriptions.js';
import type { Due, Job, Work } from '../jobs/job.js';
import { createJobs } from '../jobs/schedule.js';
import { noticesUnderWay } from '../domain/notices/advance-notices.js';
import { openReportApi } from './api/open-reports.js';
import type { Core } from './compose.js';

/** All jobs of a line, whoever runs them. */
export function jobsOf(core: Core): readonly Job[] {
  const { storage, drafts, ratchet, articles, account, upkeep, notices, sends } = core;
  const device = openReportApi(core);
  const watchLine = createWatchLine({
    ...{ hold: upkeep.hold, tellWork: upkeep.tellWork, tellStaff: upkeep.tellStaff },
    ...{ runs: () => storage.runs.all(), jobs: Object.keys(descriptions) },
    facts: [articlesInDoubt(core), notices.facts],
  });
  return createJobs({
    sessions: storage.sessions,
    evidence: storage.evidence,
    forgetUnsent: async () => (await device.tickets.sweep()) + (await device.files.burn()),
    // Reading the days turns the ratchet where a new day has come.
    dayKeys: { turn: async () => void ratchet.days() },
    ended: (row, now) => {
      const opened = drafts.open(row);
      const kept = opened === null ? null : decodeKept(opened.plain);
      return kept === null || isOver(kept, now / 1_000);
    },
    advanceArticles: ({ limit }) => articles.advance(limit),
    planNotices: () => notices.plan(),
    advanceNotices: ({ limit }) => notices.advance(limit),
    advanceSends: ({ limit, stopping }) => sends.advance(limit, stopping),
    sweepConsents: ({ limit }) => sends.sweep(limit),
    // Elsewhere nobody announces holidays, and the profile's are all there are.
    ...(core.profile.calendar.china ? { careForCalendar: careForCalendar(core) } : {}),
    ...(account === null ? {} : { readFigures: ({ limit }) => articles.readFigures(limit) }),
    deliverOutbox: ({ limit }) => upkeep.outbox.deliver(limit),
    ...(upkeep.channel === null ? {} : { alertStaff: watchLine }),
    ...(account === null ? {} : { careForTokens: keepTokens([account]) }),
    due: {
      'advance-articles': articlesDue(core),
      'advance-notices': noticesDue(core),
      'retry-outbox': () => upkeep.outbox.due(),
    },
  });
}

/** The clockwork of a line; `start` sets it going. */
export function clockworkOf(core: Core): Clockwork {
  const { storage, clock, log, upkeep } = core;
  const jobs = jobsOf(core);
  const daily = new Set(jobs.filter(({ every }) => every === 'day').map(({ name }) => name));
  return createClockwork({
    ...{ jobs, runs: storage.runs, clock, hold: upkeep.hold },
    tell: ({ error, ...report }) => {
      // What the minute's jobs found would write down the minute in which a conversation ended.
      if (error !== undefined) log.error('job.failed', error, report);
      else if (daily.has(report.job)) log.info('job.ran', report);
    },
  });
}

/** Whether anything stands in the database that would go out by itself. */
export async function isPlanned(core: Core): Promise<boolean> {
  const { articles, occurrences } = core.storage;
  const found = await Promise.all([
    articles.due(underWay, Number.MAX_SAFE_INTEGER, 1),
    occurrences.due(noticesUnderWay, Number.MAX_SAFE_INTEGER, 1),
  ]);
  return found.flat().length > 0;
}

/** States from which an article goes on by itself. */
const underWay: readonly ArticleState[] = [
  ...(['scheduled', 'about_to_go', 'submitted', 'awaiting_admin', 'checking'] as const),
];

/** Articles that a look would take on: they begin to go ten minutes before their time. */
const articlesDue =
  ({ storage }: Core): Due =>
  async ({ now, limit }) =>
    (await storage.articles.due(underWay, now + holdMs, limit)).length;

/** Planned notices that a look would take on. */
const noticesDue =
  ({ storage }: Core): Due =>
  async ({ now, limit }) =>
    (await storage.occurrences.due(noticesUnderWay, now + holdMs, limit)).length;

/** Tells staff of a year whose holidays nobody has confirmed; a copy of a line does not speak for the line. */
function careForCalendar({ holidays, clock, upkeep }: Core): Work {
  const unconfirmed = createCalendarFact({ read: holidays.read, clock });
  return async () => {
    const found = (await upkeep.hold()) === null ? await unconfirmed() : [];
    const told = [];
    for (const alert of found) told.push(await upkeep.tellStaff(alert));
    return { found: found.length, done: told.filter(Boolean).length, failed: 0 };
  };
}

const mostInDoubt = 20;

/** Articles whose sending nobody knows the end of, each a fact of its own. */
const articlesInDoubt =
  ({ storage }: Core) =>
  async (): Promise<readonly Alert[]> => {
    const { items } = await storage.articles.list(
      { states: ['in_doubt'] },
      { after: null, limit: mostInDoubt },
    );
    return items.map(({ id }) => ({ kind: 'send_in_doubt', fact: id, params: {} }));
  };

interface Account {
  readonly account: { renewToken(): Promise<void> };
}

const keepTokens =
  (accounts: readonly Account[]): Work =>
  async () => {
    for (const { account } of accounts) await account.renewToken();
    return { found: 0, done: 0, failed: 0 };
  };
