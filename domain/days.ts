/** The line's calendar days, `YYYY-MM-DD`; arithmetic on them is in questions/day.ts. */
import { dayNumber } from '../questions/day.js';

/** Whether the text is a day that exists. */
export function isDay(text: string): boolean {
  try {
    return Number.isInteger(dayNumber(text));
  } catch {
    return false;
  }
}

/** The calendar day of an instant (milliseconds since 1970) in an IANA zone. @throws RangeError if the zone is unknown */
export function dayIn(zone: string, ms: number): string {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatter(zone).formatToParts(ms)) parts[type] = value;
  return `${parts['year'] ?? ''}-${parts['month'] ?? ''}-${parts['day'] ?? ''}`;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  let made = formatters.get(zone);
  if (!made) {
    made = new Intl.DateTimeFormat('en-u-ca-iso8601', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatters.set(zone, made);
  }
  return made;
}
