import { describe, expect, test } from '@jest/globals';
import { createSweepConsents } from '../../../domain/subscriptions/sweep-consents.js';
import { someConsent } from '../../support/sends.js';
import { createWorld } from '../sending/set-up.js';

const hourMs = 3_600_000;

async function sent(people = 4) {
  const world = createWorld({ people, each: 1 });
  await world.begin();
  const send = await world.run();
  return { world, send, sweep: createSweepConsents(world) };
}

describe('the sweep of consents', () => {
  test('erases what is spent a day after the send is over, and what became of each with it', async () => {
    const { world, sweep } = await sent();
    await world.consents.insert(someConsent('z', { changedOn: '2027-04-01' }));
    expect(await sweep(10)).toEqual({ found: 0, done: 0, failed: 0 });
    world.clock.advance(25 * hourMs);
    expect(await sweep(10)).toEqual({ found: 4, done: 4, failed: 0 });
    expect([...world.stored.keys()]).toEqual(['z']);
    expect(await sweep(10)).toEqual({ found: 0, done: 0, failed: 0 });
  });

  test('leaves the sums of the send as they are', async () => {
    const { world, send, sweep } = await sent();
    world.clock.advance(25 * hourMs);
    await sweep(10);
    expect(await world.now()).toEqual(send);
  });

  test('keeps what belongs to a send that a person has yet to settle, or that may go on', async () => {
    const world = createWorld({ people: 4 });
    await world.begin();
    world.platform = async () => ({ is: 'doubt', reason: 'no_answer', busy: false });
    await world.run();
    const sweep = createSweepConsents(world);
    world.clock.advance(25 * hourMs);
    expect((await world.now()).state).toBe('in_doubt');
    await sweep(10);
    expect(world.stored.size).toBe(4);
    await world.desk.settle(world.order.id, 'sent');
    world.clock.advance(25 * hourMs);
    expect(await sweep(10)).toMatchObject({ done: 4 });
  });

  test('erases what nobody used for a year', async () => {
    const world = createWorld({ people: 0 });
    for (const [id, changedOn] of [
      ['a', '2026-04-14'],
      ['b', '2026-04-15'],
    ] as const)
      await world.consents.insert(someConsent(id, { changedOn }));
    expect(await createSweepConsents(world)(10)).toEqual({ found: 1, done: 1, failed: 0 });
    expect([...world.stored.keys()]).toEqual(['b']);
  });
});
