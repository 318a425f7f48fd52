import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, weekday } from '../../questions/day.js';
import { readMoment } from '../../questions/moment.js';

// 2026-11-22 is a Sunday.
const today = '2026-11-22';

describe('a time in the person’s own words', () => {
  test.each([
    ['昨天下午三点', '2026-11-21', '2026-11-21'],
    ['就是前天晚上吧', '2026-11-20', '2026-11-20'],
    ['今天早上', '2026-11-22', '2026-11-22'],
    ['上周三', '2026-11-11', '2026-11-11'],
    ['上星期五下班以后', '2026-11-13', '2026-11-13'],
    ['这周二', '2026-11-17', '2026-11-17'],
    ['周四', '2026-11-19', '2026-11-19'],
    ['上周', '2026-11-09', '2026-11-15'],
    ['上个月', '2026-10-01', '2026-10-31'],
    ['上个月15号', '2026-10-15', '2026-10-15'],
    ['三天前', '2026-11-19', '2026-11-19'],
    ['两个月前', '2026-09-01', '2026-09-30'],
    ['半年前', '2026-05-01', '2026-05-31'],
    ['2026年3月5日', '2026-03-05', '2026-03-05'],
    ['2026-03-05 14:00', '2026-03-05', '2026-03-05'],
    ['2026/3/5', '2026-03-05', '2026-03-05'],
    ['３月５号', '2026-03-05', '2026-03-05'],
    ['十月二十五号', '2026-10-25', '2026-10-25'],
    ['12月3日', '2025-12-03', '2025-12-03'],
    ['去年八月', '2025-08-01', '2025-08-31'],
    ['从3月1日到3月5日', '2026-03-01', '2026-03-05'],
    ['去年', '2025-01-01', '2025-12-31'],
    ['yesterday around noon', '2026-11-21', '2026-11-21'],
    ['the day before yesterday', '2026-11-20', '2026-11-20'],
    ['last Monday', '2026-11-16', '2026-11-16'],
    ['on friday evening', '2026-11-20', '2026-11-20'],
    ['Tuesday last week', '2026-11-10', '2026-11-10'],
    ['last week', '2026-11-09', '2026-11-15'],
    ['two weeks ago', '2026-11-02', '2026-11-08'],
    ['15 April', '2026-04-15', '2026-04-15'],
    ['April 15th, 2025', '2025-04-15', '2025-04-15'],
    ['in March', '2026-03-01', '2026-03-31'],
    ['between 3 March and 5 March', '2026-03-03', '2026-03-05'],
    ['a few days ago', '2026-11-19', '2026-11-19'],
  ])('%s', (words, from, to) => {
    expect(readMoment(words, today)).toEqual({ days: [from, to], future: false });
  });

  test.each([
    ['Wed, Jan 20th, 2016', '2016-01-20', '2016-01-20'],
    ['2026年3月5日（星期四）', '2026-03-05', '2026-03-05'],
    ['2025.3.1-2025.6', '2025-03-01', '2025-06-30'],
    ['1小时前', '2026-11-22', '2026-11-22'],
    ['半个小时以前', '2026-11-22', '2026-11-22'],
    ['an hour ago', '2026-11-22', '2026-11-22'],
    ['last 2 weeks', '2026-11-02', '2026-11-22'],
    ['最近三个月', '2026-08-01', '2026-11-22'],
    ['31/12/2025', '2025-12-31', '2025-12-31'],
    ['12/31/2025', '2025-12-31', '2025-12-31'],
    ['since 2019', '2019-01-01', '2026-11-22'],
    ['since last Monday', '2026-11-16', '2026-11-22'],
    ['2019年至今', '2019-01-01', '2026-11-22'],
    ['1998', '1998-01-01', '1998-12-31'],
    ['in 2024', '2024-01-01', '2024-12-31'],
    ['this morning', '2026-11-22', '2026-11-22'],
  ])('%s is read from %s to %s', (words, from, to) => {
    expect(readMoment(words, today)).toEqual({ days: [from, to], future: false });
  });

  test.each([
    ['25年8月', 'a year of two digits'],
    ['2月30号', 'a day that there is not'],
    ['30 February 2026', 'a day that there is not'],
    ['五六月份', 'two numbers in one'],
    ['三五天前', 'two numbers in one'],
    ['八月十五晚上', 'a feast, or the fifteenth of August'],
    ['农历八月十五', 'the old calendar'],
    ['正月初三', 'the old calendar'],
    ['大年三十', 'a feast'],
    ['去年年底', 'part of a year'],
    ['前年冬天', 'part of a year'],
    ['早些时候，2024年夏天', 'part of a year'],
    ['early 2024', 'part of a year'],
    ['last winter', 'part of a year'],
    ['03/04/2025', 'two ways to read it'],
    ['last Thursday', 'yesterday or a week before', '2026-11-27'],
    ['Mon, Jan 20th, 2016', 'a weekday that contradicts its date'],
    ['from Jan 3 2026 to Feb 30 2026', 'a span with an end that there is not'],
  ])('%s is not read: %s', (words, _why, day = today) => {
    expect(readMoment(words, day)).toBeNull();
  });

  test.each(['明天', '下周一', '2027年1月1日', 'tomorrow', 'next week'])('%s is to come', (words) => {
    expect(readMoment(words, today)?.future).toBe(true);
  });

  test.each(['记不清了', '经常', 'a while back', '二月三十一号二月', 'I may have seen it', ''])(
    '%s is not read, so only the words are kept',
    (words) => {
      expect(readMoment(words, today)?.future ?? false).toBe(false);
    },
  );

  test('a span that reaches past today ends today', () => {
    expect(readMoment('从上周一到现在', today)).toEqual({
      days: ['2026-11-09', '2026-11-22'],
      future: false,
    });
  });
});

describe('a phrase made from a day', () => {
  const zhDays = '一二三四五六日';
  const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'];
  const enMonths = [...months, 'October', 'November', 'December'];
  const enDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  /** Forms of a day that name it exactly, whatever today is. */
  const exact: readonly ((day: string, year: string, month: number, date: number) => string)[] = [
    (day) => day,
    (_day, year, month, date) => `${year}年${String(month)}月${String(date)}日`,
    (_day, year, month, date) => `${year}/${String(month)}/${String(date)} 晚上`,
    (_day, year, month, date) => `${String(date)} ${enMonths[month - 1] ?? ''} ${year}`,
    (_day, year, month, date) => `on ${enMonths[month - 1] ?? ''} ${String(date)}, ${year}`,
    (day, year, month, date) =>
      `${enDays[weekday(day) - 1] ?? ''}, ${enMonths[month - 1] ?? ''} ${String(date)}, ${year}`,
    (day, year, month, date) =>
      `${year}年${String(month)}月${String(date)}号（周${zhDays.charAt(weekday(day) - 1)}）`,
  ];
  /** Forms that name it from today on, as far back as they reach. */
  const relative: readonly ((ago: number) => string | null)[] = [
    (ago) => (ago < 100 ? `${String(ago)}天前` : null),
    (ago) => (ago > 0 ? `${String(ago)} days ago` : null),
    (ago) => ['今天', '昨天', '前天', '大前天'][ago] ?? null,
    (ago) => ['today', 'yesterday', 'the day before yesterday'][ago] ?? null,
  ];
  const todays = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2020-01-01', days));

  test('reads back to that day', () => {
    fc.assert(
      fc.property(todays, fc.nat(900), fc.nat(exact.length - 1), (now, ago, form) => {
        const day = addDays(now, -ago);
        const [year = '', month = '', date = ''] = day.split('-');
        const words = exact[form]?.(day, year, Number(month), Number(date)) ?? '';
        expect([words, readMoment(words, now)?.days]).toEqual([words, [day, day]]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('reads back to that day, counted from today', () => {
    fc.assert(
      fc.property(todays, fc.nat(90), fc.nat(relative.length - 1), (now, ago, form) => {
        const words = relative[form]?.(ago) ?? null;
        fc.pre(words !== null);
        expect([words, readMoment(words, now)?.days]).toEqual([
          words,
          [addDays(now, -ago), addDays(now, -ago)],
        ]);
      }),
      { numRuns: 1_000 },
    );
  });
});

test('any words are read without an error, to a span that is none of the future’s unless all of it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (words) => {
      const reading = readMoment(words, today);
      if (reading === null) return;
      const [from, to] = reading.days;
      expect(from <= to).toBe(true);
      expect(reading.future || to <= today).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
