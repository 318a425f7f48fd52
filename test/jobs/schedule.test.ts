import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../domain/errors.js';
import type { Job, Tally, Tick } from '../../jobs/job.js';
import { createClockwork, createJobs, type RunReport } from '../../jobs/schedule.js';
import { handClock } from '../support/fakes/clock.js';
import { memoryEvidence } from '../support/fakes/evidence.js';
import { once, withFaults } from '../support/fakes/faults.js';
import { memoryRuns } from '../support/fakes/runs.js';
import { memorySessions } from '../support/fakes/sessions.js';

const minute = 60_000;
const hour = 60 * minute;
const one: Tally = { found: 1, done: 1, failed: 0 };

/** A clockwork with one job; `days` are those it ran for, `reports` what was told. */
function clockwork(
  every: Job['every'],
  work: (tick: Tick) => Promise<Tally> = async () => one,
  shared = { runs: memoryRuns(), days: [] as string[] },
  clock = handClock('2026-11-22T10:00:00+08:00'),
) {
  const reports: RunReport[] = [];
  const run = (tick: Tick) => {
    shared.days.push(tick.today);
    return work(tick);
  };
  const works = createClockwork({
    jobs: [{ name: 'job', every, run }],
    runs: shared.runs,
    clock,
    tell: (report) => reports.push(report),
  });
  return { ...works, ...shared, reports, clock };
}

describe('a job of every look', () => {
  test('runs at each look', async () => {
    const { look, days } = clockwork('look');
    await look();
    await look();
    expect(days).toHaveLength(2);
  });

  test('a look while one is under way joins it', async () => {
    const { look, days } = clockwork('look');
    await Promise.all([look(), look(), look()]);
    expect(days).toHaveLength(1);
  });
});

describe('a clockwork', () => {
  test('is awake from its first look on, as long as the looks go on', async () => {
    const { look, awake, clock } = clockwork('look');
    expect(awake()).toBe(false);
    await look();
    clock.advance(4 * minute);
    expect(awake()).toBe(true);
    clock.advance(2 * minute);
    expect(awake()).toBe(false);
    await look();
    expect(awake()).toBe(true);
  });

  test('is not awake when a job hangs', () => {
    const { look, awake, clock } = clockwork('look', () => new Promise(() => undefined));
    void look();
    clock.advance(6 * minute);
    void look();
    expect(awake()).toBe(false);
  });
});

describe('a job of every day', () => {
  test('runs once a day, however often one looks', async () => {
    const { look, days, clock } = clockwork('day');
    for (let i = 0; i < 48; i++) {
      await look();
      clock.advance(hour);
    }
    expect(days).toEqual(['2026-11-22', '2026-11-23', '2026-11-24']);
  });

  test('of four processes that look at once one runs it', async () => {
    const shared = { runs: memoryRuns(), days: [] as string[] };
    const processes = [1, 2, 3, 4].map(() => clockwork('day', undefined, shared));
    await Promise.all(processes.map(({ look }) => look()));
    expect(shared.days).toEqual(['2026-11-22']);
  });

  test('a restart in the same day runs nothing again, and a stop over midnight skips nothing', async () => {
    const shared = { runs: memoryRuns(), days: [] as string[] };
    await clockwork('day', undefined, shared).look();
    await clockwork('day', undefined, shared).look();
    await clockwork('day', undefined, shared, handClock('2026-11-25T17:03:00+08:00')).look();
    expect(shared.days).toEqual(['2026-11-22', '2026-11-25']);
  });

  test('a clock that jumps an hour or a day, forward or back, runs no day twice', async () => {
    const { look, days, clock } = clockwork('day');
    for (const jump of [0, hour, -hour, 24 * hour, -24 * hour, -24 * hour, 25 * hour]) {
      clock.advance(jump);
      await look();
      await look();
    }
    expect(days).toEqual([...new Set(days)]);
  });

  test('a failed run is told, and the next look runs it again', async () => {
    const faults = [new Error('first'), null];
    const { look, days, reports } = clockwork('day', async () => {
      const fault = faults.shift();
      if (fault) throw fault;
      return one;
    });
    await look();
    await look();
    await look();
    expect(days).toHaveLength(2);
    expect(reports.map(({ done, failed }) => ({ done, failed }))).toEqual([
      { done: 0, failed: 1 },
      { done: 1, failed: 0 },
    ]);
  });

  test('what failed in part stays due', async () => {
    const failed = [2, 0];
    const { look, days } = clockwork('day', async () => ({ ...one, failed: failed.shift() ?? 0 }));
    for (let i = 0; i < 3; i++) await look();
    expect(days).toHaveLength(2);
  });

  test('what a process left in the middle is run by another when its claim is over', async () => {
    const shared = { runs: memoryRuns(), days: [] as string[] };
    const clock = handClock('2026-11-22T10:00:00+08:00');
    void clockwork('day', () => new Promise(() => undefined), shared, clock).look(); // dies here
    const other = clockwork('day', undefined, shared, clock);
    clock.advance(9 * minute);
    await other.look();
    expect(shared.days).toHaveLength(1);
    clock.advance(minute);
    await other.look();
    await other.look();
    expect(shared.days).toHaveLength(2);
  });

  test('without the book nothing is run, the failure is told, and the next look runs it', async () => {
    const shared = { runs: withFaults(memoryRuns(), once([['claim', 'before']])), days: [] as string[] };
    const { look, reports } = clockwork('day', undefined, shared);
    await look();
    expect([shared.days, reports[0]?.error]).toEqual([[], new DomainError('storage.unavailable')]);
    await look();
    expect(shared.days).toHaveLength(1);
  });
});

test('a run that found nothing is not told', async () => {
  const { look, reports } = clockwork('look', async () => ({ found: 0, done: 0, failed: 0 }));
  await look();
  expect(reports).toEqual([]);
});

test('one failing job does not keep the next from running', async () => {
  const ran: string[] = [];
  const job = (name: string, fails: boolean): Job => ({
    name,
    every: 'look',
    async run() {
      ran.push(name);
      if (fails) throw new Error(name);
      return one;
    },
  });
  const clock = handClock('2026-11-22T10:00:00+08:00');
  const jobs = [job('a', true), job('b', false)];
  await createClockwork({ jobs, runs: memoryRuns(), clock, tell: () => undefined }).look();
  expect(ran).toEqual(['a', 'b']);
});

test('starting looks at once, and stopping waits for the look and ends the timer', async () => {
  let finish = (): void => undefined;
  const held = new Promise<void>((resolve) => (finish = resolve));
  const { start, stop, days } = clockwork('look', async () => {
    await held;
    return one;
  });
  start();
  start();
  let stopped = false;
  const stopping = stop().then(() => (stopped = true));
  await new Promise(setImmediate);
  expect([days.length, stopped]).toEqual([1, false]);
  finish();
  await stopping;
});

test('the line has these jobs, and with nothing to do a look tells nothing', async () => {
  const sessions = memorySessions();
  const ports = {
    sessions,
    evidence: memoryEvidence(),
    dayKeys: { turn: async () => undefined },
    emptyLog: async () => undefined,
    ended: () => true,
  };
  const jobs = createJobs(ports);
  expect(jobs.map(({ name, every }) => `${name} ${every}`)).toEqual([
    'turn-day-key look',
    'burn-drafts look',
    'sweep-sessions look',
    'empty-log look',
    'settle-files day',
  ]);
  const reports: RunReport[] = [];
  const clock = handClock('2026-11-22T10:00:00+08:00');
  const { look } = createClockwork({ jobs, runs: memoryRuns(), clock, tell: (r) => reports.push(r) });
  await look();
  expect(reports).toEqual([]);
  const row = { tag: 'a', rev: 1, burnDay: '2026-11-21', key: Uint8Array.of(1), body: Uint8Array.of(1) };
  await sessions.save(row, 0);
  await sessions.save({ ...row, tag: 'b', burnDay: '2026-11-22' }, 0);
  await look();
  expect(reports.map(({ job, done }) => `${job} ${done}`)).toEqual(['burn-drafts 1', 'sweep-sessions 1']);
});
