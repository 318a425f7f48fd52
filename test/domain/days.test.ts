import { expect, test } from '@jest/globals';
import { dayIn, isDay } from '../../domain/days.js';

test('a day is four, two and two digits that exist in the calendar', () => {
  expect(['2024-02-29', '2026-12-31'].map(isDay)).toEqual([true, true]);
  const none = ['2026-02-29', '2026-13-01', '2026-1-1', '26-01-01', '2026-00-10', '../2026-01-01', ''];
  expect(none.filter(isDay)).toEqual([]);
});

test('the day of an instant is that of the zone', () => {
  const late = Date.parse('2026-11-22T16:00:00Z');
  expect(dayIn('Asia/Shanghai', late - 1)).toBe('2026-11-22');
  expect(dayIn('Asia/Shanghai', late)).toBe('2026-11-23');
  expect(dayIn('America/New_York', late)).toBe('2026-11-22');
});

test('a zone that is none is refused', () => {
  expect(() => dayIn('Mars/Olympus', 0)).toThrow('Mars/Olympus');
});
