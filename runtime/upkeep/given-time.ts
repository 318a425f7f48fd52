/** Times that somebody types and reads, in the line's zone. */
import { momentOf } from '../../domain/calendar/moments.js';
import { isDay } from '../../domain/days.js';
import type { Clock } from '../../domain/ports.js';

/** `2027-04-15`, `2027-04-15T08:00` in the line's zone, or with `Z` or an offset behind it; else null. */
export function timeIn(zone: string, text: string): number | null {
  const [, day = '', time = '00:00', seconds, offset] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/.exec(text) ?? [];
  if (!isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  if (offset === undefined) return momentOf(zone, day, time) + Number(seconds?.slice(1) ?? 0) * 1_000;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : moment;
}

/** `YYYY-MM-DD HH:MM` in a zone. */
export function timeText(zone: string, ms: number): string {
  const parts: Record<string, string> = {};
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  });
  for (const { type, value } of format.formatToParts(ms)) parts[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '' } = parts;
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

/** The clock as if it were that time now; it goes on from there. */
export function clockFrom(clock: Clock, time: number): Clock {
  const ahead = time - clock.now();
  const now = (): number => clock.now() + ahead;
  return { now, today: () => clock.dayAt(now()), dayAt: (ms) => clock.dayAt(ms) };
}
