/** The drafts of one notice: what is missing is made, what follows its rule follows it, what nobody confirmed ends. */
import type { ReadHolidays } from '../calendar/ports.js';
import type { Clock } from '../ports.js';
import { changesFor } from './notice-changes.js';
import type { Notice } from './notice.js';
import type { Occurrences } from './ports.js';

export interface PlanPorts {
  readonly occurrences: Occurrences;
  readonly readHolidays: ReadHolidays;
  readonly clock: Clock;
  /** IANA name of the line's zone */
  readonly zone: string;
}

export interface Planned {
  readonly found: number;
  readonly done: number;
  readonly failed: number;
}

/** The first day after the twelve months that begin on a day. */
export function yearFrom(today: string): string {
  const [year = '', ...rest] = today.split('-');
  const next = String(Number(year) + 1);
  return rest.join('-') === '02-29' ? `${next}-03-01` : [next, ...rest].join('-');
}

/**
 * Looks after the drafts of one notice. Doing it twice, late or in two processes at once comes to the same: each is made
 * under a name that there is once, and each change is one conditional write. @throws DomainError storage.unavailable
 */
export async function planNotice(ports: PlanPorts, notice: Notice): Promise<Planned> {
  const { occurrences, readHolidays, clock, zone } = ports;
  const [all, holidays] = await Promise.all([occurrences.of(notice.id), readHolidays()]);
  const today = clock.today();
  const times = { today, end: yearFrom(today), now: clock.now(), zone, holidays };
  const { made, changed, removed } = changesFor(notice, all, times);
  const counts = { found: made.length + changed.length + removed.length, done: 0, failed: 0 };
  const count = (written: boolean): void => {
    if (written) counts.done += 1;
  };
  for (const one of made) count(await occurrences.insert(one));
  for (const one of changed) count(await occurrences.replace(one));
  for (const one of removed) count(await occurrences.remove(one));
  return counts;
}
