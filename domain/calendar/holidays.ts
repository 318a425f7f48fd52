/** Days off and make-up working days, as they are announced for each year. */
import { addDays, weekday } from '../../questions/day.js';
import type { InBoth } from './calendar-words.js';

export interface DayOff {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** null: it has none of its own */
  readonly name: InBoth | null;
}

/** `hand`: an editor entered it · `profile`: it is in the line's profile · `package`: it came with the software */
export const holidaySources = ['hand', 'profile', 'package'] as const;
export type HolidaySource = (typeof holidaySources)[number];

/** What was announced for a year. It may name days of the last week of the year before. */
export interface HolidayYear {
  readonly year: number;
  readonly source: HolidaySource;
  readonly off: readonly DayOff[];
  /** days of a weekend that are worked to make up for a day off */
  readonly worked: readonly string[];
}

export interface Holidays {
  /** Null: nothing was announced, or nobody entered it yet: the year is unconfirmed. */
  year(year: number): HolidayYear | null;
  /** What will be off whatever is announced around it: the best there is for an unconfirmed year. */
  expected(year: number): readonly DayOff[];
}

/** From this day of December on the notice for the next year may have a word too. */
export const lastWeekFrom = '12-25';

export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The years whose notices may name the day, the later first. */
function yearsNaming(day: string): readonly number[] {
  const year = yearOf(day);
  return day.slice(5) >= lastWeekFrom ? [year + 1, year] : [year];
}

/** Whether all is announced that decides if this is a working day. */
export function isSettled(holidays: Holidays, day: string): boolean {
  return yearsNaming(day).every((year) => holidays.year(year) !== null);
}

/** Whether people work on this day. A make-up day wins over a day off, and a later year's notice over an earlier one. */
export function isWorkingDay(holidays: Holidays, day: string): boolean {
  for (const year of yearsNaming(day)) {
    const announced = holidays.year(year);
    if (announced?.worked.includes(day) === true) return true;
    if (announced?.off.some((one) => one.day === day) === true) return false;
  }
  return weekday(day) <= 5 && expectedOff(holidays, day) === undefined;
}

/** The day off that falls on this day, weekends without a name aside; null: none. */
export function dayOffOn(holidays: Holidays, day: string): DayOff | null {
  for (const year of yearsNaming(day)) {
    const announced = holidays.year(year);
    if (announced?.worked.includes(day) === true) return null;
    const found = announced?.off.find((one) => one.day === day);
    if (found !== undefined) return found;
  }
  return expectedOff(holidays, day) ?? null;
}

function expectedOff(holidays: Holidays, day: string): DayOff | undefined {
  const year = yearOf(day);
  if (holidays.year(year) !== null) return undefined;
  return holidays.expected(year).find((one) => one.day === day);
}

/** Whether a day of a weekend is worked to make up for a day off. */
export const isMadeUp = (holidays: Holidays, day: string): boolean =>
  yearsNaming(day).some((year) => holidays.year(year)?.worked.includes(day) === true);

/** How far a day is moved at most. No announcement makes a month off. */
export const furthestMove = 31;

/** The nearest working day before or after; null: none within `furthestMove` days. */
export function workingDayFrom(holidays: Holidays, day: string, way: 'before' | 'after'): string | null {
  const step = way === 'before' ? -1 : 1;
  for (let far = 1; far <= furthestMove; far += 1) {
    const found = addDays(day, step * far);
    if (isWorkingDay(holidays, found)) return found;
  }
  return null;
}
