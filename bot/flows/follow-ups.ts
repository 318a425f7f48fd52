/** Open threads, in this process's memory only: ten minutes idle, then wiped. A restart asks for the receipt again. */
import type { Thread } from '../../domain/reports/open-thread.js';
import type { FollowUp, Handle } from '../dialogue/types.js';

export interface OpenThread {
  readonly thread: Thread;
  readonly follow: FollowUp;
}

interface Kept extends OpenThread {
  readonly until: number;
}

const idleMs = 10 * 60_000;
const most = 10_000;

export interface FollowUps {
  get(handle: Handle): OpenThread | null;
  /** Keeps a thread for ten more minutes; null forgets it and wipes its key. */
  set(handle: Handle, open: OpenThread | null): void;
}

export function createFollowUps(now: () => number): FollowUps {
  const all = new Map<Handle, Kept>();
  const forget = (handle: Handle): void => {
    all.get(handle)?.thread.threadKey.fill(0);
    all.delete(handle);
  };
  const sweep = (): void => {
    for (const [handle, { until }] of all) {
      // In order of last use: the first that is still open ends the look.
      if (until > now() && all.size <= most) return;
      forget(handle);
    }
  };
  return {
    get(handle) {
      sweep();
      return all.get(handle) ?? null;
    },
    set(handle, open) {
      const before = all.get(handle);
      if (before !== undefined && before.thread !== open?.thread) forget(handle);
      all.delete(handle);
      if (open !== null) all.set(handle, { ...open, until: now() + idleMs });
      sweep();
    },
  };
}
