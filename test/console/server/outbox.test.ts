/** The routes of the outbox: each answer's exact keys, each refusal. */
import { describe, expect, test } from '@jest/globals';
import { refusal } from './console.js';
import { iso, upkeepDesk as desk } from './upkeep-desk.js';

describe('GET /api/outbox', () => {
  test('is exactly the letters, the dead ones first, without parameters and recipients', async () => {
    const { editor, post, clock } = await desk();
    await post(['alert.work.1', false], ['alert.held.x', true]);
    const { status, body } = await editor('get', '/api/outbox');
    const same = { kind: 'staff-mail', code: 'alert.work' };
    // the one that waits longest was claimed, and given up
    expect([status, body]).toEqual([
      200,
      {
        items: [
          { ...same, id: 'alert.held.x', state: 'dead', attempts: 8, nextAt: null, reason: 'smtp-550' },
          {
            ...same,
            id: 'alert.work.1',
            state: 'waiting',
            attempts: 0,
            nextAt: iso(clock.now()),
            reason: null,
          },
        ],
        nextCursor: null,
      },
    ]);
  });

  test('goes page by page', async () => {
    const { editor, post } = await desk();
    await post(['a', false], ['b', false], ['c', false]);
    const first = (await editor('get', '/api/outbox?limit=2')).body as {
      items: unknown[];
      nextCursor: string;
    };
    expect(first.items).toMatchObject([{ id: 'a' }, { id: 'b' }]);
    const second = await editor('get', `/api/outbox?cursor=${encodeURIComponent(first.nextCursor)}`);
    expect(second.body).toMatchObject({ items: [{ id: 'c' }], nextCursor: null });
  });

  test.each(['limit=0', 'limit=201', 'state=dead', 'cursor=nowhere', 'cursor=dead.x.y'])(
    'refuses the query %s',
    async (query) => {
      const { editor } = await desk();
      expect(await editor('get', `/api/outbox?${query}`)).toMatchObject({
        ...{ status: 422, body: { code: 'request.invalid' } },
      });
    },
  );
});

describe('dead letters', () => {
  test('one is tried again', async () => {
    const { supervisor, post, outbox, acts } = await desk();
    await post(['alert.held.x', true]);
    expect((await supervisor('post', '/api/outbox/alert.held.x/retry')).status).toBe(204);
    expect(outbox.letters()).toMatchObject([{ state: 'waiting', attempts: 0 }]);
    expect(acts()).toEqual([[supervisor.id, 'outbox.retry', 'letter:alert.held.x']]);
  });

  test('one is removed, and the rest are emptied; what waits stays', async () => {
    const { supervisor, post, outbox, acts } = await desk();
    await post(['a', true], ['b', true], ['c', false]);
    expect((await supervisor('delete', '/api/outbox/a')).status).toBe(204);
    expect((await supervisor('delete', '/api/outbox')).status).toBe(204);
    expect(outbox.letters().map(({ id }) => id)).toEqual(['c']);
    expect(acts().map(([, act, object]) => [act, object])).toEqual([
      ['outbox.remove', 'letter:a'],
      ['outbox.empty', null],
    ]);
  });

  test.each([
    ['post', '/api/outbox/none/retry'],
    ['delete', '/api/outbox/none'],
    ['delete', '/api/outbox/waits'],
  ] as const)('%s %s finds none', async (method, path) => {
    const { supervisor, post, acts } = await desk();
    await post(['waits', false]);
    const { status, body } = await supervisor(method, path);
    expect({ status, body }).toEqual(refusal(404, 'outbox.unknown'));
    expect(acts()).toEqual([]);
  });
});
