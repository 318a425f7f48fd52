/** A report as it is stored: sealed bytes, and a closed list of clear fields (docs/threat-model.md). */

export type ReportState = 'received' | 'read' | 'closed' | 'withdrawn' | 'deleted';
export type Way = 'chat' | 'mini-program' | 'web' | 'staff';

/** How a report ended, as a person decided it. */
export const outcomes = [
  'substantiated',
  'unsubstantiated',
  'mistaken',
  'knowingly_false',
  'out_of_scope',
  'passed_on',
] as const;
export type Outcome = (typeof outcomes)[number];

/** What an item is; part of what its seal is bound to. */
export type Purpose = 'answers' | 'person' | 'contact' | 'file' | 'addition' | 'reply' | 'note';

/** A sealed piece of a report: readable by handlers (content) or by handlers and the reporter (thread). */
export interface SealedItem {
  /** 16 bytes, hex */
  readonly id: string;
  readonly purpose: Purpose;
  /** version byte ‖ sealed item key ‖ nonce ‖ ciphertext (vault) */
  readonly box: Uint8Array;
  /** `YYYY-MM-DD`, the line's zone */
  readonly day: string;
  /** who wrote it at the desk, with a signature over reportId ‖ itemId ‖ Hash(text) inside the box */
  readonly by?: string;
}

/** A private half sealed to one reader of the keyring. */
export interface Envelope {
  readonly to: string;
  readonly of: 'content' | 'thread';
  readonly box: Uint8Array;
}

export interface Report {
  /** 16 random bytes, hex; made by whoever seals the report */
  readonly id: string;
  /** eight random digits, unique, no part of the receipt: what the desk calls it by */
  readonly caseNumber: string;
  /** of the receipt, unique: finds the report and proves the right to its thread */
  readonly proofHash: Uint8Array;
  /** the thread's private half under the receipt's wrap key */
  readonly wrappedThread: Uint8Array;
  readonly contentPk: Uint8Array;
  readonly threadPk: Uint8Array;
  readonly envelopes: readonly Envelope[];
  readonly items: readonly SealedItem[];
  readonly way: Way;
  readonly state: ReportState;
  readonly receivedDay: string;
  /** the day by which a person will have read it */
  readonly dueDay: string;
  /** set by a person when it is closed */
  readonly outcome?: Outcome;
  /** the day on which it is deleted */
  readonly retentionDay?: string;
  /** additions or messages the other side has not opened yet */
  readonly unread: { readonly desk: boolean; readonly reporter: boolean };
}
