import { dayIn } from '../../../domain/days.js';
import type { Clock } from '../../../domain/ports.js';

/** A clock that is set by hand, in the line's zone. */
export function handClock(
  start: string,
  zone = 'Asia/Shanghai',
): Clock & { set(iso: string): void; advance(ms: number): void } {
  let ms = Date.parse(start);
  return {
    now: () => ms,
    today: () => dayIn(zone, ms),
    dayAt: (at) => dayIn(zone, at),
    set(iso) {
      ms = Date.parse(iso);
    },
    advance(by) {
      ms += by;
    },
  };
}
