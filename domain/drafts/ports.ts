/** What half-written reports need: a place for sealed conversations, and keys that forget. */
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

/** The ratchet that day keys come from; each host keeps its own. */
export interface DayKeys {
  /** Turns on to `today` and forgets what is older than four days. Turning twice is the same as once. */
  turn(today: string): Promise<void>;
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
