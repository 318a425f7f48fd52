import type { Clock } from '../domain/ports.js';
import type { Runs } from '../domain/runs/ports.js';
import { slotOf, type JobRun } from '../domain/runs/run.js';
import { failureOf } from './failure.js';
import type { Job, RunCounts, Tick } from './job.js';

/** One run of a job, for the log; `error` when it threw. */
export interface RunReport extends RunCounts {
  readonly job: string;
  readonly ms: number;
  readonly error?: unknown;
}

export interface RunJob {
  /** Runs the job if it is due; null: it is not, or another process has it. Never rejects. */
  due(job: Job, tick: Tick): Promise<RunReport | null>;
  /** Runs it whatever is due, with a tick of the caller's; null: another process has it. Never rejects. */
  now(job: Job, tick: Tick): Promise<RunReport | null>;
}

/** A claim ends after this long, so that a crash in the middle is run again. */
const lease = 10 * 60_000;

/** Runs jobs under the record of runs, and writes down how each run ended. */
export function createRunJob({ runs, clock }: { runs: Runs; clock: Clock }): RunJob {
  /** What the run came to, written down; a record that cannot be written is a failure too. */
  async function report(job: Job, began: number, counts: RunCounts, error?: unknown): Promise<RunReport> {
    const made = { job: job.name, ms: Math.max(0, clock.now() - began), ...counts };
    try {
      await runs.record(job.name, runOf(job, began, made, error), job.every === 'tick');
    } catch (unwritten) {
      return { ...made, error: error ?? unwritten };
    }
    return error === undefined ? made : { ...made, error };
  }

  async function reported(
    job: Job,
    run: () => Promise<RunCounts | null>,
    after: (whole: boolean) => Promise<unknown>,
  ): Promise<RunReport | null> {
    const began = clock.now();
    let counts: RunCounts | null = null;
    try {
      counts = await run();
      if (counts === null) return null;
      await after(counts.failed === 0);
      return await report(job, began, counts);
    } catch (error) {
      // lets go where the run itself failed; if that fails too, the claim ends by its time
      if (counts === null) await after(false).catch(() => undefined);
      return report(job, began, { found: 0, done: 0, failed: 1, ...counts }, error);
    }
  }

  return {
    due(job, tick) {
      const { every } = job;
      if (every === 'tick')
        return reported(
          job,
          () => job.run(tick),
          async () => undefined,
        );
      const { slot, latest } = slotOf(every, tick.now, (ms) => clock.dayAt(ms));
      const until = tick.now + lease;
      let mine = false;
      return reported(
        job,
        async () => {
          mine = await runs.claim({ job: job.name, slot, latest, now: tick.now, until });
          return mine ? job.run(tick) : null;
        },
        async (whole) => mine && (whole ? runs.finish(job.name, slot, until) : runs.release(job.name, until)),
      );
    },
    now(job, tick) {
      const began = clock.now();
      const until = began + lease;
      let mine = false;
      return reported(
        job,
        async () => {
          const claim = { job: job.name, slot: '', latest: '', now: began, until };
          mine = await runs.seize(claim);
          return mine ? job.run(tick) : null;
        },
        async () => mine && runs.release(job.name, until),
      );
    },
  };
}

function runOf(job: Job, at: number, counts: RunCounts & { readonly ms: number }, error: unknown): JobRun {
  const { ms, found, done, failed } = counts;
  const failure = error === undefined ? (failed > 0 ? 'partly' : null) : failureOf(error);
  const shown = job.discreet === true ? { found: null, done: null } : { found, done };
  return { at, ms, ...shown, failed, failure };
}
