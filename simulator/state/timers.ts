import { type PlatformClock } from './clock.js';

export interface Timers {
  /** Does `task` a little later, in real time. */
  later(task: () => Promise<void>): void;
  /** Does `task` when the platform's clock is there, however it comes to it. Answers how to call it off. */
  at(when: number, task: () => Promise<void>): () => void;
  /** Nothing is done any more. */
  stop(): void;
}

/** As long as Node's timers go. */
const longest = 2 ** 31 - 1;

/** Work that is done later, and not at all once stopped. */
export function createTimers(delayMs: number, clock: PlatformClock): Timers {
  const pending = new Set<NodeJS.Timeout>();
  const alarms = new Map<object, () => void>();
  const start = (ms: number, then: () => void): NodeJS.Timeout => {
    const timer = setTimeout(() => {
      pending.delete(timer);
      then();
    }, ms);
    timer.unref();
    pending.add(timer);
    return timer;
  };
  const cancel = (timer: NodeJS.Timeout): void => {
    clearTimeout(timer);
    pending.delete(timer);
  };
  clock.onMove(() => {
    for (const look of [...alarms.values()]) look();
  });
  return {
    later: (task) => {
      start(delayMs, () => void task());
    },
    at: (when, task) => {
      const key = {};
      let timer: NodeJS.Timeout | undefined;
      const off = (): void => {
        alarms.delete(key);
        if (timer !== undefined) cancel(timer);
      };
      const look = (): void => {
        if (timer !== undefined) cancel(timer);
        const left = when - clock.now();
        if (left > 0) {
          timer = start(Math.min(left, longest), look);
          return;
        }
        off();
        void task();
      };
      alarms.set(key, look);
      look();
      return off;
    },
    stop: () => {
      for (const timer of pending) clearTimeout(timer);
      pending.clear();
      alarms.clear();
    },
  };
}
