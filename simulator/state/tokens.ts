import type { PlatformClock } from './clock.js';
import { letters, type Random } from './chance.js';
import { keepLatest } from './latest.js';

/**
 * Access tokens of one account: the classic and the stable interface keep two tokens that do not know of each other.
 * Source: reference section 8 and 13.4.
 */
export interface Tokens {
  /** A new token each time; the one before lives five minutes more. */
  classic(): Issued;
  /** The same token until its last five minutes; `force` replaces it at once, 20 times a day and 30 s apart. */
  stable(force: boolean): Issued;
  /** 0: valid; 40001: unknown or replaced; 42001: its time is over. */
  check(token: string): 0 | 40001 | 42001;
}

export interface Issued {
  readonly access_token: string;
  readonly expires_in: number;
}

interface Held {
  readonly token: string;
  readonly expiresAt: number;
  /** set when another token took its place */
  replacedAt?: number;
}

const second = 1000;
const life = 7200 * second;
const overlap = 300 * second;
const day = 24 * 60 * 60 * second;
const remembered = 64;

export function createTokens(clock: PlatformClock, random: Random): Tokens {
  const held = new Map<string, Held>();
  const current: { classic?: Held; stable?: Held } = {};
  let forced: number[] = [];

  const issue = (which: 'classic' | 'stable', graceOfOld: number): Issued => {
    const now = clock.now();
    const old = current[which];
    if (old !== undefined) old.replacedAt = now + graceOfOld;
    const fresh: Held = { token: `36_${letters(random, 133)}`, expiresAt: now + life };
    current[which] = fresh;
    held.set(fresh.token, fresh);
    keepLatest(held, remembered);
    return { access_token: fresh.token, expires_in: life / second };
  };

  return {
    classic: () => issue('classic', overlap),
    stable: (force) => {
      const now = clock.now();
      const old = current.stable;
      forced = forced.filter((at) => at > now - day);
      if (force && forced.length < 20 && (forced.at(-1) ?? 0) <= now - 30 * second) {
        forced.push(now);
        return issue('stable', 0);
      }
      if (old === undefined || old.expiresAt - now < overlap) return issue('stable', overlap);
      return { access_token: old.token, expires_in: Math.floor((old.expiresAt - now) / second) };
    },
    check: (token) => {
      const known = held.get(token);
      const now = clock.now();
      if (known === undefined || (known.replacedAt !== undefined && now >= known.replacedAt)) return 40001;
      return now < known.expiresAt ? 0 : 42001;
    },
  };
}
