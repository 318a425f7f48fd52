import { addDays } from '../../questions/day.js';
import { isWorkingDay, type Holidays } from '../calendar/holidays.js';

/**
 * The day by which a person will have read what came in on `received`: so many working days later. That day itself
 * never counts, and one day is the least.
 */
export function promiseDay(holidays: Holidays, readWithin: number, received: string): string {
  let day = received;
  for (let left = Math.max(1, readWithin); left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(holidays, day)) left--;
  }
  return day;
}
