/** Open threads, in this process's memory only: ten minutes idle, then wiped. A restart asks for the receipt again. */
import type { Thread } from '../../domain/reports/open-thread.js';
import type { FollowUp, Handle } from '../dialogue/types.js';
import { createFading } from './fading.js';

export interface OpenThread {
  readonly thread: Thread;
  readonly follow: FollowUp;
}

const idleMs = 10 * 60_000;

export interface FollowUps {
  get(handle: Handle): OpenThread | null;
  /** Keeps a thread for ten more minutes; null forgets it and wipes its key. */
  set(handle: Handle, open: OpenThread | null): void;
}

export function createFollowUps(now: () => number): FollowUps {
  return createFading(now, idleMs, ({ thread }, next) => {
    if (next?.thread !== thread) thread.threadKey.fill(0);
  });
}
