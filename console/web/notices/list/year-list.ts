/** Twelve months of day notices: which days are asked for, what is shown of them, and in which order. */
import { addDays } from '../../../../questions/day.js';
import type { OccurrenceLine, OccurrenceState } from '../../api/occurrence-types.js';
import type { Zone } from '../../articles/calendar-zone.js';
import { groupOf, hasBegun, stateGroups, type StateGroup } from '../state-groups.js';
import type { YearQuery } from './year-query.js';

export interface YearRow {
  readonly line: OccurrenceLine;
  /** the day that it goes out on, and the time of day */
  readonly day: string;
  readonly time: string;
}

export interface YearMonth {
  /** YYYY-MM */
  readonly month: string;
  readonly rows: readonly YearRow[];
}

/** Days behind in which something may still wait for somebody. */
const lookBack = 31;

const yearLater = (day: string, years: number): string => {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return moved.endsWith('02-29') ? `${moved.slice(0, 4)}-02-28` : moved;
};

/** The days to ask for, both included. */
export const daysAsked = (past: boolean, today: string): { readonly from: string; readonly to: string } =>
  past
    ? { from: yearLater(today, -1), to: today }
    : { from: addDays(today, -lookBack), to: yearLater(today, 1) };

const rowOf = (line: OccurrenceLine, zone: Zone): YearRow => ({ line, ...zone.wall(line.at) });

const unsettled: ReadonlySet<OccurrenceState> = new Set([
  'going',
  'paused',
  'partly_done',
  'in_doubt',
  'refused',
]);

/** Of today's: whether it has begun, or will not any more. */
const isBehind = (state: OccurrenceState): boolean => hasBegun(state) || groupOf(state) === 'over';

/** What is ahead, and what lies behind and still waits for somebody; or all that lies behind. */
export function rowsOf(
  lines: readonly OccurrenceLine[],
  { past, today, zone }: { readonly past: boolean; readonly today: string; readonly zone: Zone },
): readonly YearRow[] {
  const rows = lines.map((line) => rowOf(line, zone));
  return past
    ? rows.filter(({ day, line }) => day < today || (day === today && isBehind(line.state)))
    : rows.filter(({ day, line }) => day >= today || unsettled.has(line.state));
}

export function filterRows(
  rows: readonly YearRow[],
  { group, notice, unconfirmed }: Pick<YearQuery, 'group' | 'notice' | 'unconfirmed'>,
): readonly YearRow[] {
  return rows.filter(
    ({ line }) =>
      (group === null || groupOf(line.state) === group) &&
      (notice === null || line.notice === notice) &&
      (!unconfirmed || !line.confirmed),
  );
}

/** By month, the earliest first; what lies behind, the latest first. */
export function byMonth(rows: readonly YearRow[], past: boolean): readonly YearMonth[] {
  const sorted = rows.toSorted((a, b) => Date.parse(a.line.at) - Date.parse(b.line.at));
  if (past) sorted.reverse();
  const months = new Map<string, YearRow[]>();
  for (const row of sorted) {
    const month = row.day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), row]);
  }
  return [...months].map(([month, found]) => ({ month, rows: found }));
}

/** How many there are of each group, and how many hang on holidays. */
export function countsOf(rows: readonly YearRow[]): Readonly<Record<StateGroup, number>> & {
  readonly unconfirmed: number;
} {
  const count = (group: StateGroup): number =>
    rows.filter(({ line }) => groupOf(line.state) === group).length;
  const [draft, inReview, scheduled, heed, over] = stateGroups.map(count);
  return {
    ...{ draft: draft ?? 0, in_review: inReview ?? 0, scheduled: scheduled ?? 0, heed: heed ?? 0 },
    over: over ?? 0,
    unconfirmed: rows.filter(({ line }) => !line.confirmed).length,
  };
}

/** Years whose holidays somebody has to enter before all days are certain. */
export const unconfirmedYears = (rows: readonly YearRow[]): readonly number[] =>
  [
    ...new Set(
      rows.filter(({ line }) => !line.confirmed).map(({ line }) => Number(line.nominal.slice(0, 4))),
    ),
  ].sort((a, b) => a - b);

const draftLines = (rows: readonly YearRow[]): readonly OccurrenceLine[] =>
  rows
    .map(({ line }) => line)
    .filter(({ state }) => state === 'draft')
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.id.localeCompare(b.id));

/** The ids of drafts, in the order in which an editor goes through them. */
export const draftsOf = (rows: readonly YearRow[]): readonly string[] => draftLines(rows).map(({ id }) => id);

export interface DraftPlace {
  /** the how manieth draft it is, from 1; null: it is one no more */
  readonly at: number | null;
  readonly count: number;
  readonly before: string | null;
  readonly after: string | null;
}

/** Where one stands among the drafts, or where it stood while it was one. */
export function placeAmong(
  rows: readonly YearRow[],
  { id, at }: Pick<OccurrenceLine, 'id' | 'at'>,
): DraftPlace {
  const drafts = draftLines(rows);
  const place = drafts.findIndex((line) => line.id === id);
  const next = drafts.findIndex((line) => Date.parse(line.at) >= Date.parse(at));
  const [before, after] =
    place === -1 ? [(next === -1 ? drafts.length : next) - 1, next] : [place - 1, place + 1];
  return {
    ...{ at: place === -1 ? null : place + 1, count: drafts.length },
    ...{ before: drafts[before]?.id ?? null, after: drafts[after]?.id ?? null },
  };
}
