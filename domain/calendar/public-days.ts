/** The days that a line tells everybody about. */
import type { InBoth } from './calendar-words.js';
import type { MovedRule, NamedRule } from './day-rule.js';
import { valuesFor } from './day-values.js';
import type { Holidays } from './holidays.js';
import { occurrencesOf, type DayOfRule } from './occurrences.js';
import { fillTemplate } from './template.js';

/** Its name may have the placeholders of `dayPlaceholders`. */
export type PublicDay = NamedRule;

/** One day of a rule, with the name that it has that year. */
export interface NamedDay extends DayOfRule {
  /** of the rule */
  readonly id: string;
  readonly name: InBoth;
}

/** The year that counts as a rule's first; null: it is not counted. */
export const sinceOf = ({ rule }: MovedRule): number | null =>
  rule.kind === 'once' ? null : (rule.since ?? null);

/** All days from one to another, both included, in order. */
export function namedDays(
  rules: readonly PublicDay[],
  from: string,
  to: string,
  holidays: Holidays,
): readonly NamedDay[] {
  const days = rules.flatMap(({ id, name, rule }) => {
    const since = sinceOf(rule);
    return occurrencesOf(rule, from, to, holidays).map((day): NamedDay => {
      const filled = (lang: 'zh' | 'en'): string =>
        fillTemplate(name[lang], valuesFor(day.on, since, lang, day.nominal));
      return { ...day, id, name: { zh: filled('zh'), en: filled('en') } };
    });
  });
  return days.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
