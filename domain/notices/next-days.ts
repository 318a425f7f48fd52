import { addDays } from '../../questions/day.js';
import type { MovedRule } from '../calendar/day-rule.js';
import { occurrencesOf, type DayOfRule } from '../calendar/occurrences.js';
import type { ReadHolidays } from '../calendar/ports.js';
import type { Clock } from '../ports.js';

/** The next days of a rule, so that whoever sets one sees what it means. None: it lies behind, or names no day. */
export type NextDays = (rule: MovedRule) => Promise<readonly DayOfRule[]>;

const mostDays = 5;
/** Days in which a rule of leap days still has some. */
const farDays = 12 * 366;

export function createNextDays(ports: {
  readonly readHolidays: ReadHolidays;
  readonly clock: Pick<Clock, 'today'>;
}): NextDays {
  const { readHolidays, clock } = ports;
  return async (rule) => {
    const today = clock.today();
    return occurrencesOf(rule, today, addDays(today, farDays), await readHolidays()).slice(0, mostDays);
  };
}
