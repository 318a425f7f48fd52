import { addDays } from '../../questions/day.js';
import { momentOf } from '../calendar/moments.js';
import type { Clock } from '../ports.js';

const minuteMs = 60_000;
/** A little after midnight: the platform's day need not begin with the line's second. */
const morning = '00:10';

/** When a send that was stopped for a while goes on, in milliseconds since 1970. */
export function resumeAt(
  until: 'minute' | 'soon' | 'day',
  { clock, zone }: { readonly clock: Pick<Clock, 'now' | 'dayAt'>; readonly zone: string },
): number {
  const now = clock.now();
  if (until === 'minute') return now + minuteMs;
  if (until === 'soon') return now + 5 * minuteMs;
  return momentOf(zone, addDays(clock.dayAt(now), 1), morning);
}
