import { type PlatformClock } from '../state/clock.js';

/**
 * The platform stops pushing for a minute to a server that keeps failing (reference 7, "MarkFail").
 * How many failures it takes is not documented: five messages in a row here, each with all its attempts.
 */
export function createMarkFail(clock: PlatformClock): {
  holds(): boolean;
  count(answered: boolean): void;
} {
  let failures = 0;
  let until = 0;
  return {
    holds: () => clock.now() < until,
    count: (answered) => {
      failures = answered ? 0 : failures + 1;
      if (failures < 5) return;
      failures = 0;
      until = clock.now() + 60_000;
    },
  };
}
