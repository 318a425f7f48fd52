/** Holidays that a test makes up, and years entered by hand in memory. */
import type { EnteredYear } from '../../../domain/calendar/entered-year.js';
import type { Holidays, HolidayYear } from '../../../domain/calendar/holidays.js';
import type { EnteredYears } from '../../../domain/calendar/ports.js';

/** A year with these days off and these worked; they have no names. */
export const someHolidayYear = (
  year: number,
  off: readonly string[] = [],
  worked: readonly string[] = [],
): HolidayYear => ({
  ...{ year, source: 'package', worked },
  off: off.map((day) => ({ day, name: null })),
});

/** These years are announced, and no others; nothing is expected of those. */
export const someHolidays = (...years: readonly HolidayYear[]): Holidays => ({
  year: (wanted) => years.find(({ year }) => year === wanted) ?? null,
  expected: () => [],
});

/** Every year is announced, and has no holidays at all. */
export const plainHolidays = (): Holidays => ({ year: (year) => someHolidayYear(year), expected: () => [] });

/** Years entered by hand in memory; `stored` shows them. */
export function memoryEnteredYears(
  ...first: readonly EnteredYear[]
): EnteredYears & { readonly stored: Map<number, EnteredYear> } {
  const stored = new Map(first.map((entered) => [entered.year, entered]));
  return {
    stored,
    async all() {
      return structuredClone([...stored.values()].sort((a, b) => a.year - b.year));
    },
    async of(year) {
      return structuredClone(stored.get(year) ?? null);
    },
    async put(entered) {
      if ((stored.get(entered.year)?.revision ?? 0) !== entered.revision - 1) return false;
      stored.set(entered.year, structuredClone(entered));
      return true;
    },
  };
}
