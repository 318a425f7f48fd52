import type { NamedRule } from './day-rule.js';
import type { Holidays } from './holidays.js';
import { occurrencesOf } from './occurrences.js';

/** A day that lies elsewhere once other holidays hold. */
export interface Move {
  /** of the rule */
  readonly id: string;
  readonly name: NamedRule['name'];
  /** the day that the rule names */
  readonly nominal: string;
  readonly from: string;
  readonly to: string;
}

/** What moves when other holidays hold for a year than before, by the day it moves to. */
export function movesOf(
  rules: readonly NamedRule[],
  year: number,
  before: Holidays,
  after: Holidays,
): readonly Move[] {
  // wide enough for a day that is moved out of the year, or into it
  const [from, to] = [`${year - 1}-11-01`, `${year + 1}-02-28`];
  const moves = rules.flatMap(({ id, name, rule }) => {
    const was = new Map(occurrencesOf(rule, from, to, before).map(({ nominal, on }) => [nominal, on]));
    return occurrencesOf(rule, from, to, after).flatMap(({ nominal, on }): readonly Move[] => {
      const earlier = was.get(nominal) ?? on;
      return earlier === on ? [] : [{ id, name, nominal, from: earlier, to: on }];
    });
  });
  return moves.toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
}
