/**
 * Waits between failed tries: in this process's memory only, longer each time, never for ever, and forgotten after an
 * hour in which nobody tried.
 */
import type { Clock } from '../ports.js';
import { hour, minute } from './staff.js';

export interface SlowDown {
  /** Seconds to wait before this key may try again; 0: it may. */
  wait(key: string): number;
  /** Counts a try as failed. Done before it is looked at, so that many at once do not slip through. */
  count(key: string): void;
  /** Takes one count back: the try did not fail. */
  forgive(key: string): void;
  /** Takes all counts back. */
  clear(key: string): void;
}

const longest = 15 * minute;
const forgotten = hour;
/** Beyond so many keys the one that tried longest ago is forgotten, so that memory stays bounded under a flood. */
const mostKeys = 100_000;

/** `free` failures cost nothing; the next ones 2, 4, 8… seconds, at most fifteen minutes. */
export function createSlowDown(clock: Clock, free: number): SlowDown {
  const tries = new Map<string, { readonly failed: number; readonly at: number }>();

  function failures(key: string): { readonly failed: number; readonly at: number } {
    const found = tries.get(key);
    const now = clock.now();
    return found === undefined || now - found.at >= forgotten ? { failed: 0, at: now } : found;
  }

  return {
    wait(key) {
      const { failed, at } = failures(key);
      if (failed <= free) return 0;
      const until = at + Math.min(longest, 1000 * 2 ** (failed - free));
      return Math.max(0, Math.ceil((until - clock.now()) / 1000));
    },
    count(key) {
      const { failed } = failures(key);
      tries.delete(key); // the order of keys is that of their last tries
      tries.set(key, { failed: failed + 1, at: clock.now() });
      const [oldest] = tries.keys();
      if (tries.size > mostKeys && oldest !== undefined) tries.delete(oldest);
    },
    forgive(key) {
      const { failed, at } = failures(key);
      if (failed > 1) tries.set(key, { failed: failed - 1, at });
      else tries.delete(key);
    },
    clear(key) {
      tries.delete(key);
    },
  };
}
