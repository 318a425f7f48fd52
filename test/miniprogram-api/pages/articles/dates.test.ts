import { expect, test } from '@jest/globals';
import { time, writtenOut } from '../../../../miniprogram-api/pages/articles/dates.js';

test.each([
  ['2027-04-15', '2027年4月15日 星期四', 'Thursday 15 April 2027'],
  ['2028-02-29', '2028年2月29日 星期二', 'Tuesday 29 February 2028'],
  ['2026-11-01', '2026年11月1日 星期日', 'Sunday 1 November 2026'],
  ['2026-12-28', '2026年12月28日 星期一', 'Monday 28 December 2026'],
])('%s is written out', (day, zh, en) => {
  expect([writtenOut(day, 'zh'), writtenOut(day, 'en')]).toEqual([zh, en]);
});

test('machines read the day itself', () => {
  expect(time('2027-04-15', 'en').toString()).toBe(
    '<time datetime="2027-04-15">Thursday 15 April 2027</time>',
  );
});

test('what is no day is an error', () => {
  expect(() => writtenOut('2027-02-30', 'en')).toThrow(RangeError);
});
