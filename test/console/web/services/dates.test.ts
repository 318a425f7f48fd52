import { describe, expect, test } from '@jest/globals';
import { countdown, createDates } from '../../../../console/web/services/dates.js';

const en = createDates('en', 'Asia/Shanghai');
const zh = createDates('zh', 'Asia/Shanghai');

describe('a date', () => {
  test('is written out in both languages', () => {
    expect(en.day('2027-04-15')).toBe('Thursday 15 April 2027');
    expect(zh.day('2027-04-15')).toBe('2027年4月15日 星期四');
  });

  test('of a moment is that of the line, not of this machine', () => {
    expect(en.day('2027-04-14T17:30:00Z')).toBe('Thursday 15 April 2027');
    expect(en.exact('2027-04-14T17:30:05Z')).toBe('2027-04-15 01:30:05');
    expect(en.moment('2027-04-14T17:30:00Z')).toContain('15 April 2027');
    expect(en.moment('2027-04-14T17:30:00Z')).toContain('01:30');
    expect(zh.moment('2027-04-14T17:30:00Z')).toBe('2027年4月15日 01:30');
  });

  test('without a time is the same day in every zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago'])
      expect(createDates('en', zone).day('2027-04-15')).toBe('Thursday 15 April 2027');
  });
});

test('several things are joined as each language does it', () => {
  expect(en.list([1, 3, 8])).toBe('1, 3 and 8');
  expect(zh.list(['编辑', '主管'])).toBe('编辑、主管');
});

test.each([
  [180_000, '3:00'],
  [61_001, '1:02'],
  [9_000, '0:09'],
  [1, '0:01'],
  [0, '0:00'],
  [-5000, '0:00'],
])('%i milliseconds are counted down as %s', (ms, text) => {
  expect(countdown(ms)).toBe(text);
});
