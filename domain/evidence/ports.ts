/** Where sealed files are kept. */
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
