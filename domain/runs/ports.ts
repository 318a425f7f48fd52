/** Where the clockwork writes down what it has done. */
/** What the clockwork has done, so that each due thing happens once whatever restarts. */
export interface Runs {
  /**
   * Claims a job for a slot (a day or a minute; later slots compare greater) until `until` (milliseconds).
   * False: that slot or a later one is done, or somebody holds the job and their time is not up at `now`.
   */
  claim(job: string, slot: string, now: number, until: number): Promise<boolean>;
  /** Writes the slot down as done and lets go of the claim that ends at `until`; false if it was taken over. */
  finish(job: string, slot: string, until: number): Promise<boolean>;
  /** Lets go without having done it: the next look runs it again. */
  release(job: string, until: number): Promise<void>;
}
