/** A year's holidays as an editor enters them from the announcement: dates off, dates worked. */
import { addDays, dayNumber, weekday } from '../../questions/day.js';
import { isDay } from '../days.js';
import type { InBoth } from './calendar-words.js';
import { lastWeekFrom, type HolidayYear } from './holidays.js';

export interface DaysOff {
  /** `YYYY-MM-DD`, both included */
  readonly from: string;
  readonly to: string;
  readonly name: InBoth | null;
}

/** What is announced for a year. Nothing off and nothing worked: it was entered and taken back. */
export interface Announced {
  readonly year: number;
  readonly off: readonly DaysOff[];
  readonly worked: readonly string[];
}

export interface EnteredYear extends Announced {
  /** counts every write, from 1 */
  readonly revision: number;
  /** id of a member of staff */
  readonly enteredBy: string;
  /** milliseconds since 1970 */
  readonly enteredAt: number;
}

/** One field that is wrong: `off.0`, `worked.2`. */
export interface AnnouncedProblem {
  readonly field: string;
  /**
   * `not_a_day` · `not_in_year`: nor in the last week before it · `backwards`: ends before it begins · `too_long`: more
   * than two weeks · `twice`: it is in the list already · `not_a_weekend`: only days of a weekend make up for others
   */
  readonly what: 'not_a_day' | 'not_in_year' | 'backwards' | 'too_long' | 'twice' | 'not_a_weekend';
}

const longest = 14;

/** What is wrong with it; none: it can be an announcement. */
export function announcedProblems({ year, off, worked }: Announced): readonly AnnouncedProblem[] {
  const taken = new Set<string>();
  const twice = (day: string): boolean => taken.size === taken.add(day).size;
  const inYear = (day: string): boolean => day >= `${year - 1}-${lastWeekFrom}` && day <= `${year}-12-31`;
  const wrongRange = ({ from, to }: DaysOff): AnnouncedProblem['what'] | null => {
    if (![from, to].every(isDay)) return 'not_a_day';
    if (![from, to].every(inYear)) return 'not_in_year';
    if (to < from) return 'backwards';
    if (dayNumber(to) - dayNumber(from) >= longest) return 'too_long';
    return daysOf({ from, to }).filter(twice).length > 0 ? 'twice' : null;
  };
  const wrongDay = (day: string): AnnouncedProblem['what'] | null => {
    if (!isDay(day)) return 'not_a_day';
    if (!inYear(day)) return 'not_in_year';
    if (weekday(day) <= 5) return 'not_a_weekend';
    return twice(day) ? 'twice' : null;
  };
  return [
    ...off.map((range, at) => ({ field: `off.${at}`, what: wrongRange(range) })),
    ...worked.map((day, at) => ({ field: `worked.${at}`, what: wrongDay(day) })),
  ].flatMap(({ field, what }) => (what === null ? [] : [{ field, what }]));
}

/** Every day from one to another, both included. */
function daysOf({ from, to }: Pick<DaysOff, 'from' | 'to'>): readonly string[] {
  return Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, at) => addDays(from, at));
}

/** As a year of holidays. Null: it was taken back. */
export function holidayYearOf(
  { year, off, worked }: Announced,
  source: HolidayYear['source'],
): HolidayYear | null {
  if (off.length === 0 && worked.length === 0) return null;
  return {
    ...{ year, source, worked },
    off: off.flatMap((range) => daysOf(range).map((day) => ({ day, name: range.name }))),
  };
}

/** Days one after the other with one name as ranges. */
export function rangesOf(days: HolidayYear['off']): readonly DaysOff[] {
  const ranges: DaysOff[] = [];
  for (const { day, name } of days.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const last = ranges.at(-1);
    const joins = last !== undefined && addDays(last.to, 1) === day && sameName(last.name, name);
    if (joins) ranges[ranges.length - 1] = { ...last, to: day };
    else ranges.push({ from: day, to: day, name });
  }
  return ranges;
}

const sameName = (one: InBoth | null, other: InBoth | null): boolean =>
  one?.zh === other?.zh && one?.en === other?.en;
