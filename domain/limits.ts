/**
 * Limits without identity: counts in this process's memory only, under keys that mean nothing outside it,
 * forgotten when their hour or day is over and when the process ends. A limit is no ban and leaves no trace.
 */
import type { Clock } from './ports.js';

export interface Limit {
  /** Whether one more would be within the limit. */
  allows(key: string): boolean;
  /** Counts one that happened. */
  count(key: string): void;
}

export interface Limits {
  /** finished reports a day */
  readonly reports: Limit;
  /** receipts tried an hour */
  readonly tries: Limit;
}

/** How many keys are kept at most: beyond it the oldest is forgotten, so that memory stays bounded under a flood. */
const mostKeys = 100_000;

/** Limits for one process. 0 switches one off. Keys are opaque: an account's or a network's handle, never the account. */
export function createLimits(options: { clock: Clock; reportsDay: number; triesHour: number }): Limits {
  const { clock } = options;
  return {
    reports: counter(options.reportsDay, () => clock.today()),
    tries: counter(options.triesHour, () => `${clock.today()} ${Math.floor(clock.now() / 3_600_000)}`),
  };
}

/** Counts under each key and forgets all of them when the period, as `period` names it, is another one; 0 is no limit. */
export function counter(most: number, period: () => string): Limit {
  let present = '';
  const counts = new Map<string, number>();
  const turn = () => {
    const now = period();
    if (now === present) return;
    present = now;
    counts.clear();
  };
  return {
    allows(key) {
      turn();
      return most === 0 || (counts.get(key) ?? 0) < most;
    },
    count(key) {
      if (most === 0) return;
      turn();
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (counts.size <= mostKeys) return;
      const [oldest] = counts.keys();
      if (oldest !== undefined) counts.delete(oldest);
    },
  };
}
