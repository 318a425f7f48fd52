/** Jobs of a day and of an hour: once, whatever restarts, fails, or happens to the clock. */
import { describe, expect, test } from '@jest/globals';
import { once, withFaults } from '../support/fakes/faults.js';
import { handClock } from '../support/fakes/clock.js';
import { memoryRuns } from '../support/fakes/runs.js';
import { clockwork, hour, minute, one, sharing, unavailable } from './one-job.js';

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
    const shared = sharing();
    const processes = [1, 2, 3, 4].map(() => clockwork('day', undefined, shared));
    await Promise.all(processes.map(({ tick }) => tick()));
    expect(shared.days).toEqual(['2026-11-22']);
  });

  test('a restart in the same day runs nothing again, and a stop over days skips nothing', async () => {
    const shared = sharing();
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

  test('a clock that was a year ahead for a moment does not keep the job from running for a year', async () => {
    const { tick, days, clock } = clockwork('day');
    await tick();
    clock.advance(365 * 24 * hour);
    await tick();
    clock.advance(-365 * 24 * hour);
    for (let i = 0; i < 3; i++) {
      await tick();
      clock.advance(24 * hour);
    }
    // today is run once more: that it was done before is not known any more
    expect(days).toEqual(['2026-11-22', '2027-11-22', '2026-11-22', '2026-11-23', '2026-11-24']);
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
    const outcomes = [{ found: 2, done: 1, failed: 1 }, one];
    const { tick, days } = clockwork('day', async () => outcomes.shift() ?? one);
    await tick();
    await tick();
    await tick();
    expect(days).toHaveLength(2);
  });

  test('what a process left in the middle is run by another when its claim is over', async () => {
    const shared = sharing();
    const clock = handClock('2026-11-22T10:00:00+08:00');
    void clockwork('day', () => new Promise(() => undefined), shared, clock).tick(); // dies here
    await new Promise(setImmediate);
    const other = clockwork('day', undefined, shared, clock);
    clock.advance(9 * minute);
    await other.tick();
    expect(shared.days).toHaveLength(1);
    clock.advance(minute);
    await other.tick();
    await other.tick();
    expect(shared.days).toHaveLength(2);
  });

  test('what a process left while its clock was ahead is not held until that time comes', async () => {
    const shared = sharing();
    const ahead = handClock('2027-06-01T10:00:00+08:00');
    void clockwork('day', () => new Promise(() => undefined), shared, ahead).tick(); // dies here
    await new Promise(setImmediate);
    await clockwork('day', undefined, shared).tick();
    expect(shared.days).toEqual(['2027-06-01', '2026-11-22']);
  });

  test('without the record nothing is run, the failure is told, and the next tick runs it', async () => {
    const { tick, reports, days } = clockwork(
      'day',
      undefined,
      sharing(withFaults(memoryRuns(), once([['claim', 'before']]))),
    );
    await tick();
    expect([days, reports[0]?.error]).toEqual([[], unavailable]);
    await tick();
    expect(days).toHaveLength(1);
  });

  test('done, but not written down: the failure is told, and it runs again when the claim is over', async () => {
    const shared = sharing(withFaults(memoryRuns(), once([['finish', 'before']])));
    const { tick, reports, days, clock } = clockwork('day', undefined, shared);
    await tick();
    await tick();
    expect([days.length, reports[0]?.error]).toEqual([1, unavailable]);
    clock.advance(10 * minute);
    await tick();
    expect(days).toHaveLength(2);
  });
});

describe('a job of every hour', () => {
  test('runs once an hour, at the first tick in it', async () => {
    const { tick, days, clock } = clockwork('hour');
    for (let i = 0; i < 130; i++) {
      await tick();
      clock.advance(minute);
    }
    expect(days).toEqual(['2026-11-22T02:00', '2026-11-22T03:00', '2026-11-22T04:00']);
  });

  test('of two processes one runs it, and a stop of a day skips to the present', async () => {
    const shared = sharing();
    const clock = handClock('2026-11-22T10:20:00+08:00');
    const [here, there] = [1, 2].map(() => clockwork('hour', undefined, shared, clock));
    await Promise.all([here?.tick(), there?.tick()]);
    clock.advance(24 * hour);
    await Promise.all([here?.tick(), there?.tick()]);
    expect(shared.days).toEqual(['2026-11-22T02:20', '2026-11-23T02:20']);
  });
});
