/** The platform's clock: real time plus an offset that a test may move. Times are milliseconds since 1970. */
export interface PlatformClock {
  /** what windows, expiries and quotas go by */
  now(): number;
  /** what callback timestamps go by, wherever `now` has been moved to */
  real(): number;
  moveTo(now: number): void;
  advance(ms: number): void;
  /** `moved` is called after each move */
  onMove(moved: () => void): void;
}

export function createPlatformClock(real: { now(): number }): PlatformClock {
  let offset = 0;
  const listeners: (() => void)[] = [];
  const set = (to: number): void => {
    offset = to;
    for (const moved of listeners) moved();
  };
  return {
    now: () => real.now() + offset,
    real: () => real.now(),
    moveTo: (now) => {
      set(now - real.now());
    },
    advance: (ms) => {
      set(offset + ms);
    },
    onMove: (moved) => {
      listeners.push(moved);
    },
  };
}
