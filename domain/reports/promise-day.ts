import { addDays, weekday } from '../../questions/day.js';

/** When the people who read reports work: Monday to Friday, as the year's official notice changes it. */
export interface Calendar {
  /** days off, weekends included or not */
  readonly holidays: readonly string[];
  /** weekend days that are worked to make up for a holiday; they win over `holidays` */
  readonly workdays: readonly string[];
  /** how many working days after the day of receipt a person has read a report at the latest */
  readonly readWithin: number;
}

/** Whether reports are read on this day. */
export function isWorkingDay(calendar: Calendar, day: string): boolean {
  if (calendar.workdays.includes(day)) return true;
  if (calendar.holidays.includes(day)) return false;
  return weekday(day) <= 5;
}

/** The day by which a person will have read what came in on `received`; that day itself never counts. */
export function promiseDay(calendar: Calendar, received: string): string {
  let day = received;
  for (let left = Math.max(1, calendar.readWithin); left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) left--;
  }
  return day;
}
