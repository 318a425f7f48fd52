import { addDays } from '../../questions/day.js';
import { ruleProblems } from '../calendar/day-rule.js';
import type { Holidays } from '../calendar/holidays.js';
import { occurrencesOf } from '../calendar/occurrences.js';
import { checkWays, checkWords, stop, type NoticeProblem } from './check-words.js';
import { isUnfilled } from './notice-words.js';
import { noticeLangs, noticeLimits, type NoticeContent } from './notice.js';

/** Days in which every rule has a day, but for one-off days and leap days. */
const farDays = 4 * 366;

/** What is wrong with a notice as it is defined, as seen on `today`. */
export function checkNotice(
  content: NoticeContent,
  { today, holidays }: { readonly today: string; readonly holidays: Holidays },
): readonly NoticeProblem[] {
  const { name, rule, since, at, texts, ways, leads, windowHours } = content;
  const sound = ruleProblems(rule).length === 0;
  const [next] = sound ? occurrencesOf(rule, today, addDays(today, farDays), holidays) : [];
  const { name: mostName, leads: mostLeads, lead: mostLead, windowHours: mostHours } = noticeLimits;
  return [
    ...noticeLangs.flatMap((lang) => [
      ...(name[lang].trim() === '' ? [stop(lang, 'name', 'missing')] : []),
      ...(name[lang].length > mostName ? [stop(lang, 'name', 'too_long', mostName)] : []),
      ...(next !== undefined && isUnfilled(name[lang], { ...next, since }, lang)
        ? [stop(lang, 'name', 'placeholder_unknown')]
        : []),
    ]),
    ...(next === undefined ? [stop(null, 'rule', 'no_day')] : []),
    ...(isTime(at) ? [] : [stop(null, 'at', 'malformed')]),
    ...(areLeads(leads, mostLeads, mostLead) ? [] : [stop(null, 'leads', 'malformed', mostLead)]),
    ...(isWhole(windowHours, 1, mostHours) ? [] : [stop(null, 'window', 'malformed', mostHours)]),
    ...checkWays(ways, 0),
    ...(next === undefined ? [] : checkWords(texts, { ...next, since })),
  ];
}

export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

const isWhole = (value: number, from: number, to: number): boolean =>
  Number.isInteger(value) && value >= from && value <= to;

const areLeads = (leads: readonly number[], most: number, mostLead: number): boolean =>
  leads.length > 0 &&
  leads.length <= most &&
  new Set(leads).size === leads.length &&
  leads.every((lead) => isWhole(lead, 0, mostLead));
