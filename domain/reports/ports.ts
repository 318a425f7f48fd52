/** What reports need: a place for them, and cryptography as the domain sees it. */
import type { KeyringEntry } from '../keyring/ports.js';
import type { Envelope, Purpose, Report, ReportState, SealedItem } from './report.js';

export interface Reports {
  /** @throws DomainError report.id_taken, report.case_taken, report.receipt_taken, storage.unavailable */
  insert(report: Report): Promise<void>;
  byCase(caseNumber: string): Promise<Report | null>;
  /** The one report whose receipt has this proof. */
  byProof(proofHash: Uint8Array): Promise<Report | null>;
  byId(id: string): Promise<Report | null>;
  /**
   * Appends an item once and marks it unread for that side. The same item id again changes nothing and answers true;
   * false means no such report, one not in `states`, or one that holds `most` items.
   */
  append(
    id: string,
    item: SealedItem,
    unread: 'desk' | 'reporter',
    states: readonly ReportState[],
    most: number,
  ): Promise<boolean>;
  /**
   * Puts another receipt in the place of the one with this proof. False: there is no such report, or its receipt was
   * changed meanwhile. @throws DomainError report.receipt_taken, storage.unavailable
   */
  changeReceipt(
    id: string,
    from: Uint8Array,
    to: { readonly proofHash: Uint8Array; readonly wrappedThread: Uint8Array },
  ): Promise<boolean>;
  /** Moves to `to` if the state is one of `from`. */
  move(id: string, from: readonly ReportState[], to: ReportState): Promise<boolean>;
  /** Clears one side's unread mark. */
  seen(id: string, side: 'desk' | 'reporter'): Promise<void>;
  /** A page of reports in no telling order (by random id), without their items. */
  list(after: string | null, limit: number): Promise<readonly ReportLine[]>;
}

/** A report in a list: no sealed bytes, nothing about a person. */
export interface ReportLine {
  readonly id: string;
  readonly caseNumber: string;
  readonly state: ReportState;
  readonly receivedDay: string;
  readonly dueDay: string;
  readonly items: number;
  readonly unread: Report['unread'];
}

/** What is sealed into a report. */
export interface PlainItem {
  readonly id: string;
  readonly purpose: Purpose;
  readonly bytes: Uint8Array;
}

export interface SealedReport {
  readonly proofHash: Uint8Array;
  readonly wrappedThread: Uint8Array;
  readonly contentPk: Uint8Array;
  readonly threadPk: Uint8Array;
  readonly envelopes: readonly Envelope[];
  readonly items: readonly { id: string; purpose: Purpose; box: Uint8Array }[];
}

/** What can be said of sealed bytes without a key: version and length. */
export interface SealedForms {
  isEnvelope(box: Uint8Array): boolean;
  isWrapped(box: Uint8Array): boolean;
  isItem(box: Uint8Array): boolean;
}

/** Cryptography as the domain sees it; `vault/` implements it. Ids are hex, receipts twenty digits. */
export interface Vault {
  /** Entries whose signatures lead to the root key and that are active on `day`. */
  trusted(entries: readonly KeyringEntry[], day: string): readonly KeyringEntry[];
  /** Seals a whole report; `seeds` (64 bytes) make its two key pairs, so that sending twice makes the same keys. */
  sealReport(draft: {
    reportId: string;
    receipt: string;
    seeds: Uint8Array;
    readers: readonly KeyringEntry[];
    items: readonly PlainItem[];
  }): Promise<SealedReport>;
  /** Argon2id of a receipt's digits, off the main thread, four at once. */
  openReceipt(receipt: string): Promise<{ proofHash: Uint8Array; wrap: Uint8Array }>;
  /** The thread's private half, or null if the wrap key does not open it. */
  openThread(wrap: Uint8Array, wrapped: Uint8Array): Uint8Array | null;
  /** Seals one more item to a public key of a report. */
  sealItem(publicKey: Uint8Array, reportId: string, item: PlainItem): Uint8Array;
  /** Opens an item with a private half, or null. */
  openItem(privateKey: Uint8Array, reportId: string, item: SealedItem): Uint8Array | null;
  /** Whether the desk's signature over reportId ‖ itemId ‖ Hash(text) is by a trusted reader. */
  verifyReply(
    reportId: string,
    itemId: string,
    text: Uint8Array,
    by: KeyringEntry,
    signature: Uint8Array,
  ): boolean;
}

/** The private keys of one who reads reports; what is in them is the vault's business. */
export interface DeskKeys {
  /** as in the keyring */
  readonly handlerId: string;
  /** opens envelopes */
  readonly boxKey: Uint8Array;
  /** signs replies; the public half is the keyring entry's `signPk` */
  readonly signKey: Uint8Array;
}

/** Cryptography that only somebody holding a reader's private keys can do; beside `Vault`. */
export interface DeskVault {
  /** The content or thread private half in an envelope, or null if the key or the envelope's place is another's. */
  openEnvelope(keys: DeskKeys, reportId: string, envelope: Envelope): Uint8Array | null;
  /** Signs reportId ‖ itemId ‖ Hash(text): what `Vault.verifyReply` checks. */
  signReply(keys: DeskKeys, reportId: string, itemId: string, text: Uint8Array): Uint8Array;
}
