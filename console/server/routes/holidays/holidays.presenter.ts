/** Years of holidays as the console's page gets them. */
import { rangesOf, type DaysOff, type EnteredYear } from '../../../../domain/calendar/entered-year.js';
import type { Holidays, HolidaySource } from '../../../../domain/calendar/holidays.js';
import type { Move } from '../../../../domain/calendar/moves.js';
import type { Named } from '../../../../domain/staff/name-staff.js';
import { iso } from '../page.js';

/** Who entered what, and what holds. */
export interface ShownYears {
  readonly entered: readonly EnteredYear[];
  readonly holidays: Holidays;
  readonly nameOf: (id: string) => Named;
}

interface YearHead {
  readonly year: number;
  /** null: nobody knows it yet */
  readonly source: HolidaySource | null;
  readonly confirmed: boolean;
  /** of what was entered by hand; 0: nobody entered the year */
  readonly revision: number;
  readonly enteredBy: Named | null;
  readonly enteredAt: string | null;
}

interface ShownYear extends YearHead {
  /** of an unconfirmed year: what the law fixes beforehand */
  readonly off: readonly DaysOff[];
  readonly worked: readonly string[];
}

export function presentHead({ entered, holidays, nameOf }: ShownYears, year: number): YearHead {
  const known = holidays.year(year);
  const byHand = entered.find((one) => one.year === year);
  return {
    ...{ year, source: known?.source ?? null, confirmed: known !== null },
    revision: byHand?.revision ?? 0,
    enteredBy: byHand === undefined ? null : nameOf(byHand.enteredBy),
    enteredAt: byHand === undefined ? null : iso(byHand.enteredAt),
  };
}

export function presentYear(shown: ShownYears, year: number): ShownYear {
  const { holidays } = shown;
  const known = holidays.year(year);
  const off = rangesOf(known?.off ?? holidays.expected(year));
  return { ...presentHead(shown, year), off, worked: known?.worked ?? [] };
}

export const presentMoves = (moves: readonly Move[]) => ({
  items: moves.map(({ id, name, nominal, from, to }) => ({ id, name, nominal, from, to })),
});
