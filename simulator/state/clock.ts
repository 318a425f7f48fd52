/** The platform's clock: real time plus an offset that a test may move. Times are milliseconds since 1970. */
export interface PlatformClock {
  /** what windows, expiries and quotas go by */
  now(): number;
  /** what callback timestamps go by, wherever `now` has been moved to */
  real(): number;
  moveTo(now: number): void;
  advance(ms: number): void;
}

export function createPlatformClock(real: { now(): number }): PlatformClock {
  let offset = 0;
  return {
    now: () => real.now() + offset,
    real: () => real.now(),
    moveTo: (now) => {
      offset = now - real.now();
    },
    advance: (ms) => {
      offset += ms;
    },
  };
}
