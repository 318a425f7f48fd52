import { describe, expect, test } from '@jest/globals';
import { askedFor, isEndNear, newlyEnded, progressOf } from '../../../../console/web/jobs/wanted-runs.js';
import { someJob } from './job-samples.js';

const before = '2026-12-01T00:00:00.000Z';
const asked = '2026-12-01T00:30:00.000Z';
const at = Date.parse(asked);
const wanted = { 'settle-files': { at, before } };
const job = (changes: Parameters<typeof someJob>[0]) =>
  someJob({ name: 'settle-files', every: 'day', lastRunAt: before, ...changes });
const [waits, runs, ended] = [job({ asked }), job({}), job({ lastRunAt: '2026-12-01T00:30:01.000Z' })];
const [other] = [someJob({ name: 'other', lastRunAt: asked })];

describe('a run by hand', () => {
  test('waits, runs, and has ended once there is a newer last run', () => {
    const run = wanted['settle-files'];
    expect([waits, runs, ended].map((one) => progressOf(run, one))).toEqual(['asked', 'running', 'ended']);
  });

  test('waits also where another run has ended meanwhile', () => {
    expect(progressOf(wanted['settle-files'], { ...ended, asked })).toBe('asked');
  });

  test('is asked for on the page at once, and keeps the server’s time of it', () => {
    expect(askedFor([runs, other], 'settle-files', at)).toEqual([{ ...runs, asked }, other]);
    expect(askedFor([waits], 'settle-files', at + 5_000)).toEqual([waits]);
  });

  test('is waited for in a hurry until it has ended, and at most a minute and a half', () => {
    expect(isEndNear(wanted, [waits, other], at + 1)).toBe(true);
    expect(isEndNear(wanted, [runs], at + 89_999)).toBe(true);
    expect(isEndNear(wanted, [runs], at + 90_000)).toBe(false);
    expect(isEndNear(wanted, [ended, other], at + 1)).toBe(false);
    expect(isEndNear({}, [waits], at + 1)).toBe(false);
  });

  test('ends once', () => {
    expect(newlyEnded(wanted, [waits, other], [ended, other])).toEqual([ended]);
    expect(newlyEnded(wanted, [ended, other], [ended, other])).toEqual([]);
    expect(newlyEnded(wanted, [waits], [runs])).toEqual([]);
    expect(newlyEnded({}, [waits], [ended])).toEqual([]);
  });
});
