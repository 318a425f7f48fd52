/** What consents need from outside. */
import type { Consent, ConsentWay } from './consent.js';

/** Tags under the line's present secret first, then under the previous one. */
export type ConsentTags = readonly [string, ...string[]];

export interface ConsentVault {
  /** Under a key of their own: they match no tag of anything else. */
  tags(way: ConsentWay, template: string, openid: string): ConsentTags;
  /** The same for all that a person allowed in one way. */
  persons(way: ConsentWay, openid: string): ConsentTags;
  /** A short name of an answer, which tells nothing to who has no secret of the line. */
  mark(tag: string, answer: string): string;
  /** Seals the account's name for the consent with this tag. */
  seal(tag: string, openid: string): Uint8Array;
  /** Null: sealed for another one, under another secret, or forgotten. */
  open(tag: string, sealed: Uint8Array): string | null;
}

/** A new answer: one message more, or none at all. */
export interface Answered {
  readonly is: 'accept' | 'reject';
  readonly answers: readonly string[];
  readonly sealed: Uint8Array;
  readonly day: string;
}

export interface Consents {
  /** All with one of these ids, in the order of the ids given. */
  find(ids: readonly string[]): Promise<readonly Consent[]>;
  /** False: there is one with this id already, and it stays as it is. */
  insert(consent: Consent): Promise<boolean>;
  /** Counts an answer, if none was counted since this turn; false: one was. */
  answer(id: string, turn: number, answered: Answered): Promise<boolean>;
  /**
   * Gives it another id, with all that belongs to it, unless an answer was counted since this turn or a message is on its
   * way. What stands there under that id already gets its messages in addition. Whoever dies in between leaves the person
   * without: they can be asked again, and never get anything twice.
   */
  move(from: Pick<Consent, 'id' | 'turn'>, to: Pick<Consent, 'id' | 'person' | 'sealed'>): Promise<boolean>;
  /** All of one person, by way and form. */
  of(persons: readonly string[]): Promise<readonly Consent[]>;
  /** Nothing of the person stays but, where a message is on its way, an emptied row until it is known what became of it. */
  forget(persons: readonly string[]): Promise<void>;
  /** Erases what is spent and belongs to no send any more; answers how many. */
  eraseSpent(): Promise<number>;
  /** Erases what was last used before a day; answers how many. */
  eraseUnused(before: string): Promise<number>;
}
