/** Where sealed files are kept, and what is known of those that are on their way. */

/** Sealed files: bytes in, bytes out, nothing in clear. */
export interface EvidenceStore {
  /** Keeps one sealed part of a file that belongs to a draft which burns after `burnDay`. */
  put(burnDay: string, fileId: string, part: number, sealed: Uint8Array): Promise<void>;
  /** The draft was sent: its file stays. Settling twice is the same as once. */
  settle(burnDay: string, fileId: string): Promise<void>;
  /** The parts of an unsettled file that are there, in order. */
  parts(burnDay: string, fileId: string): Promise<readonly number[]>;
  /** @throws DomainError evidence.unreadable when the part is not there */
  get(fileId: string, part: number): Promise<Uint8Array>;
  remove(fileId: string): Promise<void>;
  /** Removes the files of drafts that burned before `day`; answers how many files. */
  burn(day: string): Promise<number>;
  /** Rewrites files settled before `day` in random order with a midnight time; answers how many. */
  settleTimes(day: string): Promise<number>;
}

/** A file on its way. Whose it is cannot be read from it. */
export interface Upload {
  /** 16 bytes, hex, drawn by the client */
  readonly id: string;
  /** a keyed hash of what it belongs to */
  readonly owner: string;
  /** how many parts it has */
  readonly parts: number;
  /** bytes of the file in each part but the last */
  readonly partBytes: number;
  /** it burns after this day unless it is settled */
  readonly burnDay: string;
  /** all its parts were read back and are what was sent */
  readonly complete: boolean;
}

export interface Uploads {
  /** False: there is one with this id already, and it stays as it is. */
  insert(upload: Upload): Promise<boolean>;
  byId(id: string): Promise<Upload | null>;
  /** How many this owner has on their way. */
  count(owner: string): Promise<number>;
  completed(id: string): Promise<void>;
  /** It was settled, or was one too many. None there, or another owner's, is no error and stays as it is. */
  remove(id: string, owner: string): Promise<void>;
  /** Removes those that burned before a day; answers how many. */
  burn(day: string): Promise<number>;
}
