import { letters, type Random } from './chance.js';
import { keepLatest } from './latest.js';
import { type PlatformClock } from './clock.js';

/** Codes that are good for five minutes and once: of `wx.login`, and apart from them of the phone-number button. */
export interface Codes {
  mint(openid: string): string;
  /** Whose code it is; 40029 unknown or too old, 40163 used before. */
  spend(code: string): { readonly openid: string } | { readonly refused: 40029 | 40163 };
}

const life = 5 * 60_000;
const most = 10_000;

export function createCodes(clock: PlatformClock, random: Random): Codes {
  const codes = new Map<string, { readonly openid: string; readonly expiresAt: number; used: boolean }>();
  return {
    mint: (openid) => {
      const code = `0${letters(random, 31)}`;
      codes.set(code, { openid, expiresAt: clock.now() + life, used: false });
      keepLatest(codes, most);
      return code;
    },
    spend: (code) => {
      const known = codes.get(code);
      if (known === undefined || clock.now() >= known.expiresAt) return { refused: 40029 };
      if (known.used) return { refused: 40163 };
      known.used = true;
      return { openid: known.openid };
    },
  };
}
