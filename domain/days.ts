/** Calendar days as text, `YYYY-MM-DD`: they compare as text, and no time of day or zone can slip in. */

const dayMs = 86_400_000;
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that exists. */
export function isDay(text: string): boolean {
  return shape.test(text) && fromNumber(toNumber(text)) === text;
}

/** The day `n` days later; earlier if `n` is negative. @throws RangeError if `day` is not a day */
export function addDays(day: string, n: number): string {
  return fromNumber(checked(day) + n);
}

/** How many days from `from` to `to`. @throws RangeError if one is not a day */
export function daysBetween(from: string, to: string): number {
  return checked(to) - checked(from);
}

/** 0 for Sunday to 6 for Saturday. @throws RangeError if `day` is not a day */
export function weekday(day: string): number {
  return (((checked(day) + 4) % 7) + 7) % 7; // 1970-01-01 was a Thursday
}

/** The calendar day of an instant (milliseconds since 1970) in an IANA zone. @throws RangeError if the zone is unknown */
export function dayIn(zone: string, ms: number): string {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatter(zone).formatToParts(ms)) parts[type] = value;
  return `${(parts['year'] ?? '').padStart(4, '0')}-${parts['month'] ?? ''}-${parts['day'] ?? ''}`;
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

function checked(day: string): number {
  if (!isDay(day)) throw new RangeError('not a day');
  return toNumber(day);
}

function toNumber(day: string): number {
  const [, year, month, date] = shape.exec(day) ?? [];
  const utc = new Date(0);
  utc.setUTCFullYear(Number(year), Number(month) - 1, Number(date)); // Date.UTC reads years 0 to 99 as 1900 to 1999
  return utc.getTime() / dayMs;
}

function fromNumber(n: number): string {
  return new Date(n * dayMs).toISOString().slice(0, 10);
}
