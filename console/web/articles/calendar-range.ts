/** Which days a month or a week shows. Days are YYYY-MM-DD; weeks begin on Monday. */
import { addDays, dayNumber, lastOfMonth, weekday } from '../../../questions/day.js';

export const calendarViews = ['month', 'week'] as const;
export type CalendarView = (typeof calendarViews)[number];

export interface DayRange {
  readonly from: string;
  /** included */
  readonly to: string;
}

/** The days that a view is about. */
export function daysOf(view: CalendarView, day: string): DayRange {
  if (view === 'week') {
    const from = addDays(day, 1 - weekday(day));
    return { from, to: addDays(from, 6) };
  }
  const to = lastOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
  return { from: `${day.slice(0, 7)}-01`, to };
}

/** The days that are shown: a month is shown in whole weeks. */
export function rangeOf(view: CalendarView, day: string): DayRange {
  const { from, to } = daysOf(view, day);
  return { from: addDays(from, 1 - weekday(from)), to: addDays(to, 7 - weekday(to)) };
}

/** A day of the next month or week, or of the one before. */
export function shifted(view: CalendarView, day: string, step: 1 | -1): string {
  const { from, to } = daysOf(view, day);
  const near = step === 1 ? addDays(to, 1) : addDays(from, -1);
  return daysOf(view, near).from;
}

export const isWithin = ({ from, to }: DayRange, day: string): boolean => from <= day && day <= to;

/** Whether a text is a day that there is. */
export function isDay(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}
