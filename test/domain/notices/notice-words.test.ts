import { describe, expect, test } from '@jest/globals';
import { filled, isUnfilled, nameOn, templatesOf } from '../../../domain/notices/notice-words.js';
import type { InLangs, NoticeText } from '../../../domain/notices/notice.js';

const day = { on: '2027-04-15', nominal: '2027-04-15', since: 2016 };
const next = { on: '2028-04-15', nominal: '2028-04-15', since: 2016 };
const words = (zh: string, en: string): InLangs<NoticeText> => ({
  zh: { title: '教育日', body: zh },
  en: { title: 'Education day', body: en },
});
const templates = words('{date}，第{ordinalWord}个，{year}年。', '{date}: the {ordinalWord}, in {year}.');

describe('words of a day', () => {
  test('are filled in both languages', () => {
    const { zh, en } = filled(templates, day);
    expect([zh.body, en.body]).toEqual([
      '2027年4月15日，第十二个，2027年。',
      '15 April 2027: the twelfth, in 2027.',
    ]);
    expect(nameOn({ zh: '第{ordinal}个', en: '{nth}' }, day)).toEqual({ zh: '第12个', en: '12th' });
  });

  test('are counted by the year of the day that the rule names', () => {
    const late = { on: '2028-01-02', nominal: '2027-12-31', since: 2016 };
    expect(filled(templates, late).en.body).toBe('2 January 2028: the twelfth, in 2028.');
  });

  test.each([
    ['{ordinal}', day, false],
    ['{ordinal}', { ...day, since: null }, true],
    ['{ordnial}', day, true],
    ['{', day, true],
    ['{{}}', day, false],
  ])('%j is unfilled on %j: %j', (text, on, unfilled) => {
    expect(isUnfilled(text, on, 'en')).toBe(unfilled);
  });
});

describe('what an editor wrote over filled words', () => {
  test('has next year’s numbers next year', () => {
    const written = words(
      '今天，2027年4月15日，第十二个教育日。',
      'Today, 15 April 2027, the twelfth time. See you in 2027.',
    );
    const { zh, en } = filled(templatesOf(written, templates, day), next);
    expect([zh.body, en.body]).toEqual([
      '今天，2028年4月15日，第十三个教育日。',
      'Today, 15 April 2028, the thirteenth time. See you in 2028.',
    ]);
  });

  test('keeps numbers that had no placeholder', () => {
    const plain = words('两千零二十七', 'in the year');
    const written = words('2027年', 'in 2027, the twelfth');
    expect(templatesOf(written, plain, day)).toEqual(written);
  });

  test('keeps what only looks like a value', () => {
    const numbered = words('{ordinal}', '{ordinal}');
    const written = words('12时，2012，12', 'At 12:30 in 2012, no. 12. The 12th, 1.12 and 12.');
    const { zh, en } = templatesOf(written, numbered, day);
    expect(zh.body).toBe('{ordinal}时，2012，{ordinal}');
    expect(en.body).toBe('At 12:30 in 2012, no. {ordinal}. The 12th, 1.12 and {ordinal}.');
  });

  test('keeps placeholders as they are written, also beside values', () => {
    const written = words('{year}年，2027年', '{date} and {ordinalWord}, twelfth');
    const { zh, en } = templatesOf(written, templates, day);
    expect([zh.body, en.body]).toEqual(['{year}年，{year}年', '{date} and {ordinalWord}, {ordinalWord}']);
  });

  test('that is the same as before is the same template', () => {
    expect(templatesOf(filled(templates, day), templates, day)).toEqual(templates);
  });
});
