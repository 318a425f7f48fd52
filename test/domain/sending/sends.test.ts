import { describe, expect, test } from '@jest/globals';
import { isDomainError } from '../../../domain/errors.js';
import type { Send } from '../../../domain/sending/send.js';
import { expectedEnd, isStalled, through, usualLimits } from '../../../domain/sending/send.js';
import { sendsAt, someOrder, someSend } from '../../support/sends.js';
import { createWorld, openidOf } from './set-up.js';

const refusal = async (call: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return isDomainError(error) ? [error.code, error.details] : error;
};

describe('sends', () => {
  test('one that is started twice is there once, as it was first', async () => {
    const { desk, sends } = createWorld();
    await desk.start(someOrder());
    await desk.start(someOrder({ page: 'https://other.test/' }));
    expect(await desk.of(someOrder().occurrence)).toEqual([
      someSend({ key: '01'.repeat(8), stateAt: sendsAt }),
    ]);
    expect(sends.stored.size).toBe(1);
  });

  test('each has a name of its own', async () => {
    const { desk } = createWorld();
    await desk.start(someOrder());
    await desk.start(someOrder({ way: 'mini' }));
    const keys = (await desk.of(someOrder().occurrence)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });

  test('one that is not there is unknown', async () => {
    const { desk } = createWorld();
    for (const call of ['pause', 'resume', 'cancel', 'retry'] as const)
      expect(await refusal(desk[call]('nobody'))).toEqual(['send.unknown', undefined]);
    expect(await refusal(desk.settle('nobody', 'sent'))).toEqual(['send.unknown', undefined]);
    expect(await refusal(desk.limit('nobody', usualLimits))).toEqual(['send.unknown', undefined]);
    expect(await desk.byId('nobody')).toBeNull();
  });

  test('a step that its state does not have is refused, with the state', async () => {
    const { desk } = createWorld();
    const { id } = someOrder();
    await desk.start(someOrder());
    expect(await refusal(desk.resume(id))).toEqual(['send.step_refused', { state: 'waiting' }]);
    expect(await refusal(desk.retry(id))).toEqual(['send.step_refused', { state: 'waiting' }]);
    expect(await refusal(desk.settle(id, 'sent'))).toEqual(['send.step_refused', { state: 'waiting' }]);
    await desk.cancel(id);
    expect(await refusal(desk.pause(id))).toEqual(['send.step_refused', { state: 'cancelled' }]);
  });

  test('what is paused, goes on or is called off is so at once', async () => {
    const { desk, clock } = createWorld();
    const { id } = someOrder();
    await desk.start(someOrder());
    clock.advance(5);
    expect(await desk.pause(id)).toMatchObject({ state: 'paused', stateAt: sendsAt + 5 });
    expect(await desk.resume(id)).toMatchObject({ state: 'waiting' });
    const { state, progress } = await desk.cancel(id);
    expect([state, progress.finishedAt]).toEqual(['cancelled', sendsAt + 5]);
  });

  test('one that waited for its quota is not resumed at that time once a person paused it', async () => {
    const { desk, sends } = createWorld();
    await sends.insert(someSend({ state: 'limited', reason: '45009', resumeAt: sendsAt + 9 }));
    expect(await desk.pause(someOrder().id)).toMatchObject({ state: 'paused', reason: null, resumeAt: null });
  });

  test.each([
    ['nothing at once', { concurrency: 0, perSecond: null }, ['concurrency']],
    ['too many at once', { concurrency: 257, perSecond: null }, ['concurrency']],
    ['half a one', { concurrency: 1.5, perSecond: 0 }, ['concurrency', 'perSecond']],
    ['too fast', { concurrency: 1, perSecond: 10_001 }, ['perSecond']],
  ])('%s is no limit', async (_what, limits, fields) => {
    const { desk } = createWorld();
    await desk.start(someOrder());
    const [code, details] = (await refusal(desk.limit(someOrder().id, limits))) as [string, object];
    expect([code, Object.keys((details as { fields: object }).fields)]).toEqual(['request.invalid', fields]);
  });

  test('limits may be changed whatever it does', async () => {
    const { desk } = createWorld();
    await desk.start(someOrder());
    expect(await desk.limit(someOrder().id, { concurrency: 256, perSecond: 1 })).toMatchObject({
      ...{ state: 'waiting', limits: { concurrency: 256, perSecond: 1 } },
    });
  });
});

describe('a doubt that a person settled', () => {
  async function inDoubt() {
    const world = createWorld({ people: 10 });
    await world.begin();
    world.platform = async (openid, arrive) => {
      arrive();
      return openid <= openidOf('r00002')
        ? { is: 'doubt', reason: 'no_answer', busy: false }
        : { is: 'sent' };
    };
    await world.run();
    return world;
  }

  test('as sent counts them so, and spends what was allowed', async () => {
    const world = await inDoubt();
    const { id } = world.order;
    expect(await world.now()).toMatchObject({ state: 'in_doubt', progress: { sent: 7, doubt: 3 } });
    expect(await world.desk.settle(id, 'sent')).toMatchObject({
      ...{ state: 'done', reason: 'settled_sent', progress: { sent: 10, doubt: 0, skipped: {} } },
    });
    expect(world.became(await world.now())).toEqual({ sent: 10 });
  });

  test('as not sent gives back what was allowed, and nobody gets it again', async () => {
    const world = await inDoubt();
    const { id } = world.order;
    const settled = await world.desk.settle(id, 'not_sent');
    expect(settled).toMatchObject({ state: 'done', reason: 'settled_not_sent' });
    expect(settled.progress).toMatchObject({ sent: 7, doubt: 0, skipped: { not_sent: 3 } });
    expect(world.ids.map((one) => world.stored.get(one)?.count)).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 0, 0]);
    const { length } = world.asked;
    await world.run();
    expect(world.asked).toHaveLength(length);
  });

  test('is settled once', async () => {
    const world = await inDoubt();
    await world.desk.settle(world.order.id, 'sent');
    expect(await refusal(world.desk.settle(world.order.id, 'not_sent'))).toEqual([
      'send.step_refused',
      { state: 'done' },
    ]);
  });
});

describe('what is told of a send', () => {
  const going = (changes: Partial<Send['progress']>): Send =>
    someSend({ state: 'sending', progress: { ...someSend().progress, ...changes } });

  test('it is through with those sent, passed over and in doubt', () => {
    expect(through({ sent: 3, skipped: { a: 1, b: 2 }, doubt: 4 })).toBe(10);
  });

  test('its end is expected at the pace so far', () => {
    const half = going({ total: 100, sent: 40, skipped: { no_consent: 10 }, startedAt: sendsAt });
    expect(expectedEnd(half, sendsAt + 10_000)).toBe(sendsAt + 20_000);
  });

  test.each([
    ['nothing is known of how many', { total: null, sent: 4, startedAt: sendsAt }],
    ['nothing is through', { total: 9, startedAt: sendsAt }],
    ['it has not begun', { total: 9, sent: 4 }],
  ])('and not while %s', (_what, progress) => {
    expect(expectedEnd(going(progress), sendsAt + 10)).toBeNull();
  });

  test('and not when it stands still', () => {
    const half = going({ total: 100, sent: 50, startedAt: sendsAt });
    expect(expectedEnd({ ...half, state: 'paused' }, sendsAt + 10)).toBeNull();
    expect(isStalled({ state: 'paused', progressAt: 0 }, sendsAt)).toBe(false);
    expect(isStalled({ state: 'sending', progressAt: sendsAt }, sendsAt + 120_000)).toBe(false);
    expect(isStalled({ state: 'sending', progressAt: sendsAt }, sendsAt + 120_001)).toBe(true);
  });
});
