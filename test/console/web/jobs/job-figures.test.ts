import { describe, expect, test } from '@jest/globals';
import { figuresOf, nextOf, tookOf } from '../../../../console/web/jobs/job-figures.js';
import { neverRun, someJob } from './job-samples.js';

describe('the figures of a run', () => {
  test('are what it found, did and failed at', () => {
    expect(figuresOf(someJob({ found: 3, done: 2, failed: 1, failing: true, failure: 'partly' }))).toEqual({
      ...{ kind: 'figures', found: 3, done: 2, failed: 1 },
    });
  });

  test('are none where it never ran, or broke off', () => {
    expect(figuresOf(someJob(neverRun))).toEqual({ kind: 'none' });
    expect(figuresOf(someJob({ found: 0, failed: 1, failure: 'MongoNetworkError' }))).toEqual({
      kind: 'none',
    });
  });

  test('say that nothing was due', () => {
    expect(figuresOf(someJob())).toEqual({ kind: 'nothing' });
  });

  test('of a job that counts nothing are its failures alone', () => {
    const uncounted = { found: null, done: null };
    expect(figuresOf(someJob(uncounted))).toEqual({ kind: 'uncounted' });
    expect(figuresOf(someJob({ ...uncounted, failed: 2, failure: 'partly' }))).toEqual({
      ...{ kind: 'uncountedFailed', failed: 2 },
    });
  });
});

test.each([
  [0, 'ms', 0],
  [999, 'ms', 999],
  [1_000, 'seconds', 1],
  [1_260, 'seconds', 1.3],
  [42_400, 'seconds', 42],
  [119_999, 'seconds', 120],
  [180_000, 'minutes', 3],
] as const)('%d milliseconds are read in %s', (ms, unit, count) => {
  expect(tookOf(ms)).toEqual({ unit, count });
});

test('the next run is soon, later, or not before the line is released', () => {
  const now = Date.parse('2026-12-01T01:00:00Z');
  expect(nextOf({ nextRunAt: '2026-12-01T01:01:00Z' }, now)).toBe('soon');
  expect(nextOf({ nextRunAt: '2026-12-01T00:59:00Z' }, now)).toBe('soon');
  expect(nextOf({ nextRunAt: '2026-12-01T16:00:00Z' }, now)).toBe('later');
  expect(nextOf({ nextRunAt: null }, now)).toBe('held');
});
