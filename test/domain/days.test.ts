import { describe, expect, test } from '@jest/globals';
import { addDays, dayIn, daysBetween, isDay, weekday } from '../../domain/days.js';

describe('days', () => {
  test('a day is four, two and two digits that exist in the calendar', () => {
    expect(['2024-02-29', '2026-12-31', '0001-01-01'].map(isDay)).toEqual([true, true, true]);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '26-01-01', '2026-00-10', ''].map(isDay)).toEqual(
      Array.from({ length: 6 }, () => false),
    );
  });

  test('adding goes over months, leap days and years, forward and back', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('0099-12-31', 1)).toBe('0100-01-01');
  });

  test('what is no day is refused, not guessed', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => daysBetween('2026-01-01', 'tomorrow')).toThrow(RangeError);
  });

  test('the distance between two days is signed', () => {
    expect(daysBetween('2026-11-20', '2026-12-01')).toBe(11);
    expect(daysBetween('2026-12-01', '2026-11-20')).toBe(-11);
  });

  test('weekdays are counted from Sunday, before 1970 too', () => {
    expect(weekday('1970-01-01')).toBe(4);
    expect(weekday('2026-11-22')).toBe(0);
    expect(weekday('1969-12-28')).toBe(0);
  });

  test('the day of an instant is that of the zone', () => {
    const late = Date.parse('2026-11-22T16:00:00Z');
    expect(dayIn('Asia/Shanghai', late - 1)).toBe('2026-11-22');
    expect(dayIn('Asia/Shanghai', late)).toBe('2026-11-23');
    expect(dayIn('America/New_York', late)).toBe('2026-11-22');
  });
});
