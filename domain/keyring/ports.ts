/** The readers of the line, each signed, and where they are kept. */
/** A reader of the line's reports, signed by the root key or by a supervisor. */
export interface KeyringEntry {
  readonly handlerId: string;
  readonly boxPk: Uint8Array;
  readonly signPk: Uint8Array;
  readonly fromDay: string;
  readonly revokedDay: string | null;
  readonly signedBy: string;
  readonly signature: Uint8Array;
}

export interface Keyring {
  all(): Promise<readonly KeyringEntry[]>;
  /** Adds an entry; the same one again changes nothing. */
  add(entry: KeyringEntry): Promise<void>;
}
