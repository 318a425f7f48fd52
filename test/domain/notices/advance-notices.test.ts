import { describe, expect, test } from '@jest/globals';
import { holdMs } from '../../../domain/articles/lifecycle.js';
import { createAdvanceNotices } from '../../../domain/notices/advance-notices.js';
import { someArticle, somePublished } from '../../support/articles.js';
import { someOccurrence } from '../../support/notices.js';
import { desk, minute, nothing } from './planned-desk.js';

describe('an occurrence whose time comes', () => {
  test('is about to go for ten minutes, then goes at its time, one order a way', async () => {
    const article = somePublished();
    const { tick, now, at, clock, started, id } = desk({ article: article.id }, [article]);
    await tick(49);
    expect((await now()).state).toBe('scheduled');
    await tick(1);
    expect([(await now()).state, clock.now()]).toEqual(['about_to_go', at - holdMs]);
    await tick(9);
    expect([(await now()).state, started]).toEqual(['about_to_go', []]);
    await tick(1);
    const going = await now();
    expect([going.state, going.startedAt, going.events.at(-1)]).toMatchObject([
      'going',
      at,
      { what: 'go', detail: null },
    ]);
    const { texts, on, windowEndsAt } = going;
    const shared = { occurrence: id, tag: null, article: article.id, texts, on, until: windowEndsAt };
    expect(started).toEqual([
      { ...shared, id: `${id}.account`, way: 'account', page: `account:${article.slug}` },
      { ...shared, id: `${id}.mini`, way: 'mini', page: `mini:${article.slug}` },
    ]);
  });

  test('leads to no article that readers cannot see', async () => {
    const draft = someArticle();
    const { tick, started } = desk(
      { article: draft.id, ways: { mass: { tag: 7 }, account: false, mini: false } },
      [draft],
    );
    await tick(60);
    expect(started).toMatchObject([{ way: 'mass', tag: 7, article: null, page: 'mass:all' }]);
  });

  test.each(['draft', 'in_review', 'cancelled', 'missed', 'done'] as const)(
    'stays where it is while it is %s',
    async (state) => {
      const { tick, now, started } = desk({ state });
      await tick(90);
      expect([(await now()).state, (await now()).revision, started]).toEqual([state, 1, []]);
    },
  );

  test('nothing to do is nothing done', async () => {
    const { advance, clock, tick, set, id } = desk();
    expect(await advance(10)).toEqual(nothing);
    await tick(60);
    expect(await advance(10)).toEqual(nothing);
    set(`${id}.account`, 'done');
    set(`${id}.mini`, 'done');
    expect(await advance(10)).toEqual({ found: 1, done: 1, failed: 0 });
    clock.advance(minute);
    expect(await advance(10)).toEqual(nothing);
  });

  test('one that fails does not keep the others', async () => {
    const line = desk();
    const { occurrences, ports, tick } = line;
    const second = someOccurrence({ ...(await line.now()), id: 'z.2027-04-15.0' });
    occurrences.stored.set(second.id, second);
    const of = ports.sends.of.bind(ports.sends);
    const sends = {
      ...ports.sends,
      of: (id: string) => (id === line.id ? Promise.reject(new Error('broken')) : of(id)),
    };
    const advance = createAdvanceNotices({ ...ports, sends });
    await tick(60, advance);
    for (const way of ['account', 'mini']) line.set(`${second.id}.${way}`, 'done');
    expect(await advance(10)).toEqual({ found: 1, done: 1, failed: 1 });
    expect((await line.one(second.id)).state).toBe('done');
  });
});

describe('what becomes of it', () => {
  test.each([
    ['done', ['done', 5, 'done', 0]],
    ['partly_done', ['done', 5, 'refused', 0]],
    ['partly_done', ['missed', 3, 'done', 5]],
    ['partly_done', ['cancelled', 2, 'cancelled', 0]],
    ['in_doubt', ['done', 5, 'in_doubt', 0]],
    ['in_doubt', ['refused', 0, 'in_doubt', 3]],
    ['refused', ['refused', 0, 'cancelled', 0]],
    ['missed', ['missed', 0, 'missed', 0]],
    ['cancelled', ['cancelled', 0, 'cancelled', 0]],
  ] as const)('%s: %j', async (state, [account, a, mini, m]) => {
    const { tick, now, set, id } = desk();
    await tick(60);
    set(`${id}.account`, account, a, 'why');
    set(`${id}.mini`, mini, m);
    await tick(1);
    const over = await now();
    expect([over.state, over.outcome]).toEqual([
      state,
      [
        { way: 'account', state: account, sent: a, skipped: 0, doubt: 0, reason: 'why' },
        { way: 'mini', state: mini, sent: m, skipped: 0, doubt: 0, reason: null },
      ],
    ]);
    const { revision } = over;
    await tick(3);
    expect((await now()).revision).toBe(revision);
  });

  test('is not over before all of its ways are', async () => {
    const { tick, now, set, id } = desk();
    await tick(60);
    set(`${id}.account`, 'done', 5);
    for (const state of ['sending', 'limited', 'awaiting_admin', 'checking'] as const) {
      set(`${id}.mini`, state);
      await tick(1);
      expect((await now()).state).toBe('going');
    }
  });

  test('is paused when nothing of it goes on, and going when something does', async () => {
    const { tick, now, set, id, timeline } = desk();
    await tick(60);
    set(`${id}.account`, 'paused');
    await tick(1);
    expect((await now()).state).toBe('going');
    set(`${id}.mini`, 'done', 2);
    await tick(2);
    expect((await now()).state).toBe('paused');
    set(`${id}.account`, 'sending');
    await tick(1);
    expect((await now()).state).toBe('going');
    set(`${id}.account`, 'paused');
    await tick(1);
    set(`${id}.account`, 'missed', 1);
    await tick(1);
    expect((await now()).state).toBe('partly_done');
    expect(await timeline()).toEqual(['hold', 'go', 'pause', 'resume', 'pause', 'fall_short']);
  });
});
