/** When something happens, year after year or once. */
import { dayOf, lastOfMonth } from '../../questions/day.js';
import { isDay } from '../days.js';

/** What is counted from a first year on. */
interface Counted {
  /** the year that counts as the first: nothing before it; without it, every year */
  readonly since?: number;
}

export type Nth = 1 | 2 | 3 | 4 | 5 | -1;

/** The same day of the same month every year. */
export interface YearlyRule extends Counted {
  readonly kind: 'yearly';
  /** 1–12 */
  readonly month: number;
  readonly day: number;
  /**
   * What 29 February means in a year without one. `before`, if nothing is said: the day before, 28 February. Whoever
   * writes "every year" expects one each year, and the law counts the same way: where a month lacks the day, its last
   * day stands for it. `skip`: only in leap years.
   */
  readonly leap?: 'before' | 'skip';
}

/** A weekday of a month, from its beginning or its end. A month without a fifth one has none. */
export interface WeekdayRule extends Counted {
  readonly kind: 'weekday';
  readonly month: number;
  /** 1 Monday … 7 Sunday */
  readonly weekday: number;
  /** -1: the last */
  readonly nth: Nth;
}

/**
 * A day of the Chinese calendar. The month is named by its number, and a leap month never counts. Where the month has
 * 29 days, its 30th is its last: the eve of the new year is the 30th or `last` of the 12th month.
 */
export interface LunarRule extends Counted {
  readonly kind: 'lunar';
  readonly month: number;
  readonly day: number | 'last';
}

export interface OnceRule {
  readonly kind: 'once';
  /** `YYYY-MM-DD` */
  readonly on: string;
}

export type DayRule = YearlyRule | WeekdayRule | LunarRule | OnceRule;

export interface MovedRule {
  readonly rule: DayRule;
  /** where nobody works on the day: the working day before it, or after it; without it, the day itself in any case */
  readonly moved?: 'before' | 'after';
}

/** A rule that has an id and a name. */
export interface NamedRule {
  readonly id: string;
  readonly name: Readonly<Record<'zh' | 'en', string>>;
  readonly rule: MovedRule;
}

/** The parts of a rule that name no day, by their field; none: it is sound. For what came from outside. */
export function ruleProblems({ rule }: MovedRule): readonly string[] {
  if (rule.kind === 'once') return isDay(rule.on) ? [] : ['on'];
  const { month, since } = rule;
  const sound: readonly (readonly [string, boolean])[] = [
    ['month', isWhole(month, 1, 12)],
    ['since', since === undefined || isWhole(since, 1900, 2200)],
    ...partsOf(rule),
  ];
  return sound.flatMap(([field, fine]) => (fine ? [] : [field]));
}

function partsOf(rule: Exclude<DayRule, OnceRule>): readonly (readonly [string, boolean])[] {
  switch (rule.kind) {
    case 'yearly':
      return [['day', isWhole(rule.day, 1, mostDaysOf(rule.month))]];
    case 'weekday':
      return [
        ['weekday', isWhole(rule.weekday, 1, 7)],
        ['nth', rule.nth === -1 || isWhole(rule.nth, 1, 5)],
      ];
    case 'lunar':
      return [['day', rule.day === 'last' || isWhole(rule.day, 1, 30)]];
  }
}

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** In the year that has most of them. */
const mostDaysOf = (month: number): number => {
  const leapYear = 2024;
  return dayOf(leapYear, month, 1) === null ? 31 : Number(lastOfMonth(leapYear, month).slice(8));
};
