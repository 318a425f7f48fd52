import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { daysOf, isDay, rangeOf, shifted } from '../../../../console/web/articles/calendar-range.js';
import { addDays, weekday } from '../../../../questions/day.js';

describe('the days of a view', () => {
  test('are those of the month, shown in whole weeks from Monday', () => {
    expect(daysOf('month', '2026-12-15')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    expect(rangeOf('month', '2026-12-15')).toEqual({ from: '2026-11-30', to: '2027-01-03' });
    expect(rangeOf('month', '2027-02-10')).toEqual({ from: '2027-02-01', to: '2027-02-28' });
  });

  test('are those of the week from Monday to Sunday', () => {
    expect(rangeOf('week', '2027-01-03')).toEqual({ from: '2026-12-28', to: '2027-01-03' });
    expect(daysOf('week', '2026-12-28')).toEqual({ from: '2026-12-28', to: '2027-01-03' });
  });

  test('follow each other without a gap', () => {
    const views = fc.constantFrom('month' as const, 'week' as const);
    fc.assert(
      fc.property(views, fc.integer({ min: 0, max: 20_000 }), (view, n) => {
        const day = addDays('2000-01-01', n);
        const [now, next] = [daysOf(view, day), daysOf(view, shifted(view, day, 1))];
        expect(next.from).toBe(addDays(now.to, 1));
        expect(daysOf(view, shifted(view, next.from, -1))).toEqual(now);
        expect([weekday(rangeOf(view, day).from), weekday(rangeOf(view, day).to)]).toEqual([1, 7]);
      }),
    );
  });

  test('are only those that there are', () => {
    expect(['2026-02-28', '2026-02-29', '2026-2-1', 'today', ''].map(isDay)).toEqual([
      ...[true, false, false, false, false],
    ]);
  });
});
