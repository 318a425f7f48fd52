/** Where letters wait, and who delivers them. */
import type { Letter, NewLetter } from './letter.js';

export interface ClaimLetter {
  readonly now: number;
  /** when the claim ends, in milliseconds since 1970 */
  readonly until: number;
  /** a time later than this was written under a clock that was wrong, and keeps nothing waiting */
  readonly latest: number;
  /** letters to somebody by name wait: the line is held */
  readonly held: boolean;
}

/** A letter that somebody holds; the fence is the claim's own mark, and grows with each claim. */
export interface ClaimedLetter extends Letter {
  readonly fence: number;
}

export interface Outbox {
  /**
   * Waits from `at` on. False: there is or was one with this id, and nothing is written.
   * @throws DomainError internal.unexpected for a letter that holds anything but ids, codes and small values
   */
  put(letter: NewLetter, at: number): Promise<boolean>;
  /** The letter that waits longest of those that are due and nobody holds. */
  claim(claim: ClaimLetter): Promise<ClaimedLetter | null>;
  /** How many are due. */
  due(claim: Omit<ClaimLetter, 'until'>): Promise<number>;
  /** It is delivered: what is left of it is its id, until `forget`. False: the claim was taken over. */
  delivered(id: string, fence: number, now: number): Promise<boolean>;
  /** Waits on. False: the claim was taken over. */
  postpone(id: string, fence: number, next: Pick<Letter, 'attempts' | 'nextAt' | 'reason'>): Promise<boolean>;
  /** Is tried no more; `nextAt` is where it stands in the list. False: the claim was taken over. */
  bury(id: string, fence: number, end: Pick<Letter, 'attempts' | 'nextAt' | 'reason'>): Promise<boolean>;
  /** Forgets ids of what was delivered before a moment; answers how many. */
  forget(before: number): Promise<number>;
  /** Null: there is none, or it was delivered. */
  byId(id: string): Promise<Letter | null>;
  /** Letters, the dead ones first, then by their time; those behind `after` only. */
  list(after: string | null, limit: number): Promise<{ items: readonly Letter[]; next: string | null }>;
  /** Is tried again from `now` on, as a new one. False: there is none, or somebody just holds it. */
  retry(id: string, now: number): Promise<boolean>;
  /** Removes a dead letter. False: there is none. */
  remove(id: string): Promise<boolean>;
  /** Removes all dead letters; answers how many. */
  empty(): Promise<number>;
}

/**
 * What became of one try. `forgotten`: nothing of it stays, not even its id · `later`: not now, and it does not count as a
 * try · `failed`: again later · `final`: never. The reason is a word.
 */
export type Outcome =
  | { readonly is: 'delivered'; readonly forgotten?: true }
  | { readonly is: 'later'; readonly at: number }
  | { readonly is: 'failed' | 'final'; readonly reason: string };

/** Delivers letters of one kind. What it throws counts as failed. */
export type Deliver = (letter: Letter) => Promise<Outcome>;
