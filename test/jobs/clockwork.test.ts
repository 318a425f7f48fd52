import { describe, expect, test } from '@jest/globals';
import type { Job } from '../../jobs/job.js';
import { createClockwork } from '../../jobs/clockwork.js';
import { handClock } from '../support/fakes/clock.js';
import { memoryRuns } from '../support/fakes/runs.js';
import { clockwork, minute, nothing, one, recorded, sharing } from './one-job.js';

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

  test('runs in each process', async () => {
    const shared = sharing();
    await Promise.all([
      clockwork('tick', undefined, shared).tick(),
      clockwork('tick', undefined, shared).tick(),
    ]);
    expect(shared.days).toHaveLength(2);
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

describe('a long job', () => {
  const long = { marks: { long: true } } as const;

  test('keeps neither the others nor the next tick waiting, and does not run beside itself', async () => {
    const ran: string[] = [];
    let finish = (): void => undefined;
    const running = new Promise<void>((resolve) => (finish = resolve));
    const job = (name: string, work: () => Promise<void>, marks: Partial<Job> = {}): Job => ({
      ...{ name, every: 'tick', ...marks },
      async run() {
        ran.push(name);
        await work();
        return one;
      },
    });
    const clock = handClock('2026-11-22T10:00:00+08:00');
    const jobs = [job('long', () => running, { long: true }), job('short', async () => undefined)];
    const works = createClockwork({
      ...{ jobs, runs: memoryRuns(), clock, tell: () => undefined, hold: async () => null },
    });
    const ticks = [works.tick()];
    await new Promise(setImmediate);
    ticks.push(works.tick());
    await new Promise(setImmediate);
    expect(ran).toEqual(['long', 'short', 'short']);
    finish();
    await Promise.all(ticks);
    await works.tick();
    expect(ran).toEqual(['long', 'short', 'short', 'long', 'short']);
  });

  test('that hangs does not keep the clockwork from being awake', async () => {
    const works = clockwork('tick', () => new Promise(() => undefined), undefined, undefined, long);
    void works.tick();
    works.clock.advance(6 * minute);
    await new Promise(setImmediate);
    void works.tick();
    expect(works.awake()).toBe(true);
  });

  test('hears that the process is about to end, and is waited for', async () => {
    const looked: boolean[] = [];
    const works = clockwork(
      'tick',
      async ({ stopping }) => {
        do looked.push(stopping());
        while (!stopping() && (await new Promise((next) => setImmediate(next, true))));
        return one;
      },
      undefined,
      undefined,
      long,
    );
    works.start();
    await new Promise(setImmediate);
    await works.stop();
    expect([looked[0], looked.length > 1]).toEqual([false, true]);
    expect(await recorded(works.runs)).toMatchObject({ last: { done: 1 } });
  });
});

test('a run that found nothing is not told', async () => {
  const { tick, reports } = clockwork('tick', async () => nothing);
  await tick();
  expect(reports).toEqual([]);
});

test('one failing job does not keep the next from running', async () => {
  const ran: string[] = [];
  const job = (name: string, fails: boolean): Job => ({
    ...{ name, every: 'tick' },
    async run() {
      ran.push(name);
      if (fails) throw new Error(name);
      return one;
    },
  });
  const clock = handClock('2026-11-22T10:00:00+08:00');
  const jobs = [job('a', true), job('b', false)];
  const hold = async () => null;
  await createClockwork({ jobs, runs: memoryRuns(), clock, tell: () => undefined, hold }).tick();
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
