/** The clockwork: the table of jobs, and the runner that cron only wakes. */
import { schedule } from 'node-cron';
import type { DayKeys, Row, Sessions } from '../domain/drafts/ports.js';
import type { EvidenceStore } from '../domain/evidence/ports.js';
import type { Clock } from '../domain/ports.js';
import type { Runs } from '../domain/runs/ports.js';
import { burnDrafts } from './burn-drafts.js';
import type { Job, RunCounts, Tick } from './job.js';
import { settleFiles } from './settle-files.js';
import { sweepSessions } from './sweep-sessions.js';
import { turnDayKey } from './turn-day-key.js';

export interface JobPorts {
  readonly sessions: Sessions;
  readonly evidence: EvidenceStore;
  readonly dayKeys: DayKeys;
  /** whether a conversation is over: a tombstone of ten minutes, a receipt of an hour */
  readonly ended: (row: Row, now: number) => boolean;
  /** Takes the steps of articles that are due, at most so many (domain/articles/advance-articles.ts). */
  readonly advanceArticles: (limit: number) => Promise<RunCounts>;
}

/** All jobs of the line, in the order in which a tick runs them. */
export function createJobs(ports: JobPorts): readonly Job[] {
  return [
    { name: 'turn-day-key', every: 'tick', run: (tick) => turnDayKey(ports, tick) },
    { name: 'burn-drafts', every: 'tick', run: (tick) => burnDrafts(ports, tick) },
    { name: 'sweep-sessions', every: 'tick', run: (tick) => sweepSessions(ports, tick) },
    // each step is claimed by its own conditional write: every process may look at every tick
    { name: 'advance-articles', every: 'tick', run: ({ limit }) => ports.advanceArticles(limit) },
    { name: 'settle-files', every: 'day', run: (tick) => settleFiles(ports, tick) },
  ];
}

/** One run of a job, for the log; `error` when it threw. */
export interface RunReport extends RunCounts {
  readonly job: string;
  readonly ms: number;
  readonly error?: unknown;
}

export interface Clockwork {
  /** Runs what is due now. Never rejects; a tick that finds another one under way joins it. */
  readonly tick: () => Promise<void>;
  /** Whether a tick began lately: false before the first one, and when the timer or a job hangs. */
  readonly awake: () => boolean;
  /** Ticks at once, and again every minute. */
  readonly start: () => void;
  /** Stops the timer and waits for the tick under way. */
  readonly stop: () => Promise<void>;
}

/** A claim ends after this long, so that a crash in the middle is run again. */
const lease = 10 * 60_000;
/** Milliseconds without a tick after which one comes all the same, whatever the timer's library is waiting for. */
const overdue = 65_000;
/** Milliseconds after which a clockwork that has not ticked again is taken for stuck: several missed minutes. */
const stuck = 5 * 60_000;

/**
 * What is due is decided by the record of runs, not by the timer: after a stop, a skipped minute or a clock that jumped,
 * the next tick finds each due day undone, and of several processes one does it. `tell` hears of every run that did
 * something or failed.
 */
export function createClockwork(options: {
  jobs: readonly Job[];
  runs: Runs;
  clock: Clock;
  tell: (report: RunReport) => void;
  limit?: number;
}): Clockwork {
  const { jobs, runs, clock, tell, limit = 500 } = options;
  let ticking: Promise<void> | null = null;
  let task: ReturnType<typeof schedule> | null = null;
  let ticked = -Infinity;
  let guard: ReturnType<typeof setTimeout> | null = null;

  const run = async (job: Job): Promise<void> => {
    const started = clock.now();
    const at: Tick = { now: started, today: clock.today(), limit };
    try {
      const counts = job.every === 'day' ? await onceADay(runs, job, at) : await job.run(at);
      if (counts && counts.found + counts.failed > 0)
        tell({ job: job.name, ms: clock.now() - started, ...counts });
    } catch (error) {
      tell({ job: job.name, ms: clock.now() - started, found: 0, done: 0, failed: 1, error });
    }
  };
  const tickAll = async (): Promise<void> => {
    for (const job of jobs) await run(job);
  };
  const tick = (): Promise<void> => {
    if (ticking === null) ticked = clock.now();
    return (ticking ??= tickAll().finally(() => {
      ticking = null;
    }));
  };

  /**
   * In the hour that comes twice node-cron 4.6 sets its own time back by that hour, in UTC too, if the machine's zone has
   * such an hour (it cuts off milliseconds with `Date.setMilliseconds`, which reads local time), and waits it out.
   */
  const wake = (): void => {
    if (guard !== null) clearTimeout(guard);
    guard = setTimeout(wake, overdue);
    guard.unref();
    void tick();
  };

  return {
    tick,
    awake: () => clock.now() - ticked < stuck,
    start() {
      // In UTC every minute comes once; what belongs to the line's zone is computed by the line's clock.
      task ??= schedule('* * * * *', wake, {
        name: 'clockwork',
        timezone: 'Etc/UTC',
        suppressMissedWarning: true,
      });
      wake();
    },
    async stop() {
      if (guard !== null) clearTimeout(guard);
      guard = null;
      await task?.destroy();
      task = null;
      await ticking;
    },
  };
}

/** Runs the job if today's run is due and nobody else has it; null if not. What failed in part stays due. */
async function onceADay(runs: Runs, job: Job, tick: Tick): Promise<RunCounts | null> {
  const until = tick.now + lease;
  if (!(await runs.claim(job.name, tick.today, tick.now, until))) return null;
  let finished = false;
  try {
    const counts = await job.run(tick);
    finished = counts.failed === 0;
    return counts;
  } finally {
    await (finished ? runs.finish(job.name, tick.today, until) : runs.release(job.name, until));
  }
}
