/** Stopping what is under way. */
import { Stopped } from './errors.js';
import type { StopSignal } from './ports.js';

export interface Stop extends StopSignal {
  stop(): void;
}

/** A signal and the way to give it. */
export function createStop(): Stop {
  const listeners = new Set<() => void>();
  let stopped = false;
  return {
    get stopped() {
      return stopped;
    },
    onStop(listener) {
      if (stopped) listener();
      else listeners.add(listener);
    },
    stop() {
      stopped = true;
      for (const listener of listeners) listener();
      listeners.clear();
    },
  };
}

/** The work's outcome, or Stopped as soon as the signal is given: whoever stops waits for nobody. */
export function unlessStopped<T>(work: Promise<T>, signal?: StopSignal): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    signal.onStop(() => {
      reject(new Stopped());
    });
    work.then(resolve, reject);
  });
}
