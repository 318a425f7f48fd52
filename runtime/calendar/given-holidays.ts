import type { ProfileCalendar } from '../../bot/flows/profile.js';
import type { GivenHolidays } from '../../domain/calendar/ports.js';
import { statutoryDays } from '../../domain/calendar/statutory-days.js';
import { publishedHolidays } from './published-holidays.js';

/** What a line knows of holidays by its profile and its software. */
export function givenHolidays({ china, years }: ProfileCalendar): GivenHolidays {
  return china
    ? { profile: years, published: publishedHolidays(), expected: statutoryDays }
    : { profile: years, published: () => null, expected: () => [] };
}
