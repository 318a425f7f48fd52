/** When a job runs, and how much it takes at a time. */
export interface Tick {
  /** milliseconds since 1970 */
  readonly now: number;
  /** the line's day, `YYYY-MM-DD` */
  readonly today: string;
  /** how many things are fetched at once */
  readonly limit: number;
}

/** What a run came to. Finding nothing is success; what failed is tried again by the next run. */
export interface RunCounts {
  readonly found: number;
  readonly done: number;
  readonly failed: number;
}

/**
 * A job finds out for itself what is due, so that running it twice, late or again after a crash does no harm.
 * `day`: once a day for all processes together. `tick`: at every tick, by each process.
 */
export interface Job {
  readonly name: string;
  readonly every: 'day' | 'tick';
  readonly run: (tick: Tick) => Promise<RunCounts>;
}
