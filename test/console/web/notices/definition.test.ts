import { describe, expect, test } from '@jest/globals';
import type { MovedRule } from '../../../../console/web/api/notice-types.js';
import { createTranslations } from '../../../../console/web/i18n/translations.js';
import {
  aheadOf,
  contentOf,
  emptyInput,
  inputOf,
  inputProblems,
  ruleOf,
} from '../../../../console/web/notices/definition/definition-input.js';
import { lunarDay, lunarMonth, ruleWords } from '../../../../console/web/notices/definition/rule-words.js';
import { ruleProblems } from '../../../../domain/calendar/day-rule.js';
import { noticeLimits } from '../../../../domain/notices/notice.js';
import { en, zh } from '../../../../console/web/notices/notice-words.js';
import { notice } from './notice-samples.js';

const rules: readonly MovedRule[] = [
  { kind: 'yearly', month: 4, day: 15 },
  { kind: 'yearly', month: 2, day: 29, leap: 'before' },
  { kind: 'yearly', month: 2, day: 29, leap: 'skip', moved: 'after' },
  { kind: 'weekday', month: 9, weekday: 1, nth: 2 },
  { kind: 'weekday', month: 3, weekday: 7, nth: -1, moved: 'before' },
  { kind: 'lunar', month: 1, day: 15 },
  { kind: 'lunar', month: 12, day: 'last' },
  { kind: 'once', on: '2027-05-20' },
];

describe('a definition that is filled in', () => {
  test.each(rules)('keeps its rule: %j', (rule) => {
    expect(ruleOf(inputOf(notice({ rule })))).toEqual(rule);
    const { moved, ...plain } = rule;
    expect(ruleProblems(moved === undefined ? { rule: plain } : { rule: plain, moved })).toEqual([]);
  });

  test('is sent as it came, where nobody changed anything', () => {
    const { name, rule, since, at, texts, article, ways, leads, windowHours } = notice({ leads: [0, 7] });
    expect(contentOf(inputOf(notice({ leads: [0, 7] })))).toEqual({
      ...{ name, rule, since, at, texts, article, ways, leads, windowHours },
    });
  });

  test('is not sent while something is missing or wrong, and says what', () => {
    expect(inputProblems(emptyInput)).toEqual(['nameZh', 'nameEn']);
    expect(contentOf(emptyInput)).toBeNull();
    const wrong = {
      ...inputOf(notice()),
      ...{ month: '4', day: '31', since: '20l6', at: '', ahead: '0', windowHours: '73' },
    };
    expect(inputProblems(wrong)).toEqual(['rule', 'since', 'at', 'ahead', 'window']);
    expect(inputProblems({ ...inputOf(notice()), onDay: false })).toEqual(['leads']);
    expect(inputProblems({ ...inputOf(notice()), kind: 'once', on: '2027-02-30' })).toEqual(['rule']);
  });

  test('is not counted where no year is given', () => {
    expect(contentOf({ ...inputOf(notice()), since: ' ' })?.since).toBeNull();
  });

  test('has no more days ahead than the server takes', () => {
    expect(aheadOf('7, 1，30、 7')).toEqual([1, 7, 30]);
    expect(aheadOf('')).toEqual([]);
    expect([aheadOf('61'), aheadOf('1.5'), aheadOf('x'), aheadOf('1 2 3 4 5')]).toEqual([
      ...[null, null, null, null],
    ]);
    // with the day itself
    expect(noticeLimits.leads).toBe(5);
    expect(noticeLimits.lead).toBe(60);
  });
});

describe('a rule in words', () => {
  const sentences = async (lang: 'zh' | 'en'): Promise<string[]> => {
    const translations = await createTranslations(lang);
    translations.addResourceBundle(lang, 'notices', lang === 'zh' ? zh : en);
    const t = translations.getFixedT<'notices'>(lang, 'notices');
    return rules.map((rule) => ruleWords(t, lang, rule, true));
  };

  test('says in English which day it is, and where it goes when nobody works', async () => {
    expect(await sentences('en')).toEqual([
      'Every year on 15 April.',
      'Every year on 29 February, in other years on the day before.',
      'On 29 February, in years that have one. Where nobody works then, on the working day after.',
      'Every year on the second Monday in September.',
      'Every year on the last Sunday in March. Where nobody works then, on the working day before.',
      'Every year on the 15th day of the 1st month of the Chinese calendar.',
      'Every year on the last day of the 12th month of the Chinese calendar.',
      expect.stringMatching(/^Once, on Thursday,? 20 May 2027\.$/),
    ]);
  });

  test('says it in Chinese too', async () => {
    expect(await sentences('zh')).toEqual([
      '每年4月15日。',
      '每年2月29日，没有这一天的年份为前一天。',
      '2月29日，没有这一天的年份则没有。当天休息则改到后一个工作日。',
      '每年九月的第二个星期一。',
      '每年三月的最后一个星期日。当天休息则改到前一个工作日。',
      '每年农历正月十五。',
      '每年农历腊月的最后一天。',
      '仅一次，2027年5月20日星期四。',
    ]);
  });

  test('names days of the Chinese calendar as people do', () => {
    expect([1, 10, 11, 19, 20, 21, 29, 30].map((day) => lunarDay('zh', day))).toEqual([
      ...['初一', '初十', '十一', '十九', '二十', '廿一', '廿九', '三十'],
    ]);
    expect([1, 2, 10, 11, 12].map((month) => lunarMonth('zh', month))).toEqual([
      ...['正月', '二月', '十月', '冬月', '腊月'],
    ]);
  });
});
