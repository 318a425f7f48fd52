import type { JobFacts } from '../domain/runs/run.js';

/** When a job runs, and how much it takes at a time. */
export interface Tick {
  /** milliseconds since 1970 */
  readonly now: number;
  /** the line's day, `YYYY-MM-DD` */
  readonly today: string;
  /** how many things are fetched at once */
  readonly limit: number;
  /** Whether the process is about to end: a job that runs long looks now and then, and leaves the rest to the next run. */
  readonly stopping: () => boolean;
}

/** What a run came to. Finding nothing is success; what failed is tried again by the next run. */
export interface RunCounts {
  readonly found: number;
  readonly done: number;
  readonly failed: number;
}

export type Work = (tick: Tick) => Promise<RunCounts>;

/** How many things are due at a tick; nothing is done to them. */
export type Due = (tick: Tick) => Promise<number>;

/**
 * A job finds out for itself what is due, so that running it twice, late or again after a crash does no harm.
 *
 * A job of every tick runs in each process at each tick. Of several processes none is elected: what such a job takes, it
 * claims one by one by a conditional write, so looking together is safe; the day key and the files belong to one machine
 * and need a look on each; and an elected process that hangs would take its minute with it, while here the others go on.
 * A job of an hour or a day is claimed as a whole in the record of runs, under the job's unique key.
 */
export interface Job extends JobFacts {
  /** may run for longer than a minute, or wait for somebody else: it runs beside the others, and does not keep them waiting */
  readonly long?: true;
  /** what is over is erased for good: never with a clock that is set forward */
  readonly erases?: true;
  /** how much there was to do would tell the minute in which somebody did something: it is written down nowhere */
  readonly discreet?: true;
  readonly run: Work;
  /** left out: only a run can tell */
  readonly due?: Due;
}
