import { addDays } from '../../questions/day.js';
import type { MovedRule } from './day-rule.js';
import { furthestMove, isSettled, isWorkingDay, workingDayFrom, type Holidays } from './holidays.js';
import { nominalDays } from './nominal-days.js';

export interface DayOfRule {
  /** the day, moved where the rule says so */
  readonly on: string;
  /** the day that the rule names */
  readonly nominal: string;
  /** false: it hangs on holidays that are not announced yet, and may still move */
  readonly confirmed: boolean;
}

/** The days of a rule from one day to another, both included, in order. A day counts by where it was moved to. */
export function occurrencesOf(
  { rule, moved }: MovedRule,
  from: string,
  to: string,
  holidays: Holidays,
): readonly DayOfRule[] {
  const far = moved === undefined ? 0 : furthestMove;
  return nominalDays(rule, addDays(from, -far), addDays(to, far))
    .map((nominal) => place(nominal, moved, holidays))
    .filter(({ on }) => on >= from && on <= to);
}

/** Where a day that a rule names comes to lie. */
function place(nominal: string, moved: MovedRule['moved'], holidays: Holidays): DayOfRule {
  if (moved === undefined) return { on: nominal, nominal, confirmed: true };
  const works = isWorkingDay(holidays, nominal);
  const on = works ? nominal : (workingDayFrom(holidays, nominal, moved) ?? nominal);
  return { on, nominal, confirmed: between(nominal, on).every((day) => isSettled(holidays, day)) };
}

/** All days from one to another, both included, whichever is the earlier. */
function between(one: string, other: string): readonly string[] {
  const [from, to] = one <= other ? [one, other] : [other, one];
  const days = [from];
  for (let day = from; day < to;) days.push((day = addDays(day, 1)));
  return days;
}
