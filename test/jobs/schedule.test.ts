import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../domain/errors.js';
import type { Job, RunCounts, Tick } from '../../jobs/job.js';
import { createClockwork, createJobs, type RunReport } from '../../jobs/schedule.js';
import { handClock } from '../support/fakes/clock.js';
import { memoryEvidence } from '../support/fakes/evidence.js';
import { once, withFaults } from '../support/fakes/faults.js';
import { memoryRuns } from '../support/fakes/runs.js';
import { memorySessions } from '../support/fakes/sessions.js';

const minute = 60_000;
const hour = 60 * minute;
const one: RunCounts = { found: 1, done: 1, failed: 0 };

/** A clockwork with one job; `days` are those it ran for, `reports` what was told. */
function clockwork(
  every: Job['every'],
  work: (tick: Tick) => Promise<RunCounts> = async () => one,
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

describe('a job of every tick', () => {
  test('runs at each tick', async () => {
    const { tick, days } = clockwork('tick');
    await tick();
    await tick();
    expect(days).toHaveLength(2);
  });

  test('a tick while one is under way joins it', async () => {
    const { tick, days } = clockwork('tick');
    await Promise.all([tick(), tick(), tick()]);
    expect(days).toHaveLength(1);
  });
});

describe('a clockwork', () => {
  test('is awake from its first tick on, as long as the ticks go on', async () => {
    const { tick, awake, clock } = clockwork('tick');
    expect(awake()).toBe(false);
    await tick();
    clock.advance(4 * minute);
    expect(awake()).toBe(true);
    clock.advance(2 * minute);
    expect(awake()).toBe(false);
    await tick();
    expect(awake()).toBe(true);
  });

  test('is not awake when a job hangs', () => {
    const { tick, awake, clock } = clockwork('tick', () => new Promise(() => undefined));
    void tick();
    clock.advance(6 * minute);
    void tick();
    expect(awake()).toBe(false);
  });
});

describe('a job of every day', () => {
  test('runs once a day, however often one ticks', async () => {
    const { tick, days, clock } = clockwork('day');
    for (let i = 0; i < 48; i++) {
      await tick();
      clock.advance(hour);
    }
    expect(days).toEqual(['2026-11-22', '2026-11-23', '2026-11-24']);
  });

  test('of four processes that tick at once one runs it', async () => {
    const shared = { runs: memoryRuns(), days: [] as string[] };
    const processes = [1, 2, 3, 4].map(() => clockwork('day', undefined, shared));
    await Promise.all(processes.map(({ tick }) => tick()));
    expect(shared.days).toEqual(['2026-11-22']);
  });

  test('a restart in the same day runs nothing again, and a stop over midnight skips nothing', async () => {
    const shared = { runs: memoryRuns(), days: [] as string[] };
    await clockwork('day', undefined, shared).tick();
    await clockwork('day', undefined, shared).tick();
    await clockwork('day', undefined, shared, handClock('2026-11-25T17:03:00+08:00')).tick();
    expect(shared.days).toEqual(['2026-11-22', '2026-11-25']);
  });

  test('a clock that jumps an hour or a day, forward or back, runs no day twice', async () => {
    const { tick, days, clock } = clockwork('day');
    for (const jump of [0, hour, -hour, 24 * hour, -24 * hour, -24 * hour, 25 * hour]) {
      clock.advance(jump);
      await tick();
      await tick();
    }
    expect(days).toEqual([...new Set(days)]);
  });

  test('a failed run is told, and the next tick runs it again', async () => {
    const faults = [new Error('first'), null];
    const { tick, days, reports } = clockwork('day', async () => {
      const fault = faults.shift();
      if (fault) throw fault;
      return one;
    });
    await tick();
    await tick();
    await tick();
    expect(days).toHaveLength(2);
    expect(reports.map(({ done, failed }) => ({ done, failed }))).toEqual([
      { done: 0, failed: 1 },
      { done: 1, failed: 0 },
    ]);
  });

  test('what failed in part stays due', async () => {
    const failed = [2, 0];
    const { tick, days } = clockwork('day', async () => ({ ...one, failed: failed.shift() ?? 0 }));
    for (let i = 0; i < 3; i++) await tick();
    expect(days).toHaveLength(2);
  });

  test('what a process left in the middle is run by another when its claim is over', async () => {
    const shared = { runs: memoryRuns(), days: [] as string[] };
    const clock = handClock('2026-11-22T10:00:00+08:00');
    void clockwork('day', () => new Promise(() => undefined), shared, clock).tick(); // dies here
    const other = clockwork('day', undefined, shared, clock);
    clock.advance(9 * minute);
    await other.tick();
    expect(shared.days).toHaveLength(1);
    clock.advance(minute);
    await other.tick();
    await other.tick();
    expect(shared.days).toHaveLength(2);
  });

  test('without the record nothing is run, the failure is told, and the next tick runs it', async () => {
    const shared = { runs: withFaults(memoryRuns(), once([['claim', 'before']])), days: [] as string[] };
    const { tick, reports } = clockwork('day', undefined, shared);
    await tick();
    expect([shared.days, reports[0]?.error]).toEqual([[], new DomainError('storage.unavailable')]);
    await tick();
    expect(shared.days).toHaveLength(1);
  });
});

test('a run that found nothing is not told', async () => {
  const { tick, reports } = clockwork('tick', async () => ({ found: 0, done: 0, failed: 0 }));
  await tick();
  expect(reports).toEqual([]);
});

test('one failing job does not keep the next from running', async () => {
  const ran: string[] = [];
  const job = (name: string, fails: boolean): Job => ({
    name,
    every: 'tick',
    async run() {
      ran.push(name);
      if (fails) throw new Error(name);
      return one;
    },
  });
  const clock = handClock('2026-11-22T10:00:00+08:00');
  const jobs = [job('a', true), job('b', false)];
  await createClockwork({ jobs, runs: memoryRuns(), clock, tell: () => undefined }).tick();
  expect(ran).toEqual(['a', 'b']);
});

test('starting ticks at once, and stopping waits for the tick and ends the timer', async () => {
  let finish = (): void => undefined;
  const held = new Promise<void>((resolve) => (finish = resolve));
  const { start, stop, days } = clockwork('tick', async () => {
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

test('the line has these jobs, and with nothing to do a tick tells nothing', async () => {
  const sessions = memorySessions();
  const ports = {
    sessions,
    evidence: memoryEvidence(),
    dayKeys: { turn: async () => undefined },
    ended: () => true,
    advanceArticles: async () => ({ found: 0, done: 0, failed: 0 }),
  };
  const jobs = createJobs(ports);
  expect(jobs.map(({ name, every }) => `${name} ${every}`)).toEqual([
    'turn-day-key tick',
    'burn-drafts tick',
    'sweep-sessions tick',
    'advance-articles tick',
    'settle-files day',
  ]);
  const reports: RunReport[] = [];
  const clock = handClock('2026-11-22T10:00:00+08:00');
  const { tick } = createClockwork({ jobs, runs: memoryRuns(), clock, tell: (r) => reports.push(r) });
  await tick();
  expect(reports).toEqual([]);
  const row = { tag: 'a', rev: 1, burnDay: '2026-11-21', key: Uint8Array.of(1), body: Uint8Array.of(1) };
  await sessions.save(row, 0);
  await sessions.save({ ...row, tag: 'b', burnDay: '2026-11-22' }, 0);
  await tick();
  expect(reports.map(({ job, done }) => `${job} ${done}`)).toEqual(['burn-drafts 1', 'sweep-sessions 1']);
});
