/** What of the twelve months is shown, as the page's address has it. */
import { stateGroups, type StateGroup } from '../state-groups.js';

export interface YearQuery {
  /** null: all of them */
  readonly group: StateGroup | null;
  /** id of a notice */
  readonly notice: string | null;
  /** only what hangs on holidays that are not announced */
  readonly unconfirmed: boolean;
  /** the twelve months behind, in the place of those ahead */
  readonly past: boolean;
}

type Values = Readonly<Record<string, unknown>>;

/** What is in an address and makes no sense is left out. */
export function readYearQuery({ state, notice, unconfirmed, past }: Values): YearQuery {
  return {
    group: stateGroups.find((one) => one === state) ?? null,
    notice: typeof notice === 'string' && notice !== '' ? notice : null,
    unconfirmed: unconfirmed === '1',
    past: past === '1',
  };
}

export function writeYearQuery({ group, notice, unconfirmed, past }: YearQuery): Record<string, string> {
  return {
    ...(group === null ? {} : { state: group }),
    ...(notice === null ? {} : { notice }),
    ...(unconfirmed ? { unconfirmed: '1' } : {}),
    ...(past ? { past: '1' } : {}),
  };
}

export const isFiltered = ({ group, notice, unconfirmed }: YearQuery): boolean =>
  group !== null || notice !== null || unconfirmed;
