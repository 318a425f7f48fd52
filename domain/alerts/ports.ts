/** What has to be known of alerts beside the outbox. */

/** What was told of work on the desk. */
export interface WorkMark {
  /** counts writes from 1 */
  readonly revision: number;
  /** the hour in which it was looked last, counted from 1970; -1: never */
  readonly hour: number;
  /** the line's day on which it was told that there is work; null: there was none since */
  readonly toldOn: string | null;
  /** when the last letter about it went out, in milliseconds since 1970, and which; 0 and '': none yet */
  readonly sentAt: number;
  readonly sentId: string;
}

export interface WorkMarks {
  /** Revision 0: nothing is written yet. */
  read(): Promise<WorkMark>;
  /** Writes it over the one with the revision before it; false: another write was faster. */
  write(mark: WorkMark): Promise<boolean>;
}

export const noWorkMark: WorkMark = { revision: 0, hour: -1, toldOn: null, sentAt: 0, sentId: '' };
