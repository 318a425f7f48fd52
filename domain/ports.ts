/** What the domain and the flows need from outside. Stores and the vault implement these shapes; `runtime` joins them. */
import type { Envelope, Purpose, Report, ReportState, SealedItem } from './reports/report.js';

/** Time and the line's calendar day. */
export interface Clock {
  /** milliseconds since 1970 */
  now(): number;
  /** today in the line's zone, `YYYY-MM-DD` */
  today(): string;
  /** The day in the line's zone at a moment given in milliseconds, `YYYY-MM-DD`. */
  dayAt(ms: number): string;
}

/** Unpredictable bytes. */
export type Random = (bytes: number) => Uint8Array;

/** A sealed conversation. The wrapped draft key lies in the row: shredding is overwriting it. */
export interface Row {
  readonly tag: string;
  readonly rev: number;
  /** the day after which nothing of it may be left, `YYYY-MM-DD` */
  readonly burnDay: string;
  readonly key: Uint8Array;
  readonly body: Uint8Array;
}

export interface Sessions {
  /** The row under any of the tags, or null. @throws DomainError storage.unavailable */
  load(tags: readonly string[]): Promise<Row | null>;
  /**
   * Writes the row if the stored revision is `from` (0: there must be none); `row.rev` is the new revision.
   * Resolves once it is on disk; false means that somebody was faster. @throws DomainError storage.unavailable
   */
  save(row: Row, from: number): Promise<boolean>;
  /** Removes the row if it still has this revision. */
  remove(tag: string, rev: number): Promise<boolean>;
  /** Removes every row whose burn day is before `day`; answers how many. */
  burn(day: string): Promise<number>;
  /** Rows whose burn day is `day`, at most `limit`, by tag, those behind `after` only: what has ended today waits among them. */
  ending(day: string, limit: number, after?: string): Promise<readonly Row[]>;
}

/** Remembers who has no conversation, so that a first turn can be tried without reading. */
export interface FirstTurns {
  /**
   * Whether there is probably nothing under these tags (today's first). Certain only once `save` from 0 has answered
   * true: a turn that saves nothing, or whose save is refused, has to load after all. True once a day for a person.
   */
  likely(tags: readonly string[]): boolean;
}

export interface Reports {
  /** @throws DomainError report.id_taken, report.locator_taken, storage.unavailable */
  insert(report: Report): Promise<void>;
  byLocator(locator: string): Promise<Report | null>;
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
  readonly locator: string;
  readonly state: ReportState;
  readonly receivedDay: string;
  readonly dueDay: string;
  readonly items: number;
  readonly unread: Report['unread'];
}

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

/** Sealed files: bytes in, bytes out, nothing in clear. */
export interface EvidenceStore {
  /** Keeps one sealed part of a file that belongs to a draft which burns after `burnDay`. */
  put(burnDay: string, fileId: string, part: number, sealed: Uint8Array): Promise<void>;
  /** The draft was sent: its file stays. Settling twice is the same as once. */
  settle(burnDay: string, fileId: string): Promise<void>;
  /** @throws DomainError evidence.unreadable when the part is not there */
  get(fileId: string, part: number): Promise<Uint8Array>;
  remove(fileId: string): Promise<void>;
  /** Removes the files of drafts that burned before `day`; answers how many files. */
  burn(day: string): Promise<number>;
  /** Rewrites files settled before `day` in random order with a midnight time; answers how many. */
  settleTimes(day: string): Promise<number>;
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

/** Cryptography as the domain sees it; `vault/` implements it. Ids are hex, secrets are digits. */
export interface Vault {
  /** Entries whose signatures lead to the root key and that are active on `day`. */
  trusted(entries: readonly KeyringEntry[], day: string): readonly KeyringEntry[];
  /** Seals a whole report; `seeds` (64 bytes) make its two key pairs, so that sending twice makes the same keys. */
  sealReport(draft: {
    reportId: string;
    locator: string;
    secret: string;
    seeds: Uint8Array;
    readers: readonly KeyringEntry[];
    items: readonly PlainItem[];
  }): Promise<SealedReport>;
  /** Argon2id of a receipt's secret, off the main thread, four at once. */
  openReceipt(locator: string, secret: string): Promise<{ proofHash: Uint8Array; wrap: Uint8Array }>;
  /** Whether two hashes are equal, in constant time. */
  same(a: Uint8Array, b: Uint8Array): boolean;
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

/** The ratchet that day keys come from; each host keeps its own. */
export interface DayKeys {
  /** Turns on to `today` and forgets what is older than four days. Turning twice is the same as once. */
  turn(today: string): Promise<void>;
}

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

/** The platform's access tokens: one per account for all instances. */
export interface AccessTokens {
  read(appid: string): Promise<AccessToken | null>;
  /** Replaces `previous` (null: there was none); false means that another instance was faster: read again. */
  replace(appid: string, token: AccessToken, previous: string | null): Promise<boolean>;
}

export interface AccessToken {
  readonly value: string;
  /** milliseconds since 1970 */
  readonly expiresAt: number;
}

/** Keys and seals of half-written reports; day keys come from a ratchet that forgets. */
export interface DraftVault {
  /** The account under the last four day keys, today's first. */
  tags(account: string): readonly string[];
  /**
   * Seals a conversation under the key of `day` (one of the four kept), bound to its tag.
   * With `key` null a new draft key is made; else the row's key is used again. `size`: at least so many bytes long.
   */
  seal(
    day: string,
    tag: string,
    key: Uint8Array | null,
    plain: Uint8Array,
    size?: number,
  ): { key: Uint8Array; body: Uint8Array };
  /** Opens a row with whichever kept day key fits, or null. */
  open(row: Pick<Row, 'tag' | 'key' | 'body'>): { plain: Uint8Array; day: string } | null;
}
