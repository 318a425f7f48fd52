/** The one real clock, in the line's zone. */
import { dayIn } from '../domain/days.js';
import type { Clock } from '../domain/ports.js';

export function createClock(zone: string): Clock {
  // A day lasts; looking it up again for every chat turn would cost more than the rest of the turn's dates.
  let known = { until: 0, day: '' };
  return {
    now: () => Date.now(),
    today() {
      const now = Date.now();
      if (now >= known.until || now < known.until - minute) {
        known = { until: Math.floor(now / minute + 1) * minute, day: dayIn(zone, now) };
      }
      return known.day;
    },
    dayAt: (ms) => dayIn(zone, ms),
  };
}

/** Every zone's midnight falls on a whole minute. */
const minute = 60_000;
