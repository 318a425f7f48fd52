/** Answers of the part of the API that knows what the line does by itself. Times are ISO 8601 in UTC. */

export interface Job {
  readonly name: string;
  readonly every: 'tick' | 'hour' | 'day';
  /** when the last run began; null: it has not run yet */
  readonly lastRunAt: string | null;
  readonly ms: number | null;
  /** null: it has not run yet, or how much there was to do is written down nowhere */
  readonly found: number | null;
  readonly done: number | null;
  readonly failed: number | null;
  /** the last run failed */
  readonly failing: boolean;
  /** a code, a class or `partly`; null: the last run went well */
  readonly failure: string | null;
  readonly lastFailureAt: string | null;
  /** null: not while the line is held */
  readonly nextRunAt: string | null;
  /** when somebody asked for a run that has not begun yet */
  readonly asked: string | null;
  /** something goes out to people by it */
  readonly sends: boolean;
}

/** What waits to be delivered (`waiting`), and what was given up (`dead`). */
export interface Letter {
  readonly id: string;
  /** by what it goes */
  readonly kind: string;
  /** of its text */
  readonly code: string;
  readonly state: 'waiting' | 'dead';
  readonly attempts: number;
  /** when it is tried next; null: no more */
  readonly nextAt: string | null;
  /** why it was not delivered the last time: a word; null: not tried yet */
  readonly reason: string | null;
}

export interface Hold {
  readonly since: string;
  /** `restored`: the database came from a backup · `copied`: it met a data folder that it does not know */
  readonly why: 'restored' | 'copied';
}
