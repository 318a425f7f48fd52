import { holidayYearOf, type Announced } from './entered-year.js';
import type { DayOff, Holidays, HolidayYear } from './holidays.js';
import type { GivenHolidays } from './ports.js';

/** A year by hand wins over the profile's, and that one over what came with the software; a year is never mixed of two. */
export function layerHolidays(given: GivenHolidays, entered: readonly Announced[]): Holidays {
  const known = new Map<number, HolidayYear | null>();
  const expected = new Map<number, readonly DayOff[]>();
  const layers: readonly ((year: number) => HolidayYear | null)[] = [
    (year) => {
      const found = entered.find((one) => one.year === year);
      return found === undefined ? null : holidayYearOf(found, 'hand');
    },
    (year) => given.profile.find((one) => one.year === year) ?? null,
    given.published,
  ];
  const find = (year: number): HolidayYear | null =>
    layers.reduce<HolidayYear | null>((found, layer) => found ?? layer(year), null);
  return {
    year: (year) => once(known, year, find),
    expected: (year) => once(expected, year, given.expected),
  };
}

function once<T>(kept: Map<number, T>, year: number, make: (year: number) => T): T {
  const found = kept.get(year);
  if (found !== undefined) return found;
  const made = make(year);
  kept.set(year, made);
  return made;
}
