/** The log of staff acts: who, what, on which object, when; never content, and never an act of somebody who reports. */

export interface AuditEntry {
  /** counts from 1 without a gap */
  readonly seq: number;
  /** milliseconds since 1970 */
  readonly at: number;
  /** id of a member of staff; `host`: a command on the line's own machine; `line`: the line itself */
  readonly who: string;
  /** `subject.verb` */
  readonly act: string;
  /** what it was done to: a kind and an id of ours; null: nothing in particular */
  readonly object: string | null;
  /** hash of the entry before; zeros for the first */
  readonly before: string;
  /** hex */
  readonly hash: string;
}

/** What is written down of an act. */
export type AuditAct = Pick<AuditEntry, 'who' | 'act' | 'object'>;

/** The bytes that an entry's hash is made of: a JSON array of its fields in this order. */
export function chained(entry: Omit<AuditEntry, 'hash'>): string {
  return JSON.stringify([entry.seq, entry.at, entry.who, entry.act, entry.object, entry.before]);
}

export const noHash = '0'.repeat(64);
