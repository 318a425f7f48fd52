/** What the calendar needs from outside. */
import type { NamedRule } from './day-rule.js';
import type { EnteredYear } from './entered-year.js';
import type { DayOff, Holidays, HolidayYear } from './holidays.js';

/** Years of holidays that editors entered: one document a year. */
export interface EnteredYears {
  /** All of them, by year. */
  all(): Promise<readonly EnteredYear[]>;
  of(year: number): Promise<EnteredYear | null>;
  /**
   * Writes it over the one with the revision before it (`revision - 1`); the first one has revision 1. False: another
   * write was faster, and nothing is written.
   */
  put(entered: EnteredYear): Promise<boolean>;
}

/** Holidays as they are known at the moment. Never throws: while the database does not answer, as they were last known. */
export type ReadHolidays = () => Promise<Holidays>;

/** The rules whose days would move with other holidays. */
export type ReadRules = () => Promise<readonly NamedRule[]>;

/** What is known of holidays without anybody's entering it. */
export interface GivenHolidays {
  /** the profile's own years */
  readonly profile: readonly HolidayYear[];
  /** what came with the software; null: it has not that year */
  readonly published: (year: number) => HolidayYear | null;
  /** what is off whatever is announced */
  readonly expected: (year: number) => readonly DayOff[];
}
