import { describe, expect, test } from '@jest/globals';
import {
  asleepFor,
  lastRunOf,
  standingOf,
  standings,
  standingShapes,
} from '../../../../console/web/jobs/job-standing.js';
import { neverRun, someJob } from './job-samples.js';

const at = (text: string): number => Date.parse(text);
const last = at('2026-12-01T01:00:00Z');

describe('a job', () => {
  test('that went well, failed, or never ran, stands so', () => {
    expect(standingOf(someJob(), last)).toBe('well');
    expect(standingOf(someJob({ failing: true, failure: 'TypeError', failed: 1 }), last)).toBe('failing');
    expect(standingOf(someJob(neverRun), last)).toBe('never');
  });

  test('that sends and has no next run rests, whatever its last run was', () => {
    const held = { sends: true, nextRunAt: null } as const;
    expect(standingOf(someJob(held), last)).toBe('held');
    expect(standingOf(someJob({ ...held, ...neverRun }), last)).toBe('held');
    expect(standingOf(someJob({ ...held, failing: true, failure: 'x' }), last)).toBe('held');
  });

  test('of every minute that is silent while others run is late after a quarter of an hour', () => {
    const minutes = (n: number): number => last + n * 60_000;
    expect(standingOf(someJob(), minutes(15))).toBe('well');
    expect(standingOf(someJob(), minutes(16))).toBe('late');
    expect(standingOf(someJob({ every: 'day' }), minutes(60))).toBe('well');
    expect(standingOf(someJob(), null)).toBe('well');
  });

  test('has a shape of its own for each standing', () => {
    const shapes = standings.map((standing) => standingShapes[standing].line);
    expect(new Set(shapes).size).toBe(standings.length);
  });
});

describe('the line', () => {
  test('ran jobs when the last of them ran', () => {
    const later = someJob({ lastRunAt: '2026-12-01T02:00:00Z' });
    expect(lastRunOf([someJob(), later, someJob(neverRun)])).toBe(at('2026-12-01T02:00:00Z'));
    expect(lastRunOf([someJob(neverRun)])).toBeNull();
  });

  test('is asleep when no job has run for more than five minutes, or ever', () => {
    const jobs = [someJob(), someJob(neverRun)];
    expect(asleepFor(jobs, last + 5 * 60_000)).toBeNull();
    expect(asleepFor(jobs, last + 12.5 * 60_000)).toEqual({ kind: 'minutes', count: 12 });
    expect(asleepFor([someJob(neverRun)], last)).toEqual({ kind: 'ever' });
    expect(asleepFor([], last)).toBeNull();
  });
});
