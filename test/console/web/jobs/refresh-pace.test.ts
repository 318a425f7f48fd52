import { expect, test } from '@jest/globals';
import { createRefreshPace, pace } from '../../../../console/web/jobs/refresh-pace.js';

function paced() {
  let now = 1_000_000;
  return { pace: createRefreshPace(() => now), after: (ms: number) => (now += ms) };
}

test('figures are asked for now and then, and not before', () => {
  const { pace: mine, after } = paced();
  after(pace.every - 1);
  expect(mine.due(true, false)).toBe(false);
  after(1);
  expect(mine.due(true, false)).toBe(true);
  expect(mine.due(true, false)).toBe(false);
});

test('figures are asked for more often while something is about to change', () => {
  const { pace: mine, after } = paced();
  after(pace.hurried);
  expect(mine.due(true, false)).toBe(false);
  expect(mine.due(true, true)).toBe(true);
  expect(mine.due(true, true)).toBe(false);
});

test('figures that nobody looks at are not asked for, and at once when somebody does again', () => {
  const { pace: mine, after } = paced();
  after(pace.every);
  expect(mine.due(false, true)).toBe(false);
  expect(mine.due(true, false)).toBe(true);
});

test('a page that nobody has touched for minutes rests until somebody does', () => {
  const { pace: mine, after } = paced();
  after(pace.away);
  expect(mine.resting()).toBe(false);
  after(1);
  expect([mine.resting(), mine.due(true, true)]).toEqual([true, false]);
  mine.touched();
  expect([mine.resting(), mine.due(true, false)]).toEqual([false, true]);
});
