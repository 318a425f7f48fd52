/** What waits to be delivered, as it is kept: a code and its parameters, never words; an account only sealed. */
import { DomainError } from '../errors.js';

export type Params = Readonly<Record<string, string | number>>;

export interface NewLetter {
  /** what keeps it from being put in twice, also after it was delivered; it stands in addresses, so no blanks */
  readonly id: string;
  /** by what it goes: who delivers it */
  readonly kind: string;
  /** the sealed name of whoever gets it; null: the kind says it */
  readonly to: Uint8Array | null;
  /** of the text */
  readonly code: string;
  readonly params: Params;
}

/** `waiting`: for its time · `dead`: for a person who looks at the reason */
export type LetterState = 'waiting' | 'dead';

export interface Letter extends NewLetter {
  readonly state: LetterState;
  readonly attempts: number;
  /** when it is tried next, in milliseconds since 1970 */
  readonly nextAt: number;
  /** why it was not delivered the last time, as a word; null: not tried yet */
  readonly reason: string | null;
}

/** Tries after which a letter is dead. */
export const mostTries = 8;

const minute = 60_000;
const longest = 60 * minute;

/**
 * Milliseconds until the next try after so many: 1 minute, 2, 4 … an hour, a tenth more or less by `chance` (0 to 255),
 * so that what failed together is not tried together.
 */
export function backOff(attempts: number, chance: number): number {
  const plain = Math.min(longest, minute * 2 ** Math.max(0, attempts - 1));
  return Math.round(plain * (0.9 + (0.2 * chance) / 255));
}

const word = /^[a-z][\w.-]{0,39}$/;
const name = /^[a-z][A-Za-z]{0,39}$/;
const closed = /^[\w.:-]{1,60}$/;
const mostParams = 6;

/** Whether a value is a number or a word, and no text that somebody wrote. */
export const isClosed = (value: unknown): value is string | number =>
  typeof value === 'string' ? closed.test(value) : Number.isSafeInteger(value);

/** Whether a letter holds nothing but ids, codes and small values. @throws DomainError internal.unexpected */
export function checkLetter({ id, kind, code, params }: NewLetter): void {
  const entries = Object.entries(params);
  const sound =
    /^[\w.:-]{1,120}$/.test(id) &&
    word.test(kind) &&
    word.test(code) &&
    entries.length <= mostParams &&
    entries.every(([key, value]) => name.test(key) && isClosed(value));
  if (!sound) throw new DomainError('internal.unexpected', { cause: new Error('no letter') });
}
