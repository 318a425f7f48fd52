/** What is written down of runs, runs that somebody asks for, and what a held line does not run. */
import { describe, expect, test } from '@jest/globals';
import type { Hold } from '../../domain/line-marks/line-mark.js';
import { once, withFaults } from '../support/fakes/faults.js';
import { memoryRuns } from '../support/fakes/runs.js';
import { clockwork, nothing, one, recorded, sharing, unavailable } from './one-job.js';

describe('what is written down of a run', () => {
  test('is when it began, how long it took and what it came to', async () => {
    const { tick, runs, clock } = clockwork('tick', async () => {
      clock.advance(42);
      return { found: 3, done: 2, failed: 0 };
    });
    const at = clock.now();
    await tick();
    expect(await recorded(runs)).toMatchObject({
      ...{ last: { at, ms: 42, found: 3, done: 2, failed: 0, failure: null }, failures: 0 },
    });
  });

  test('nothing to do is a success', async () => {
    const { tick, runs } = clockwork('day', async () => nothing);
    await tick();
    expect(await recorded(runs)).toMatchObject({
      ...{ slot: '2026-11-22', last: { ...nothing, failure: null }, failures: 0 },
    });
  });

  test.each([
    [unavailable, 'storage.unavailable'],
    [Object.assign(new Error('connect 10.0.0.7'), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    [new TypeError('a word of somebody’s'), 'TypeError'],
    [Object.assign(new Error('x'), { code: 'somebody said' }), 'Error'],
  ])('of a failure its code or class alone: %s', async (thrown, failure) => {
    const { tick, runs } = clockwork('tick', async () => {
      throw thrown;
    });
    await tick();
    const record = await recorded(runs);
    expect(record).toMatchObject({ failures: 1, last: { found: 0, done: 0, failed: 1, failure } });
    expect(JSON.stringify(record)).not.toMatch(/somebody|10\.0\.0\.7/);
  });

  test('a run that failed in part is a failure', async () => {
    const { tick, runs } = clockwork('tick', async () => ({ found: 3, done: 2, failed: 1 }));
    await tick();
    await tick();
    expect(await recorded(runs)).toMatchObject({ failures: 2, last: { failed: 1, failure: 'partly' } });
  });

  test('of a discreet job not how much there was to do', async () => {
    const { tick, runs } = clockwork('tick', undefined, undefined, undefined, { marks: { discreet: true } });
    await tick();
    expect(await recorded(runs)).toMatchObject({ last: { found: null, done: null, failed: 0 } });
  });

  test('that it cannot be written down is told as a failure of the job', async () => {
    const { tick, reports } = clockwork(
      'tick',
      async () => nothing,
      sharing(withFaults(memoryRuns(), once([['record', 'before']]))),
    );
    await tick();
    expect(reports).toMatchObject([{ job: 'job', error: unavailable }]);
  });
});

describe('a run that somebody asks for', () => {
  test('of a day’s job that is done comes with the next look, once', async () => {
    const { tick, days, runs, clock } = clockwork('day');
    await tick();
    await runs.ask('job', clock.now());
    await tick();
    await tick();
    expect(days).toHaveLength(2);
    expect(await recorded(runs)).toMatchObject({ asked: null });
  });

  test('of two processes one takes it', async () => {
    const shared = sharing();
    const [here, there] = [1, 2].map(() => clockwork('day', undefined, shared));
    await here?.tick();
    await shared.runs.ask('job', 5);
    await Promise.all([here?.tick(), there?.tick()]);
    expect(shared.days).toHaveLength(2);
  });

  test('begins at once in the process that was asked, after the tick under way', async () => {
    let finish = (): void => undefined;
    const first = new Promise<void>((resolve) => (finish = resolve));
    const { tick, look, days, runs } = clockwork('day', async () => {
      if (days.length === 1) await first;
      return one;
    });
    const ticking = tick();
    await new Promise(setImmediate);
    await runs.ask('job', 5);
    look();
    finish();
    await ticking;
    await new Promise(setImmediate);
    expect(days).toHaveLength(2);
  });

  test('that fails is not tried again where nothing is due', async () => {
    const faults = [null, new Error('asked')];
    const { tick, days, runs } = clockwork('day', async () => {
      const fault = faults.shift();
      if (fault) throw fault;
      return one;
    });
    await tick();
    await runs.ask('job', 5);
    for (let i = 0; i < 3; i++) await tick();
    expect(days).toHaveLength(2);
    expect(await recorded(runs)).toMatchObject({ failures: 1, slot: '2026-11-22' });
  });
});

describe('on a held line', () => {
  const held: Hold = { since: 1, why: 'restored' };

  test('a job that sends is skipped until somebody says go, then it runs once', async () => {
    let hold: Hold | null = held;
    const parts = { marks: { sends: true }, hold: async () => hold } as const;
    const { tick, days, runs } = clockwork('day', undefined, undefined, undefined, parts);
    await tick();
    await runs.ask('job', 5);
    await tick();
    expect([days.length, (await recorded(runs))?.last]).toEqual([0, null]);
    hold = null;
    await tick();
    await tick();
    expect(days).toHaveLength(1);
  });

  test('a job that sends nothing runs', async () => {
    const { tick, days } = clockwork('tick', undefined, undefined, undefined, { hold: async () => held });
    await tick();
    expect(days).toHaveLength(1);
  });

  test('where nobody can say whether it is held nothing is sent, and that is told', async () => {
    let broken = true;
    const hold = async (): Promise<Hold | null> => {
      if (broken) throw unavailable;
      return null;
    };
    const parts = { marks: { sends: true }, hold } as const;
    const { tick, days, reports } = clockwork('tick', undefined, undefined, undefined, parts);
    await tick();
    expect([days, reports]).toMatchObject([[], [{ job: 'clockwork', error: unavailable }]]);
    broken = false;
    await tick();
    expect(days).toHaveLength(1);
  });
});
