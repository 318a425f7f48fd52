/** The jobs, on this line's stores. */
import { decodeKept, isOver } from '../bot/flows/conversation.js';
import { createClockwork, createJobs, type Clockwork } from '../jobs/schedule.js';
import type { Core } from './compose.js';

/** The clockwork of a line; `start` sets it going. */
export function clockworkOf({ storage, drafts, clock, ratchet, articles, log }: Core): Clockwork {
  const jobs = createJobs({
    sessions: storage.sessions,
    evidence: storage.evidence,
    // Reading the days turns the ratchet where a new day has come.
    dayKeys: { turn: async () => void ratchet.days() },
    advanceArticles: articles.advance,
    ended: (row, now) => {
      const opened = drafts.open(row);
      const kept = opened === null ? null : decodeKept(opened.plain);
      return kept === null || isOver(kept, now / 1_000);
    },
  });
  const daily = new Set(jobs.filter(({ every }) => every === 'day').map(({ name }) => name));
  return createClockwork({
    jobs,
    runs: storage.runs,
    clock,
    tell: ({ error, ...report }) => {
      // What the minute's jobs found would write down the minute in which a conversation ended.
      if (error !== undefined) log.error('job.failed', error, report);
      else if (daily.has(report.job)) log.info('job.ran', report);
    },
  });
}
