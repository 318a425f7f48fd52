/** The clockwork: cron only wakes it; what is due is decided by the record of runs and by the jobs themselves. */
import { schedule } from 'node-cron';
import type { Hold } from '../domain/line-marks/line-mark.js';
import type { Clock } from '../domain/ports.js';
import type { Runs } from '../domain/runs/ports.js';
import type { Job, Tick } from './job.js';
import { createRunJob, type RunReport } from './run-job.js';

export interface Clockwork {
  /** Runs what is due now. Never rejects; a tick that finds another one under way joins it. */
  readonly tick: () => Promise<void>;
  /** Looks at once for what somebody asked for: after the tick under way, if there is one. */
  readonly look: () => void;
  /** Whether a tick began lately: false before the first one, and when the timer or a job hangs. */
  readonly awake: () => boolean;
  /** Ticks at once, and again every minute. */
  readonly start: () => void;
  /** Stops the timer and waits for what is under way. */
  readonly stop: () => Promise<void>;
}

export interface ClockworkParts {
  readonly jobs: readonly Job[];
  readonly runs: Runs;
  readonly clock: Clock;
  /** Hears of every run that did something or failed. */
  readonly tell: (report: RunReport) => void;
  /** What keeps the line from sending; null: nothing. @throws what keeps it from knowing: then nothing is sent either */
  readonly hold: () => Promise<Hold | null>;
  readonly limit?: number;
}

/** Milliseconds without a tick after which one comes all the same, whatever the timer's library is waiting for. */
const overdue = 65_000;
/** Milliseconds after which a clockwork that has not ticked again is taken for stuck: several missed minutes. */
const stuck = 5 * 60_000;

/**
 * After a stop, a skipped minute or a clock that jumped, the next tick finds each due thing undone, and of several
 * processes one does it. Jobs run one after the other in the order of their table; a long one runs beside them.
 */
export function createClockwork(parts: ClockworkParts): Clockwork {
  const { jobs, runs, clock, tell, hold, limit = 500 } = parts;
  const runJob = createRunJob({ runs, clock });
  const long = new Map<string, Promise<void>>();
  let ticking: Promise<void> | null = null;
  let task: ReturnType<typeof schedule> | null = null;
  let ticked = -Infinity;
  let guard: ReturnType<typeof setTimeout> | null = null;
  let stopping = false;

  const tickNow = (): Tick => ({ now: clock.now(), today: clock.today(), limit, stopping: () => stopping });
  const run = async (job: Job): Promise<void> => {
    const report = await runJob.due(job, tickNow());
    if (report !== null && (report.error !== undefined || report.found + report.failed > 0)) tell(report);
  };
  const begin = (job: Job): void => {
    if (long.has(job.name)) return;
    const running = run(job).finally(() => long.delete(job.name));
    long.set(job.name, running);
  };
  const maySend = async (): Promise<boolean> => {
    try {
      return !jobs.some(({ sends }) => sends) || (await hold()) === null;
    } catch (error) {
      // Whoever cannot know whether the line is held sends nothing; the next tick asks again.
      tell({ job: 'clockwork', ms: 0, found: 0, done: 0, failed: 1, error });
      return false;
    }
  };
  const tickAll = async (): Promise<void> => {
    const sending = await maySend();
    for (const job of jobs) {
      if (job.sends === true && !sending) continue;
      if (job.long === true) begin(job);
      else await run(job);
    }
  };
  const main = (): Promise<void> => {
    if (ticking === null) ticked = clock.now();
    return (ticking ??= tickAll().finally(() => {
      ticking = null;
    }));
  };
  const tick = async (): Promise<void> => {
    await main();
    await Promise.all(long.values());
  };

  /**
   * In the hour that comes twice node-cron 4.6 sets its own time back by that hour, in UTC too, if the machine's zone has
   * such an hour (it cuts off milliseconds with `Date.setMilliseconds`, which reads local time), and waits it out.
   */
  const wake = (): void => {
    if (guard !== null) clearTimeout(guard);
    guard = setTimeout(wake, overdue);
    guard.unref();
    void main();
  };

  return {
    tick,
    look() {
      void (ticking ?? Promise.resolve()).then(main);
    },
    awake: () => clock.now() - ticked < stuck,
    start() {
      stopping = false;
      // In UTC every minute comes once; what belongs to the line's zone is computed by the line's clock.
      task ??= schedule('* * * * *', wake, {
        ...{ name: 'clockwork', timezone: 'Etc/UTC', suppressMissedWarning: true },
      });
      wake();
    },
    async stop() {
      stopping = true;
      if (guard !== null) clearTimeout(guard);
      guard = null;
      await task?.destroy();
      task = null;
      await ticking;
      await Promise.all(long.values());
    },
  };
}
