/** The line's calendar as the desk shows it: days off, make-up working days, days with a name. */
import type { InBoth } from '../../domain/calendar/calendar-words.js';
import { dayOffOn, isMadeUp } from '../../domain/calendar/holidays.js';
import type { ReadHolidays } from '../../domain/calendar/ports.js';
import { namedDays, type PublicDay } from '../../domain/calendar/public-days.js';
import { addDays } from '../../questions/day.js';

export interface CalendarDay {
  readonly day: string;
  readonly off: boolean;
  readonly worked: boolean;
  /** of the line's own day on it, else of the holiday */
  readonly name: InBoth | null;
}

/** Every day from one to another, both included. */
export function createDaysBetween(
  read: ReadHolidays,
  days: readonly PublicDay[],
): (from: string, to: string) => Promise<readonly CalendarDay[]> {
  return async (from, to) => {
    const holidays = await read();
    const named = new Map(namedDays(days, from, to, holidays).map(({ on, name }) => [on, name]));
    const found: CalendarDay[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const off = dayOffOn(holidays, day);
      const name = named.get(day) ?? off?.name ?? null;
      found.push({ day, off: off !== null, worked: isMadeUp(holidays, day), name });
    }
    return found;
  };
}
