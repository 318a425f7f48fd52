import { addDays, dayOf, lastOfMonth, weekday } from '../../questions/day.js';
import { chineseDay } from './chinese-months.js';
import type { DayRule, WeekdayRule, YearlyRule } from './day-rule.js';
import { yearOf } from './holidays.js';

/** The days that a rule names from one day to another, both included, in order, before any is moved. */
export function nominalDays(rule: DayRule, from: string, to: string): readonly string[] {
  const within = (day: string | null): day is string => day !== null && day >= from && day <= to;
  if (rule.kind === 'once') return [rule.on].filter(within);
  const days: string[] = [];
  // a Chinese year ends in the next one
  for (let year = yearOf(from) - 1; year <= yearOf(to); year += 1) {
    const day = dayIn(rule, year);
    if (within(day) && yearOf(day) >= (rule.since ?? 0)) days.push(day);
  }
  return days;
}

function dayIn(rule: Exclude<DayRule, { kind: 'once' }>, year: number): string | null {
  switch (rule.kind) {
    case 'yearly':
      return yearlyDay(rule, year);
    case 'weekday':
      return weekdayOf(rule, year);
    case 'lunar':
      return chineseDay(year, rule.month, rule.day);
  }
}

function yearlyDay({ month, day, leap }: YearlyRule, year: number): string | null {
  const found = dayOf(year, month, day);
  return found === null && leap !== 'skip' ? lastOfMonth(year, month) : found;
}

function weekdayOf({ month, weekday: wanted, nth }: WeekdayRule, year: number): string | null {
  if (nth === -1) {
    const last = lastOfMonth(year, month);
    return addDays(last, -((weekday(last) - wanted + 7) % 7));
  }
  const first = dayOf(year, month, 1);
  if (first === null) return null;
  const found = addDays(first, ((wanted - weekday(first) + 7) % 7) + 7 * (nth - 1));
  return found <= lastOfMonth(year, month) ? found : null;
}
