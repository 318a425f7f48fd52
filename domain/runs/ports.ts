/** Where the clockwork writes down what it has done, so that each due thing happens once whatever restarts. */
import type { JobRecord, JobRun } from './run.js';

export interface Claim {
  readonly job: string;
  /** what is to be done: a day, an hour (later ones compare greater) */
  readonly slot: string;
  /** a slot later than this is taken for the work of a wrong clock, and does not count as done */
  readonly latest: string;
  /** milliseconds since 1970 */
  readonly now: number;
  /** when the claim ends; it is also the claim's own mark, so that whoever holds it knows it */
  readonly until: number;
}

export interface Runs {
  /**
   * Claims a job: its slot is not done, or somebody asked for a run; the asking is over with that. False: it is done, or
   * somebody else holds the job and their time is not up. A claim that ends later than one made now can, twice over,
   * was made under a wrong clock and holds nobody up.
   */
  claim(claim: Claim): Promise<boolean>;
  /** Claims a job whatever is done, if nobody holds it. */
  seize(claim: Claim): Promise<boolean>;
  /** Writes the slot down as done and lets go of the claim that ends at `until`; false if it was taken over. */
  finish(job: string, slot: string, until: number): Promise<boolean>;
  /** Lets go without having done it: the next look runs it again. */
  release(job: string, until: number): Promise<void>;
  /** Writes down how a run ended; answers how many have failed in a row. `answered`: whoever asked has had it. */
  record(job: string, run: JobRun, answered: boolean): Promise<number>;
  /** Somebody wants a run now: the next look of any process begins one. */
  ask(job: string, at: number): Promise<void>;
  /** Everything that is written down, in no order. */
  all(): Promise<readonly JobRecord[]>;
}
