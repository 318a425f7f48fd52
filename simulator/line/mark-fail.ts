import { type PlatformClock } from '../state/clock.js';

/**
 * The platform stops pushing for a minute to a server that keeps failing (reference 7, "MarkFail").
 * @param most messages in a row, each with all its attempts, that it takes
 */
export function createMarkFail(
  clock: PlatformClock,
  most: number,
): {
  holds(): boolean;
  count(answered: boolean): void;
} {
  let failures = 0;
  let until = 0;
  return {
    holds: () => clock.now() < until,
    count: (answered) => {
      failures = answered ? 0 : failures + 1;
      if (failures < most) return;
      failures = 0;
      until = clock.now() + 60_000;
    },
  };
}
