import type { RecordAct } from '../audit/record-act.js';
import { DomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import { announcedProblems, type Announced, type EnteredYear } from './entered-year.js';
import { yearOf } from './holidays.js';
import type { EnteredYears } from './ports.js';

export interface Entering extends Announced {
  readonly who: string;
  /** the revision that was read; 0: nobody had entered the year */
  readonly revision: number;
}

/** Enters a year's holidays by hand, or takes back what was entered (nothing off, nothing worked). */
export type EnterHolidays = (entering: Entering) => Promise<EnteredYear>;

/** Announcements come at most this many years ahead. */
export const yearsAhead = 2;

/**
 * @throws DomainError request.invalid (with `problems`) if it cannot be an announcement, or for a year that is over or
 * too far ahead; holidays.stale (with `revision`, `enteredBy`, `enteredAt`) if somebody entered it meanwhile
 */
export function createEnterHolidays(ports: {
  years: EnteredYears;
  clock: Clock;
  record: RecordAct;
}): EnterHolidays {
  const { years, clock, record } = ports;
  return async ({ who, year, revision, off, worked }) => {
    checkAnnounced({ year, off, worked }, clock.today());
    const before = await years.of(year);
    if ((before?.revision ?? 0) !== revision) throw stale(before);
    const takenBack = off.length === 0 && worked.length === 0;
    const act = takenBack ? 'holidays.withdraw' : 'holidays.enter';
    await record({ who, act, object: `holidays:${year}` });
    const entered = { year, off, worked, revision: revision + 1, enteredBy: who, enteredAt: clock.now() };
    if (!(await years.put(entered))) throw stale(await years.of(year));
    return entered;
  };
}

/** @throws DomainError request.invalid with `problems` */
export function checkAnnounced(announced: Announced, today: string): void {
  const ahead = announced.year - yearOf(today);
  const problems =
    ahead < 0 || ahead > yearsAhead
      ? [{ field: 'year', what: 'out_of_reach' }]
      : announcedProblems(announced);
  if (problems.length > 0) throw new DomainError('request.invalid', { details: { problems } });
}

function stale(there: EnteredYear | null): DomainError {
  const { revision = 0, enteredBy = null, enteredAt = null } = there ?? {};
  return new DomainError('holidays.stale', { details: { revision, enteredBy, enteredAt } });
}
