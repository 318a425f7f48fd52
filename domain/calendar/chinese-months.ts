/** The months of the Chinese calendar, by Intl. */
import { addDays, dayNumber, dayOf, dayOfNumber } from '../../questions/day.js';

export interface ChineseMonth {
  /** 1–12; a leap month has the number of the one before it */
  readonly month: number;
  readonly leap: boolean;
  /** its first day, `YYYY-MM-DD` */
  readonly first: string;
  /** 29 or 30 */
  readonly days: number;
}

/**
 * New moons within a quarter of an hour of midnight in China. Intl reckons the moon to some minutes and may begin these
 * months a day beside, as it does in 2027 and 2030 (ICU-23274); they are in the tables of the Hong Kong Observatory.
 */
const nearMidnight: ReadonlySet<string> = new Set([
  ...['2012-08-17', '2013-06-08', '2018-11-08', '2019-03-07', '2023-05-19', '2026-10-10', '2027-02-06'],
  ...['2029-07-11', '2030-02-03', '2031-02-21', '2034-09-13', '2037-04-16', '2049-10-27', '2056-05-15'],
  '2070-03-12',
]);

const format = new Intl.DateTimeFormat('en-u-ca-chinese', {
  ...{ timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' },
});
const dayMs = 86_400_000;

/** Day, month and year as Intl has them; `leap` is marked by letters after the number. */
function reckoned(number: number) {
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(number * dayMs)) parts[type] = value;
  const month = parts['month'] ?? '';
  return { month: Number.parseInt(month, 10), leap: /\D/.test(month), day: Number(parts['day']) };
}

const years = new Map<number, readonly ChineseMonth[]>();

/** The months of the Chinese year that begins in this year, in order. */
export function chineseMonths(year: number): readonly ChineseMonth[] {
  const known = years.get(year) ?? reckonYear(year);
  years.set(year, known);
  return known;
}

function reckonYear(year: number): readonly ChineseMonth[] {
  const months: ChineseMonth[] = [];
  let first = firstOfYear(year);
  for (;;) {
    const { month, leap } = reckoned(first);
    if (months.length > 0 && month === 1 && !leap) return months;
    const next = firstOfMonth(first + 29);
    const begins = corrected(dayOfNumber(first));
    const days = dayNumber(corrected(dayOfNumber(next))) - dayNumber(begins);
    months.push({ month, leap, first: begins, days });
    first = next;
  }
}

/** The new year is on 20 January at the earliest; Intl may be a day early. */
function firstOfYear(year: number): number {
  let day = firstOfMonth(dayNumber(dayOf(year, 1, 19) ?? ''));
  while (reckoned(day).month !== 1) day = firstOfMonth(day + 29);
  return day;
}

/** The first of a month on this day or the next one that is. */
function firstOfMonth(from: number): number {
  let day = from;
  while (reckoned(day).day !== 1) day += 1;
  return day;
}

const corrected = (day: string): string =>
  [addDays(day, -1), addDays(day, 1)].find((beside) => nearMidnight.has(beside)) ?? day;

/**
 * A day of the Chinese year that begins in `year`. Leap months do not count; the 30th of a month of 29 days, and
 * `last`, is its last.
 */
export function chineseDay(year: number, month: number, day: number | 'last'): string {
  const found = chineseMonths(year).find((one) => one.month === month && !one.leap);
  if (found === undefined) throw new RangeError('not a month');
  return addDays(found.first, (day === 'last' ? found.days : Math.min(day, found.days)) - 1);
}
