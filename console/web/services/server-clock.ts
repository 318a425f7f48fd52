/** The server's time, as far as its answers tell: times that it names are compared with its own clock, not with ours. */
export interface ServerClock {
  /** milliseconds since 1970 */
  now(): number;
  /** The `Date` of an answer that has just come. */
  heard(serverTime: number): void;
}

/** A header counts in seconds: smaller differences are its rounding and the way here. */
const roundingMs = 2000;

export function createServerClock(now: () => number): ServerClock {
  let ahead = 0;
  return {
    now: () => now() + ahead,
    heard: (serverTime) => {
      const difference = serverTime - now();
      if (Math.abs(difference - ahead) > roundingMs) ahead = difference;
    },
  };
}
