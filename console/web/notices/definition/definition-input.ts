/** A day's definition as it is filled in, and what is made of it. */
import type { Words } from '../../api/common-types.js';
import type {
  DayRule,
  MovedRule,
  Notice,
  NoticeContent,
  NoticeTexts,
  NoticeWays,
  Nth,
} from '../../api/notice-types.js';
import { isDay } from '../../articles/calendar-range.js';

export const ruleKinds = ['yearly', 'weekday', 'lunar', 'once'] as const;
export const nths = ['1', '2', '3', '4', '5', '-1'] as const;
export const moves = ['', 'before', 'after'] as const;

/** Fields hold what was typed or chosen. */
export interface DefinitionInput {
  readonly name: Words;
  readonly kind: DayRule['kind'];
  readonly month: string;
  /** a number, or `last` */
  readonly day: string;
  readonly leap: 'before' | 'skip';
  readonly weekday: string;
  readonly nth: (typeof nths)[number];
  readonly on: string;
  readonly moved: (typeof moves)[number];
  readonly since: string;
  readonly at: string;
  readonly texts: NoticeTexts;
  readonly article: string | null;
  readonly ways: NoticeWays;
  readonly onDay: boolean;
  readonly ahead: string;
  readonly windowHours: string;
}

const noText = { title: '', body: '' };

export const emptyInput: DefinitionInput = {
  name: { zh: '', en: '' },
  ...{ kind: 'yearly', month: '1', day: '1', leap: 'before', weekday: '1', nth: '1', on: '', moved: '' },
  ...{ since: '', at: '08:00', texts: { zh: noText, en: noText }, article: null },
  ways: { mass: null, account: false, mini: true },
  ...{ onDay: true, ahead: '', windowHours: '24' },
};

export function inputOf(notice: Notice): DefinitionInput {
  const { name, rule, since, at, texts, article, ways, leads, windowHours } = notice;
  return {
    ...emptyInput,
    ...{ name, kind: rule.kind, moved: rule.moved ?? '', since: since?.toString() ?? '' },
    ...ruleFields(rule),
    ...{ at, texts, article, ways, windowHours: String(windowHours) },
    onDay: leads.includes(0),
    ahead: leads.filter((lead) => lead > 0).join(', '),
  };
}

function ruleFields(rule: DayRule): Partial<DefinitionInput> {
  if (rule.kind === 'once') return { on: rule.on };
  const month = String(rule.month);
  if (rule.kind === 'weekday')
    return { month, weekday: String(rule.weekday), nth: nths.find((nth) => nth === String(rule.nth)) ?? '1' };
  const day = String(rule.day);
  return rule.kind === 'yearly' ? { month, day, leap: rule.leap ?? 'before' } : { month, day };
}

const lastOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isWhole = (value: number, from: number, to: number): boolean =>
  Number.isInteger(value) && value >= from && value <= to;
const toNth = (text: DefinitionInput['nth']): Nth =>
  (({ '1': 1, '2': 2, '3': 3, '4': 4, '5': 5, '-1': -1 }) as const)[text];

/** The rule; null: it is not complete yet. */
export function ruleOf(input: DefinitionInput): MovedRule | null {
  const rule = dayRuleOf(input);
  return rule === null || input.moved === '' ? rule : { ...rule, moved: input.moved };
}

function dayRuleOf({ kind, month: m, day: d, leap, weekday, nth, on }: DefinitionInput): DayRule | null {
  const [month, day] = [Number(m), Number(d)];
  switch (kind) {
    case 'once':
      return isDay(on) ? { kind, on } : null;
    case 'weekday':
      return { kind, month, weekday: Number(weekday), nth: toNth(nth) };
    case 'lunar':
      if (d === 'last') return { kind, month, day: 'last' };
      return isWhole(day, 1, 30) ? { kind, month, day } : null;
    case 'yearly':
      if (!isWhole(day, 1, lastOf[month - 1] ?? 31)) return null;
      return { kind, month, day, ...(month === 2 && day === 29 ? { leap } : {}) };
  }
}

/** Days ahead, the fewest first; null: they cannot be read. */
export function aheadOf(text: string): readonly number[] | null {
  const parts = text.split(/[,，、\s]+/).filter((part) => part !== '');
  const days = [...new Set(parts.map(Number))].sort((a, b) => a - b);
  return days.length <= 4 && days.every((one) => isWhole(one, 1, 60)) ? days : null;
}

export type DefinitionProblem = 'rule' | 'since' | 'at' | 'ahead' | 'leads' | 'window' | 'nameZh' | 'nameEn';

const yearOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** What is wrong beside the words and ways, which are looked at where they are written. */
export function inputProblems(input: DefinitionInput): readonly DefinitionProblem[] {
  const since = yearOf(input.since);
  const ahead = aheadOf(input.ahead);
  return [
    ...(input.name.zh.trim() === '' ? (['nameZh'] as const) : []),
    ...(input.name.en.trim() === '' ? (['nameEn'] as const) : []),
    ...(ruleOf(input) === null ? (['rule'] as const) : []),
    ...(since !== null && !isWhole(since, 1900, 2200) ? (['since'] as const) : []),
    ...(/^\d\d:\d\d$/.test(input.at) ? [] : (['at'] as const)),
    ...(ahead === null ? (['ahead'] as const) : []),
    ...(ahead !== null && ahead.length === 0 && !input.onDay ? (['leads'] as const) : []),
    ...(isWhole(Number(input.windowHours), 1, 72) ? [] : (['window'] as const)),
  ];
}

/** What is sent; null: something is wrong with it. */
export function contentOf(input: DefinitionInput): NoticeContent | null {
  const [rule, ahead] = [ruleOf(input), aheadOf(input.ahead)];
  if (rule === null || ahead === null || inputProblems(input).length > 0) return null;
  const { name, at, texts, article, ways } = input;
  return {
    ...{ name: { zh: name.zh.trim(), en: name.en.trim() }, rule, since: yearOf(input.since), at },
    ...{ texts, article, ways, leads: [...(input.onDay ? [0] : []), ...ahead] },
    windowHours: Number(input.windowHours),
  };
}
