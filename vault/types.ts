/** The shapes that reports are sealed in, as far as cryptography sees them. Ids are hex. */

export type Purpose = 'answers' | 'person' | 'contact' | 'file' | 'addition' | 'reply' | 'note';

/** Which of a report's two key pairs: `content` is for handlers, `thread` for handlers and the reporter. */
export type Half = 'content' | 'thread';

export interface PlainItem {
  /** 16 bytes, hex */
  readonly id: string;
  readonly purpose: Purpose;
  readonly bytes: Uint8Array;
}

export interface SealedItem {
  readonly id: string;
  readonly purpose: Purpose;
  readonly box: Uint8Array;
}

/** A private half sealed to one reader. */
export interface Envelope {
  readonly to: string;
  readonly of: Half;
  readonly box: Uint8Array;
}

/** A reader of the line's reports, signed by `root` or by another reader. Days are `YYYY-MM-DD`. */
export interface KeyringEntry {
  readonly handlerId: string;
  readonly boxPk: Uint8Array;
  readonly signPk: Uint8Array;
  readonly fromDay: string;
  /** the first day on which it is no reader any more */
  readonly revokedDay: string | null;
  readonly signedBy: string;
  readonly signature: Uint8Array;
}
