import { type PlatformClock } from './clock.js';
import { dayOf } from './platform-day.js';

/** Calls a day, by path (reference section 9: figures of a new account). What is not listed is not counted. */
const daily: Readonly<Record<string, number>> = {
  '/cgi-bin/token': 2_000,
  '/cgi-bin/menu/create': 1_000,
  '/cgi-bin/menu/get': 10_000,
  '/cgi-bin/message/custom/send': 500_000,
  '/cgi-bin/message/mass/send': 100,
  '/cgi-bin/message/mass/sendall': 100,
  '/cgi-bin/user/get': 500,
  '/cgi-bin/user/info': 5_000_000,
  '/cgi-bin/media/upload': 100_000,
  '/cgi-bin/media/get': 200_000,
  '/cgi-bin/menu/delete': 1_000,
  '/cgi-bin/qrcode/create': 100_000,
  '/wxa/generatescheme': 500_000,
};
/** What counts together with another path. */
const together: Readonly<Record<string, string>> = { '/wxa/generate_urllink': '/wxa/generatescheme' };

export interface Quotas {
  /** Counts a call; false: the day's calls are used up. */
  use(path: string): boolean;
  /** What is left, or null for a path that is not counted. */
  of(path: string): { readonly daily_limit: number; readonly used: number; readonly remain: number } | null;
  /** Starts the day's count again; false: ten times a month is all there is. */
  clear(): boolean;
}

const clearsAMonth = 10;

export function createQuotas(clock: PlatformClock): Quotas {
  let used = new Map<string, number>();
  let counted = '';
  let cleared = { month: '', times: 0 };
  /** The day in Beijing: counts begin again at its midnight. */
  const today = (): string => dayOf(clock.now());
  const counts = (): Map<string, number> => {
    if (counted !== today()) used = new Map();
    counted = today();
    return used;
  };
  return {
    use: (called) => {
      const path = together[called] ?? called;
      const limit = daily[path];
      if (limit === undefined) return true;
      const n = (counts().get(path) ?? 0) + 1;
      counts().set(path, n);
      return n <= limit;
    },
    of: (asked) => {
      const path = together[asked] ?? asked;
      const limit = daily[path];
      if (limit === undefined) return null;
      const n = Math.min(limit, counts().get(path) ?? 0);
      return { daily_limit: limit, used: n, remain: limit - n };
    },
    clear: () => {
      const month = today().slice(0, 7);
      cleared = { month, times: cleared.month === month ? cleared.times + 1 : 1 };
      if (cleared.times > clearsAMonth) return false;
      used = new Map();
      return true;
    },
  };
}
