import { expect, test } from '@jest/globals';
import { createLimits } from '../../domain/limits.js';
import { handClock } from '../support/fakes/clock.js';

function limits(reportsDay = 3, triesHour = 10) {
  const clock = handClock('2026-11-22T23:10:00+08:00');
  return { clock, ...createLimits({ clock, reportsDay, triesHour }) };
}

test('the fourth report of a day is over the limit, for that key alone', () => {
  const { reports } = limits();
  for (let i = 0; i < 3; i++) {
    expect(reports.allows('a')).toBe(true);
    reports.count('a');
  }
  expect(reports.allows('a')).toBe(false);
  expect(reports.allows('b')).toBe(true);
});

test('asking counts nothing', () => {
  const { tries } = limits();
  for (let i = 0; i < 50; i++) tries.allows('a');
  expect(tries.allows('a')).toBe(true);
});

test('reports are forgotten at midnight of the line, tries at the full hour', () => {
  const { clock, reports, tries } = limits(1, 1);
  reports.count('a');
  tries.count('a');
  clock.set('2026-11-22T23:59:59+08:00');
  expect([reports.allows('a'), tries.allows('a')]).toEqual([false, false]);
  clock.set('2026-11-23T00:00:00+08:00');
  expect([reports.allows('a'), tries.allows('a')]).toEqual([true, true]);
});

test('an hour on the same day frees tries and not reports', () => {
  const clock = handClock('2026-11-22T09:59:00+08:00');
  const { reports, tries } = createLimits({ clock, reportsDay: 1, triesHour: 1 });
  reports.count('a');
  tries.count('a');
  clock.advance(60_000);
  expect([reports.allows('a'), tries.allows('a')]).toEqual([false, true]);
});

test('zero switches a limit off', () => {
  const { reports } = limits(0);
  for (let i = 0; i < 9; i++) reports.count('a');
  expect(reports.allows('a')).toBe(true);
});

test('a flood of keys forgets the oldest instead of growing', () => {
  const { reports } = limits(1);
  reports.count('first');
  reports.count('second');
  for (let i = 0; i < 99_999; i++) reports.count(`k${i}`);
  expect([reports.allows('first'), reports.allows('second')]).toEqual([true, false]);
});
