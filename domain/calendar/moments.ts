/** Times of day in a zone as moments, whatever the machine's own zone. */
import { dayNumber } from '../../questions/day.js';

const minute = 60_000;
const hour = 60 * minute;
const dayMs = 24 * hour;
const form = /^([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * The moment at which a clock in the zone shows this time on this day, in milliseconds since 1970. A time that the
 * clocks leap over is the first moment after the leap; one that they show twice is the first of the two.
 * @throws RangeError if it is no day, no time (`HH:MM`) or no zone
 */
export function momentOf(zone: string, day: string, time: string): number {
  const parts = form.exec(time);
  if (parts === null) throw new RangeError('not a time');
  const shown = dayNumber(day) * dayMs + Number(parts[1]) * hour + Number(parts[2]) * minute;
  // No zone is a day away from UTC, and none changes its clocks twice in two days: these are all offsets there are.
  const [before, after] = [offsetAt(zone, shown - dayMs), offsetAt(zone, shown + dayMs)];
  const found = [shown - before, shown - after].filter((ms) => ms + offsetAt(zone, ms) === shown);
  return found.length > 0 ? Math.min(...found) : leapWithin(zone, shown - after, shown - before);
}

/** The moment at which a day begins in a zone, in milliseconds since 1970. @throws RangeError */
export function dayStartIn(zone: string, day: string): number {
  return momentOf(zone, day, '00:00');
}

/** The first moment of a range that has the offset of its end. */
function leapWithin(zone: string, from: number, to: number): number {
  const offset = offsetAt(zone, to);
  let [before, after] = [from, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(zone, middle) === offset) after = middle;
    else before = middle;
  }
  return after;
}

/** How far the zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(zone: string, ms: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(ms)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour: hours = 0, minute: minutes = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hours, minutes, second) - Math.floor(ms / 1_000) * 1_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let made = formats.get(zone);
  if (made === undefined) {
    made = new Intl.DateTimeFormat('en-u-ca-iso8601', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
    });
    formats.set(zone, made);
  }
  return made;
}
