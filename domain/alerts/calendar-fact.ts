import type { ReadHolidays } from '../calendar/ports.js';
import { weekday } from '../../questions/day.js';
import type { Clock } from '../ports.js';
import type { Alert } from './alert.js';

const monday = 1;

/**
 * The year whose holidays nobody has confirmed yet: next year's from 1 December on, this year's at any time. It is said on
 * that day and each Monday, for to enter it takes an editor and a notice that may not be out yet.
 */
export function createCalendarFact(ports: {
  read: ReadHolidays;
  clock: Clock;
}): () => Promise<readonly Alert[]> {
  const { read, clock } = ports;
  return async () => {
    const today = clock.today();
    const [year, month] = [Number(today.slice(0, 4)), today.slice(5, 7)];
    if (weekday(today) !== monday && !today.endsWith('-12-01')) return [];
    const holidays = await read();
    const asked = month === '12' ? [year, year + 1] : [year];
    return asked
      .filter((one) => holidays.year(one) === null)
      .map((one) => ({ kind: 'calendar_unconfirmed', fact: String(one), params: { year: one } }));
  };
}
