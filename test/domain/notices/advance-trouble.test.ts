import { describe, expect, test } from '@jest/globals';
import { holdMs } from '../../../domain/articles/lifecycle.js';
import { createAdvanceNotices } from '../../../domain/notices/advance-notices.js';
import { massToAll } from '../../support/notices.js';
import { desk, dyingAt, hour, minute, nothing } from './planned-desk.js';

describe('a line that was down', () => {
  test('sends late inside the window, after its ten minutes, and says so', async () => {
    const { tick, clock, now, timeline } = desk();
    clock.advance(5 * hour);
    await tick(1);
    expect((await now()).state).toBe('about_to_go');
    await tick(9);
    expect((await now()).state).toBe('about_to_go');
    await tick(1);
    expect((await now()).state).toBe('going');
    expect(await timeline()).toEqual(['hold', 'go']);
    expect((await now()).events.at(-1)?.detail).toBe('late');
  });

  test.each(['scheduled', 'about_to_go'] as const)(
    'for a day while it was %s: missed, never sent late',
    async (state) => {
      const { tick, clock, now, started } = desk({ state });
      clock.advance(25 * hour);
      await tick(1);
      expect([(await now()).state, (await now()).events.at(-1)]).toMatchObject([
        'missed',
        { by: null, what: 'miss', detail: 'window' },
      ]);
      await tick(60);
      expect(started).toEqual([]);
    },
  );

  test('misses it also where the window passes in the ten minutes', async () => {
    const { tick, now, at, clock, started } = desk();
    clock.set(new Date(at + 24 * hour - 5 * minute).toISOString());
    await tick(10);
    expect([(await now()).state, started]).toEqual(['missed', []]);
  });

  test('for a day in the middle of starting: what never began is missed', async () => {
    const { tick, ports, clock, now, set, id, started } = desk();
    // dies after the first of two orders
    const mortal = createAdvanceNotices({ ...ports, sends: dyingAt(ports.sends, 'start', 2) });
    await tick(60, mortal);
    expect(started.map(({ way }) => way)).toEqual(['account']);
    clock.advance(25 * hour);
    set(`${id}.account`, 'done', 4);
    await tick(1);
    const over = await now();
    expect([over.state, over.outcome?.map(({ state, reason }) => [state, reason])]).toEqual([
      'partly_done',
      [
        ['done', null],
        ['missed', 'window'],
      ],
    ]);
    expect(started).toHaveLength(1);
  });
});

describe('a process that dies', () => {
  const points = [
    ['before the hold is written', 'replace', 1, 'before'],
    ['after the hold is written', 'replace', 1, 'after'],
    ['before going is written', 'replace', 2, 'before'],
    ['after going is written', 'replace', 2, 'after'],
    ['before the first order', 'start', 1, 'before'],
    ['after the first order', 'start', 1, 'after'],
    ['after the second order', 'start', 2, 'after'],
    ['before the end is written', 'replace', 3, 'before'],
    ['after the end is written', 'replace', 3, 'after'],
  ] as const;

  test.each(points)(
    '%s: each way is started once, and each step stands once',
    async (_at, method, nth, when) => {
      const { ports, tick, now, timeline, started, set, stored, id } = desk();
      const port = method === 'start' ? 'sends' : 'occurrences';
      const dying = createAdvanceNotices({ ...ports, [port]: dyingAt(ports[port], method, nth, when) });
      const mortal: typeof dying = (limit) => dying(limit).catch(() => nothing);
      await tick(60, mortal);
      // those that were started do their work, whoever is alive
      for (const send of stored.keys()) set(send, 'done', 1);
      await tick(2, mortal);
      await tick(15);
      for (const send of stored.keys()) set(send, 'done', 1);
      await tick(2);
      expect([(await now()).state, [...stored.keys()].sort()]).toEqual([
        'done',
        [`${id}.account`, `${id}.mini`],
      ]);
      expect(await timeline()).toEqual(['hold', 'go', 'finish']);
      // an order may come again: the send's own name makes it one
      expect(new Set(started.map((order) => JSON.stringify(order))).size).toBe(2);
    },
  );
});

describe('two processes', () => {
  test('take each step once', async () => {
    const { ports, advance, clock, timeline, set, stored, id } = desk();
    const other = createAdvanceNotices(ports);
    for (let count = 0; count < 61; count += 1) {
      clock.advance(minute);
      await Promise.all([advance(10), other(10)]);
    }
    expect([...stored.keys()].sort()).toEqual([`${id}.account`, `${id}.mini`]);
    for (const send of stored.keys()) set(send, 'done', 1);
    const [one, two] = await Promise.all([advance(10), other(10)]);
    expect(one.done + two.done).toBe(1);
    expect(await timeline()).toEqual(['hold', 'go', 'finish']);
  });

  test('of which one stops it and the other lets it go: one of them is right', async () => {
    const { advance, take, now, clock, at, stored, id } = desk();
    clock.set(new Date(at - holdMs).toISOString());
    await advance(10);
    clock.set(new Date(at).toISOString());
    const { revision } = await now();
    const actor = { id: 'ada', roles: ['editor'] as const };
    const [stopped] = await Promise.allSettled([take(actor, { id, revision, step: 'stop' }), advance(10)]);
    const gone = stored.size > 0;
    expect((await now()).state).toBe(gone ? 'going' : 'draft');
    expect(stopped.status).toBe(gone ? 'rejected' : 'fulfilled');
  });
});

describe('a clock that is moved', () => {
  test('back, waits until it is time again', async () => {
    const { tick, now, clock, at, started } = desk();
    await tick(50);
    expect((await now()).state).toBe('about_to_go');
    clock.advance(-3 * hour);
    await tick(180);
    expect([(await now()).state, started]).toEqual(['about_to_go', []]);
    await tick(10);
    expect([(await now()).state, clock.now()]).toEqual(['going', at]);
  });

  test('back while it goes, starts nothing again', async () => {
    const { tick, clock, started, timeline } = desk();
    await tick(60);
    clock.advance(-2 * hour);
    await tick(180);
    expect(started).toHaveLength(2);
    expect(await timeline()).toEqual(['hold', 'go']);
  });

  test('forward over its time still leaves the ten minutes', async () => {
    const { tick, now, clock } = desk({ ways: massToAll });
    clock.advance(3 * hour);
    await tick(1);
    expect((await now()).state).toBe('about_to_go');
    clock.advance(-4 * hour);
    // the hold was begun by a clock that ran ahead: nothing goes before both are over
    await tick(4 * 60);
    expect((await now()).state).toBe('about_to_go');
    await tick(15);
    expect((await now()).state).toBe('going');
  });
});
