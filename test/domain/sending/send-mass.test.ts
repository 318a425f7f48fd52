import { describe, expect, test } from '@jest/globals';
import { createHearMass } from '../../../domain/sending/hear-mass.js';
import { sendsAt, someOrder } from '../../support/sends.js';
import { runUntilDeath } from './killed-worker.js';
import { createWorld } from './set-up.js';
import { toyMass } from './toy-mass.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const order = someOrder({ way: 'mass', article: 'article' });

async function begun(until = order.until) {
  const world = createWorld({ people: 0 });
  const mass = toyMass();
  world.mass = mass.channel;
  world.order = { ...order, until };
  await world.begin();
  const look = async (afterMs = 0) => {
    world.clock.advance(afterMs);
    await world.worker()(10);
    return world.now();
  };
  return { world, mass, look, hear: createHearMass(world) };
}

describe('a mass send', () => {
  test('is handed over once, looked after, and done', async () => {
    const { world, mass, look } = await begun();
    expect(await look()).toMatchObject({
      state: 'checking',
      jobId: `job of ${'01'.repeat(8)}-1`,
      leaseUntil: 0,
    });
    expect(await look(minuteMs)).toMatchObject({ state: 'checking' });
    mass.seen = { is: 'sent' };
    const done = await look(minuteMs);
    expect([done.state, done.progress.finishedAt]).toEqual(['done', sendsAt + 2 * minuteMs]);
    expect([mass.drafts, mass.names.length, world.asked.length]).toEqual([1, 1, 0]);
  });

  test('whose answer was lost after it was done is asked for again under its name, after the platform’s quiet minute', async () => {
    const { mass, look } = await begun();
    mass.answers = [{ is: 'lost_after' }];
    expect(await look()).toMatchObject({ state: 'sending', leaseUntil: 0 });
    await look(30_000);
    expect(mass.names).toHaveLength(1);
    expect(await look(31_000)).toMatchObject({ state: 'checking' });
    expect([mass.names[1], [...mass.sent.values()]]).toEqual([mass.names[0], [1]]);
  });

  test('that surely did not arrive goes again at the next look', async () => {
    const { mass, look } = await begun();
    mass.answers = [{ is: 'not_sent', reason: 'unreachable' }];
    const tried = await look();
    expect([tried.state, tried.reason, tried.mass?.calledAt]).toEqual(['sending', 'unreachable', null]);
    expect(await look(minuteMs)).toMatchObject({ state: 'checking', reason: null });
    expect(mass.drafts).toBe(1);
  });

  test('that is not ready there yet waits for it', async () => {
    const { mass, look } = await begun();
    mass.prepared = { is: 'later', reason: 'no_answer' };
    expect(await look()).toMatchObject({ state: 'sending', reason: 'no_answer' });
    mass.prepared = { is: 'ready', draftId: null };
    expect(await look(minuteMs)).toMatchObject({ state: 'checking', mass: { draftId: null } });
  });

  test('whose article is refused is offered again when somebody says so', async () => {
    const { world, mass, look } = await begun();
    mass.prepared = { is: 'refused', reason: 'no_cover' };
    expect(await look()).toMatchObject({ state: 'refused', reason: 'no_cover' });
    expect(await look(minuteMs)).toMatchObject({ state: 'refused' });
    mass.prepared = { is: 'ready', draftId: 'draft' };
    await world.desk.retry(order.id);
    expect(await look()).toMatchObject({ state: 'checking', reason: null });
  });

  test('without a place in the account’s budget is refused before anything is told to the platform, and can be offered again', async () => {
    const { world, mass, look } = await begun();
    world.place = false;
    expect(await look()).toMatchObject({ state: 'refused', reason: 'over_budget', mass: null });
    expect([mass.drafts, mass.names]).toEqual([0, []]);
    world.place = true;
    await world.desk.retry(order.id);
    expect(await look()).toMatchObject({ state: 'checking', reason: null });
  });

  test('that may have gone out is not asked for its place any more', async () => {
    const { world, mass, look } = await begun();
    mass.answers = [{ is: 'lost_after' }];
    await look();
    world.place = false;
    expect(await look(2 * minuteMs)).toMatchObject({ state: 'checking' });
    expect([...mass.sent.values()]).toEqual([1]);
  });

  test('that is refused is offered again under another name', async () => {
    const { world, mass, look } = await begun();
    mass.answers = [{ is: 'refused', reason: '48003' }];
    expect(await look()).toMatchObject({ state: 'refused', reason: '48003' });
    await world.desk.retry(order.id);
    expect(await look()).toMatchObject({ state: 'checking', reason: null });
    expect([mass.drafts, new Set(mass.names).size]).toEqual([2, 2]);
  });

  test('that is refused after an answer was lost is in doubt: the first call may have gone out', async () => {
    const { mass, look } = await begun();
    mass.answers = [
      { is: 'lost', reason: 'no_answer' },
      { is: 'refused', reason: '45028' },
    ];
    await look();
    expect(await look(2 * minuteMs)).toMatchObject({ state: 'in_doubt', reason: '45028' });
    expect(await look(hourMs)).toMatchObject({ state: 'in_doubt' });
    expect(mass.names).toHaveLength(2);
  });

  test('waits for the next day’s quota where its window holds, and is over where not', async () => {
    const { mass, look } = await begun();
    const limit = { is: 'limit', reason: '45028', until: 'day' } as const;
    mass.answers = [limit];
    expect(await look()).toMatchObject({ state: 'limited', reason: '45028' });
    expect(await look(16 * hourMs + 10 * minuteMs)).toMatchObject({ state: 'checking' });
    const short = await begun(sendsAt + hourMs);
    short.mass.answers = [limit];
    expect(await short.look()).toMatchObject({ state: 'missed', reason: '45028' });
  });

  test('never goes out under a name that the platform may have forgotten, nor after its window', async () => {
    const { mass, look } = await begun(sendsAt + 60 * hourMs);
    mass.answers = [{ is: 'lost', reason: 'no_answer' }];
    await look();
    expect(await look(23 * hourMs)).toMatchObject({ state: 'in_doubt', reason: 'no_answer' });
    const late = await begun(sendsAt + hourMs);
    late.mass.answers = [{ is: 'lost', reason: 'no_answer' }];
    await late.look();
    expect(await late.look(hourMs)).toMatchObject({ state: 'in_doubt' });
    expect([mass.names.length, late.mass.names.length]).toEqual([1, 1]);
  });

  test('that was down for its whole window is missed', async () => {
    const { mass, look } = await begun();
    expect(await look(24 * hourMs)).toMatchObject({ state: 'missed', reason: 'window' });
    expect(mass.names).toEqual([]);
  });

  test('without an account is refused', async () => {
    const { world, look } = await begun();
    world.mass = null;
    expect(await look()).toMatchObject({ state: 'refused', reason: 'no_account' });
  });

  test('waits for the administrator half an hour, and for the platform a day', async () => {
    const { mass, look } = await begun();
    mass.awaitsAdmin = true;
    expect(await look()).toMatchObject({ state: 'awaiting_admin' });
    expect(await look(34 * minuteMs)).toMatchObject({ state: 'awaiting_admin' });
    expect(await look(minuteMs)).toMatchObject({ state: 'checking' });
    expect(await look(24 * hourMs)).toMatchObject({ state: 'in_doubt', reason: 'no_answer' });
  });

  test('that failed there is refused, and may be offered again', async () => {
    const { world, mass, look } = await begun();
    mass.awaitsAdmin = true;
    await look();
    mass.seen = { is: 'failed', reason: 'failed' };
    expect(await look(minuteMs)).toMatchObject({ state: 'refused', reason: 'failed' });
    await world.desk.retry(order.id);
    mass.seen = { is: 'sent' };
    await look();
    expect(await look(minuteMs)).toMatchObject({ state: 'done' });
    expect([...mass.sent.keys()].map((name) => name.slice(-2))).toEqual(['-1', '-2']);
  });

  test.each([
    ['sent', 'done', 'settled_sent'],
    ['not_sent', 'refused', 'settled_not_sent'],
  ] as const)('in doubt, settled as %s, is %s', async (found, state, reason) => {
    const { world, mass, look } = await begun();
    mass.answers = [
      { is: 'lost', reason: 'no_answer' },
      { is: 'refused', reason: '45028' },
    ];
    await look();
    await look(2 * minuteMs);
    expect(await world.desk.settle(order.id, found)).toMatchObject({ state, reason });
  });

  test('killed at any call goes out once', async () => {
    for (let call = 1; call <= 12; call += 1)
      for (const when of ['before', 'after'] as const) {
        const { world, mass, look } = await begun();
        await runUntilDeath(world, { call, when });
        for (let n = 0; n < 6; n += 1) await look(minuteMs);
        expect({ call, when, state: (await world.now()).state }).toMatchObject({ state: 'checking' });
        expect([...mass.sent.values()]).toEqual([1]);
      }
  });
});

describe('what the platform tells of a mass send', () => {
  const told = { sent: true, reason: null, total: 100, reached: 97 };

  test('ends it with how many were reached', async () => {
    const { look, hear, world } = await begun();
    const { jobId } = await look();
    await hear({ ...told, jobId: jobId ?? '' });
    const done = await world.now();
    expect(done).toMatchObject({
      state: 'done',
      progress: { total: 100, sent: 97, skipped: { not_reached: 3 } },
    });
  });

  test('adds the counts where it was found done before, and says nothing of another’s', async () => {
    const { look, hear, mass, world } = await begun();
    const { jobId } = await look();
    mass.seen = { is: 'sent' };
    const { stateAt } = await look(minuteMs);
    world.clock.advance(minuteMs);
    await hear({ ...told, jobId: 'another' });
    expect((await world.now()).progress.sent).toBe(0);
    await hear({ ...told, jobId: jobId ?? '' });
    expect(await world.now()).toMatchObject({ state: 'done', stateAt, progress: { sent: 97 } });
  });

  test('that an administrator refused makes it refused', async () => {
    const { look, hear, mass, world } = await begun();
    mass.awaitsAdmin = true;
    const { jobId } = await look();
    await hear({ ...told, jobId: jobId ?? '', sent: false, reason: 'admin_refused' });
    expect(await world.now()).toMatchObject({ state: 'refused', reason: 'admin_refused' });
  });
});
