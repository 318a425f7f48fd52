/** Jobs as somebody looks at them, and runs that somebody asks for. */
import { describe, expect, test } from '@jest/globals';
import { dayStartIn } from '../../../domain/calendar/moments.js';
import type { Hold } from '../../../domain/line-marks/line-mark.js';
import { createAskJob } from '../../../domain/runs/ask-job.js';
import { createListJobs } from '../../../domain/runs/list-jobs.js';
import { slotOf, type JobFacts } from '../../../domain/runs/run.js';
import { auditLog } from '../../support/audit-log.js';
import { handClock } from '../../support/fakes/clock.js';
import { memoryRuns } from '../../support/fakes/runs.js';

const hour = 3_600_000;
const jobs: readonly JobFacts[] = [
  { name: 'minutely', every: 'tick' },
  { name: 'hourly', every: 'hour', sends: true },
  { name: 'daily', every: 'day' },
];

function line(start = '2026-11-22T10:20:30+08:00', zone = 'Asia/Shanghai') {
  const clock = handClock(start, zone);
  const runs = memoryRuns();
  const state = { hold: null as Hold | null };
  const list = createListJobs({
    ...{ jobs, runs, clock, hold: async () => state.hold, dayStart: (day) => dayStartIn(zone, day) },
  });
  /** When each is due next, as ISO 8601. */
  const next = async () =>
    Object.fromEntries(
      (await list()).map(({ name, nextRunAt }) => [name, nextRunAt && new Date(nextRunAt).toISOString()]),
    );
  /** Does what is due now. */
  async function work(): Promise<void> {
    for (const { name, every } of jobs) {
      if (every === 'tick') continue;
      const { slot, latest } = slotOf(every, clock.now(), (ms) => clock.dayAt(ms));
      const until = clock.now() + 600_000;
      if (await runs.claim({ job: name, slot, latest, now: clock.now(), until }))
        await runs.finish(name, slot, until);
    }
  }
  return { clock, runs, state, list, next, work };
}

describe('a list of jobs', () => {
  test('has those that never ran, due at the next look', async () => {
    const { list, clock } = line();
    const nextRunAt = Date.parse('2026-11-22T02:21:00Z');
    const none = { last: null, failures: 0, lastFailureAt: null, asked: null, nextRunAt };
    expect(await list()).toEqual(jobs.map((job) => ({ ...job, ...none })));
    expect(clock.now()).toBeLessThan(nextRunAt);
  });

  test('has what is written down of each', async () => {
    const { list, runs } = line();
    const last = { at: 5, ms: 1, found: 2, done: 1, failed: 1, failure: 'partly' };
    await runs.record('minutely', last, false);
    await runs.ask('minutely', 9);
    expect((await list())[0]).toMatchObject({ last, failures: 1, lastFailureAt: 5, asked: 9 });
  });

  test('says when each is due next, once today’s and this hour’s are done', async () => {
    const { next, work } = line();
    await work();
    expect(await next()).toEqual({
      minutely: '2026-11-22T02:21:00.000Z',
      hourly: '2026-11-22T03:00:00.000Z',
      daily: '2026-11-22T16:00:00.000Z',
    });
  });

  test('says so in a zone with a day of 25 hours', async () => {
    const { next, work } = line('2026-10-25T00:30:00+02:00', 'Europe/Vienna');
    await work();
    expect(await next()).toMatchObject({ daily: '2026-10-25T23:00:00.000Z' });
  });

  test('what was asked for, or failed, is due at the next look', async () => {
    const { next, work, runs, clock } = line();
    await work();
    await runs.ask('daily', clock.now());
    expect(await next()).toMatchObject({ daily: '2026-11-22T02:21:00.000Z' });
  });

  test('what was done while the clock was a year ahead is due at the next look', async () => {
    const { next, work, clock } = line();
    clock.advance(365 * 24 * hour);
    await work();
    clock.advance(-365 * 24 * hour);
    expect(await next()).toMatchObject({
      hourly: '2026-11-22T02:21:00.000Z',
      daily: '2026-11-22T02:21:00.000Z',
    });
  });

  test('on a held line what sends is not due', async () => {
    const { next, state } = line();
    state.hold = { since: 1, why: 'copied' };
    expect(await next()).toMatchObject({ hourly: null, daily: '2026-11-22T02:21:00.000Z' });
  });
});

describe('asking for a run', () => {
  function desk() {
    const clock = handClock('2026-11-22T10:20:30+08:00');
    const [runs, log] = [memoryRuns(), auditLog(clock)];
    const state = { looks: 0 };
    const look = () => void (state.looks += 1);
    return { ...log, clock, runs, state, ask: createAskJob({ jobs, runs, clock, record: log.record, look }) };
  }

  test('is written into the log of acts, then down, and this process looks at once', async () => {
    const { ask, runs, acts, state, clock } = desk();
    await ask('ann', 'daily');
    expect(acts()).toEqual([['ann', 'job.run', 'job:daily']]);
    expect(await runs.all()).toMatchObject([{ job: 'daily', asked: clock.now() }]);
    expect(state.looks).toBe(1);
  });

  test('a job that is none is unknown, and nothing is written down', async () => {
    const { ask, runs, acts, state } = desk();
    await expect(ask('ann', 'yearly')).rejects.toMatchObject({ code: 'job.unknown' });
    expect([await runs.all(), acts(), state.looks]).toEqual([[], [], 0]);
  });
});

test('slots of a day are the line’s, those of an hour UTC’s, and two periods ahead is the latest to believe', () => {
  const { clock } = line();
  const at = (every: 'hour' | 'day') => slotOf(every, clock.now(), (ms) => clock.dayAt(ms));
  expect([at('day'), at('hour')]).toEqual([
    { slot: '2026-11-22', latest: '2026-11-24' },
    { slot: '2026-11-22T02', latest: '2026-11-22T04' },
  ]);
});
