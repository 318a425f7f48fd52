import { describe, expect, test } from '@jest/globals';
import { dayPlaceholders, ordinalOf, valuesFor } from '../../../domain/calendar/day-values.js';
import { chineseNumber, englishNth, englishOrdinal } from '../../../domain/calendar/number-words.js';
import { fillTemplate } from '../../../domain/calendar/template.js';

describe('the values for a day', () => {
  test('are all there in both languages', () => {
    expect(valuesFor('2026-04-15', 2016, 'zh')).toEqual({
      ...{ year: '2026', month: '4月', day: '15', date: '2026年4月15日', monthDay: '4月15日' },
      ...{ weekday: '星期三', ordinal: '11', ordinalWord: '十一', nth: '第11' },
    });
    expect(valuesFor('2026-04-15', 2016, 'en')).toEqual({
      ...{ year: '2026', month: 'April', day: '15', date: '15 April 2026', monthDay: '15 April' },
      ...{ weekday: 'Wednesday', ordinal: '11', ordinalWord: 'eleventh', nth: '11th' },
    });
  });

  test('have the names that are promised, counted or not', () => {
    for (const since of [null, 2016]) {
      const values = valuesFor('2026-04-15', since, 'zh');
      expect(Object.keys(values).sort()).toEqual([...dayPlaceholders(since !== null)].sort());
    }
  });

  test('fill a text', () => {
    const zh = '{year}年{monthDay}是第{ordinalWord}个全民国家安全教育日，{weekday}。';
    const en = '{weekday}, {date}: the {ordinalWord} National Security Education Day';
    expect(fillTemplate(zh, valuesFor('2027-04-15', 2016, 'zh'))).toBe(
      '2027年4月15日是第十二个全民国家安全教育日，星期四。',
    );
    expect(fillTemplate(en, valuesFor('2027-04-15', 2016, 'en'))).toBe(
      'Thursday, 15 April 2027: the twelfth National Security Education Day',
    );
  });
});

describe('how many times it has been', () => {
  test('is one in the first year: the education day of 2015 plus one', () => {
    expect([2016, 2026, 2027].map((year) => ordinalOf(2016, `${year}-04-15`))).toEqual([1, 11, 12]);
  });

  test('is nothing before the first, and where nothing is counted', () => {
    expect([ordinalOf(2016, '2015-04-15'), ordinalOf(null, '2026-04-15')]).toEqual([null, null]);
    expect(valuesFor('2015-04-15', 2016, 'en')).not.toHaveProperty('ordinal');
  });

  test('hangs on the day that the rule names, wherever it was moved', () => {
    expect(valuesFor('2025-12-31', 2025, 'en', '2026-01-01')).toMatchObject({ year: '2025', ordinal: '2' });
  });
});

test.each([
  ...([
    [1, '一', 'first', '1st'],
    [2, '二', 'second', '2nd'],
    [3, '三', 'third', '3rd'],
  ] as const),
  ...([
    [10, '十', 'tenth', '10th'],
    [11, '十一', 'eleventh', '11th'],
    [12, '十二', 'twelfth', '12th'],
  ] as const),
  ...([
    [13, '十三', 'thirteenth', '13th'],
    [20, '二十', 'twentieth', '20th'],
  ] as const),
  ...([
    [21, '二十一', 'twenty-first', '21st'],
    [99, '九十九', 'ninety-ninth', '99th'],
  ] as const),
  ...([
    [100, '一百', '100th', '100th'],
    [105, '一百零五', '105th', '105th'],
  ] as const),
  ...([
    [110, '一百一十', '110th', '110th'],
    [111, '一百一十一', '111th', '111th'],
  ] as const),
  ...([
    [1005, '一千零五', '1005th', '1005th'],
    [1022, '一千零二十二', '1022nd', '1022nd'],
  ] as const),
] as const)('%i is %s, %s, %s', (value, zh, word, nth) => {
  expect([chineseNumber(value), englishOrdinal(value), englishNth(value)]).toEqual([zh, word, nth]);
});
