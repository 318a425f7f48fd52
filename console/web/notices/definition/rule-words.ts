/** A rule as sentences that somebody can check. */
import type { TFunction } from 'i18next';
import type { Lang } from '../../api/common-types.js';
import type { MovedRule } from '../../api/notice-types.js';
import { chineseNumber, englishNth } from '../words/number-words.js';

const locales = { zh: 'zh-CN', en: 'en-GB' } as const;
const form = (lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locales[lang], { ...options, timeZone: 'UTC' });

/** 1 January to 12 December. */
export const monthName = (lang: Lang, month: number): string =>
  form(lang, { month: 'long' }).format(Date.UTC(2024, month - 1, 1));

/** 1 Monday to 7 Sunday. */
export const weekdayName = (lang: Lang, weekday: number): string =>
  form(lang, { weekday: 'long' }).format(Date.UTC(2024, 0, weekday));

const lunarMonths = { 1: '正月', 11: '冬月', 12: '腊月' } as const;
const isNamed = (month: number): month is keyof typeof lunarMonths => Object.hasOwn(lunarMonths, month);

export const lunarMonth = (lang: Lang, month: number): string => {
  if (lang === 'en') return englishNth(month);
  return isNamed(month) ? lunarMonths[month] : `${chineseNumber(month)}月`;
};

/** 初五, 十五, 廿三; `5th`. */
export function lunarDay(lang: Lang, day: number): string {
  if (lang === 'en') return englishNth(day);
  if (day <= 10) return `初${chineseNumber(day)}`;
  if (day === 20 || day === 30) return chineseNumber(day);
  return day < 20 ? chineseNumber(day) : `廿${chineseNumber(day - 20)}`;
}

/** `brief`: what is usual is left out. */
export function ruleWords(t: TFunction<'notices'>, lang: Lang, rule: MovedRule, brief = false): string {
  const day = dayWords(t, lang, rule);
  if (rule.moved === undefined && brief) return day;
  const moved = t(`ruleWords.${rule.moved ?? 'stays'}`);
  return [day, moved].join(lang === 'zh' ? '' : ' ');
}

function dayWords(t: TFunction<'notices'>, lang: Lang, rule: MovedRule): string {
  switch (rule.kind) {
    case 'once':
      return t('ruleWords.once', { day: form(lang, { dateStyle: 'full' }).format(Date.parse(rule.on)) });
    case 'yearly': {
      if (rule.leap !== undefined)
        return t(rule.leap === 'skip' ? 'ruleWords.yearlySkip' : 'ruleWords.yearlyLeap');
      const at = Date.UTC(2024, rule.month - 1, rule.day);
      return t('ruleWords.yearly', { day: form(lang, { day: 'numeric', month: 'long' }).format(at) });
    }
    case 'weekday': {
      const names = { month: monthName(lang, rule.month), weekday: weekdayName(lang, rule.weekday) };
      if (rule.nth === -1) return t('ruleWords.weekdayLast', names);
      return t('ruleWords.weekday', { ...names, nth: t(`nths.n${rule.nth}`) });
    }
    case 'lunar': {
      const month = lunarMonth(lang, rule.month);
      if (rule.day === 'last') return t('ruleWords.lunarLast', { month });
      return t('ruleWords.lunar', { month, day: lunarDay(lang, rule.day) });
    }
  }
}
