import { describe, expect, test } from '@jest/globals';
import type { Delivered } from '../../../domain/sending/channels.js';
import { emptyTally, through } from '../../../domain/sending/send.js';
import { hourMs, sendsAt, someConsent } from '../../support/sends.js';
import { arrivals, briefly, createWorld, openidOf, type World } from './set-up.js';

const refusal: Delivered = { is: 'skipped', reason: 'no_consent', consent: 'gone' };

/** The platform's answer to some, and `sent` to all others. */
function answering(world: World, answers: Readonly<Record<string, Delivered>>): void {
  world.platform = async (openid, arrive) => {
    const answer = answers[openid] ?? { is: 'sent' };
    if (answer.is === 'sent') arrive();
    return answer;
  };
}

describe('a send to people', () => {
  test('reaches each who allowed a message once, and spends it', async () => {
    const world = createWorld({ people: 700, each: 2 });
    await world.begin();
    const send = await world.run();
    expect(arrivals(world)).toEqual({ 1: 700 });
    expect([send.state, send.reason, send.leaseUntil]).toEqual(['done', null, 0]);
    expect(send.progress).toMatchObject({ ...emptyTally, sent: 700, total: 700, cursor: 'r00699' });
    expect(send.progress.startedAt).toBe(sendsAt);
    expect(send.progress.finishedAt).toBe(sendsAt);
    expect([...world.stored.values()].every(({ count, open }) => count === 1 && open === 0)).toBe(true);
  });

  test('passes over who has none left, and who allowed another form or way', async () => {
    const world = createWorld({ people: 3 });
    await world.consents.insert(someConsent('x', { count: 0 }));
    await world.consents.insert(someConsent('y', { template: 'another' }));
    await world.consents.insert(someConsent('z', { way: 'mini' }));
    await world.begin();
    const send = await world.run();
    expect(send.progress).toMatchObject({ sent: 3, total: 3, skipped: {} });
    expect([...world.phones.keys()].sort()).toEqual(world.ids.map(openidOf));
  });

  test('with nobody to send to is done', async () => {
    const world = createWorld({ people: 0 });
    await world.begin();
    expect(await world.run()).toMatchObject({ state: 'done', progress: { total: 0, sent: 0 } });
  });

  test('says why somebody did not get it, and takes from them what the platform says they have not', async () => {
    const world = createWorld({ people: 6, each: 3 });
    await world.begin();
    answering(world, {
      [openidOf('r00001')]: refusal,
      [openidOf('r00002')]: { is: 'skipped', reason: 'unreachable', consent: 'gone' },
      [openidOf('r00003')]: { is: 'skipped', reason: '45015', consent: 'back' },
    });
    const send = await world.run();
    expect(send).toMatchObject({ state: 'done', progress: { sent: 3, doubt: 0, total: 6 } });
    expect(send.progress.skipped).toEqual({ no_consent: 1, unreachable: 1, '45015': 1 });
    const left = world.ids.map((id) => world.stored.get(id)?.count);
    expect(left).toEqual([2, 0, 0, 3, 2, 2]);
  });

  test('whose name cannot be opened any more is unreachable', async () => {
    const world = createWorld({ people: 2 });
    await world.begin();
    world.stored.set('r00001', {
      ...(world.stored.get('r00001') ?? { ...someConsent('r00001'), sends: {} }),
      sealed: new Uint8Array(),
    });
    expect((await world.run()).progress).toMatchObject({ sent: 1, skipped: { unreachable: 1 } });
  });

  test('stands in doubt when an answer was lost, names how many, and gives none of them a second', async () => {
    const world = createWorld({ people: 20 });
    await world.begin();
    world.platform = async (openid, arrive) => {
      arrive();
      return openid === openidOf('r00004')
        ? { is: 'doubt', reason: 'no_answer', busy: false }
        : { is: 'sent' };
    };
    const send = await world.run();
    expect(send).toMatchObject({ state: 'in_doubt', reason: 'no_answer', progress: { sent: 19, doubt: 1 } });
    await world.run();
    expect(arrivals(world)).toEqual({ 1: 20 });
  });

  test('tries again what surely did not arrive', async () => {
    const world = createWorld({ people: 10 });
    await world.begin();
    const failed = new Set<string>();
    world.platform = async (openid, arrive) => {
      if (!failed.has(openid) && openid.endsWith('3')) {
        failed.add(openid);
        return { is: 'not_sent', reason: 'unreachable' };
      }
      arrive();
      return { is: 'sent' };
    };
    expect(await world.run()).toMatchObject({ state: 'done', progress: { sent: 10, doubt: 0 } });
    expect(failed.size).toBe(1);
  });

  test('begins with one message, and has never more under way than it may', async () => {
    const world = createWorld({ people: 200 });
    const { id } = await world.begin();
    await world.desk.limit(id, { concurrency: 7, perSecond: null });
    const under: number[] = [];
    world.platform = async (_openid, arrive) => {
      under.push(world.underWay);
      await briefly(1_000);
      arrive();
      return { is: 'sent' };
    };
    await world.run();
    expect(under[0]).toBe(1);
    expect(world.most).toBe(7);
  });

  test('keeps to a pace that is set, and a limit that is changed in the middle holds from then on', async () => {
    const world = createWorld({ people: 120 });
    const { id } = await world.begin();
    await world.desk.limit(id, { concurrency: 64, perSecond: 40 });
    const waits: number[] = [];
    const changes: Promise<unknown>[] = [];
    world.platform = async (_openid, arrive) => {
      arrive();
      if (world.asked.length === 60) changes.push(world.desk.limit(id, { concurrency: 2, perSecond: 10 }));
      return { is: 'sent' };
    };
    const advance = world.worker({
      wait: (ms) => {
        if (ms < 5_000) waits.push(ms);
        return briefly(ms);
      },
    });
    await advance(10);
    await Promise.all(changes);
    expect((await world.now()).progress.sent).toBe(120);
    // a wait of 25 ms for each at 40 a second, of 100 ms at 10 a second
    expect(waits.slice(0, 40).filter((ms) => ms === 25).length).toBeGreaterThan(30);
    expect(waits.filter((ms) => ms === 100).length).toBeGreaterThan(20);
    expect(waits.findIndex((ms) => ms === 100)).toBeGreaterThan(40);
  });
});

describe('a send that cannot go on', () => {
  test('is refused as a whole at the first answer that all would get, and keeps what was allowed', async () => {
    const world = createWorld({ people: 100 });
    await world.begin();
    world.platform = async () => ({ is: 'refused', reason: '47003' });
    const send = await world.run();
    expect(send).toMatchObject({ state: 'refused', reason: '47003', progress: { sent: 0, doubt: 0 } });
    expect(world.asked).toHaveLength(1);
    expect([...world.stored.values()].every(({ count, open }) => count === 1 && open === 0)).toBe(true);
  });

  test('may be offered again, and goes on after those who are through', async () => {
    const world = createWorld({ people: 100 });
    const { id } = await world.begin();
    let refusing = true;
    world.platform = async (_openid, arrive) => {
      if (refusing && world.asked.length > 50) return { is: 'refused', reason: '48001' };
      arrive();
      return { is: 'sent' };
    };
    expect(await world.run()).toMatchObject({ state: 'refused', reason: '48001' });
    refusing = false;
    await world.desk.retry(id);
    expect(await world.run()).toMatchObject({ state: 'done', progress: { sent: 100 } });
    expect(arrivals(world)).toEqual({ 1: 100 });
  });

  test('is refused when so many in a row are, for a reason that is nobody’s own', async () => {
    const world = createWorld({ people: 300 });
    await world.begin();
    world.platform = async () => ({ is: 'skipped', reason: '45168', consent: 'back' });
    const send = await world.run();
    expect([send.state, send.reason]).toEqual(['refused', '45168']);
    expect(world.asked.length).toBeLessThan(100);
  });

  test('goes on when as many are for a reason that is each one’s own', async () => {
    const world = createWorld({ people: 300 });
    await world.begin();
    world.platform = async () => refusal;
    expect(await world.run()).toMatchObject({ state: 'done', progress: { skipped: { no_consent: 300 } } });
  });

  test('waits for the next morning when the day’s quota is used up, and then goes on where it was', async () => {
    const world = createWorld({ people: 100 });
    await world.begin({ ...world.order, until: sendsAt + 48 * hourMs });
    let left = 40;
    world.platform = async (_openid, arrive) => {
      if ((left -= 1) < 0) return { is: 'limit', reason: '45009', until: 'day' };
      arrive();
      return { is: 'sent' };
    };
    const advance = world.worker();
    await advance(10);
    const limited = await world.now();
    expect(limited).toMatchObject({ state: 'limited', reason: '45009', progress: { sent: 40, doubt: 0 } });
    expect(new Date(limited.resumeAt ?? 0).toISOString()).toBe('2027-04-15T16:10:00.000Z');
    world.clock.set('2027-04-15T16:09:00Z');
    expect(await advance(10)).toEqual({ found: 0, done: 0, failed: 0 });
    world.clock.set('2027-04-15T16:10:00Z');
    left = 100;
    await advance(10);
    expect(await world.now()).toMatchObject({ state: 'done', reason: null, progress: { sent: 100 } });
    expect(arrivals(world)).toEqual({ 1: 100 });
  });

  test('is over when its window ends before the next morning', async () => {
    const world = createWorld({ people: 10 });
    await world.begin({ ...world.order, until: sendsAt + 10 * hourMs });
    world.platform = async () => ({ is: 'limit', reason: '45009', until: 'day' });
    expect(await world.run()).toMatchObject({ state: 'missed', reason: '45009' });
  });

  test('waits a minute when the minute’s quota is used up', async () => {
    const world = createWorld({ people: 10 });
    await world.begin();
    world.platform = async () => ({ is: 'limit', reason: '45011', until: 'minute' });
    await world.worker()(10);
    expect(await world.now()).toMatchObject({ state: 'limited', resumeAt: sendsAt + 60_000 });
  });

  test('leaves few in doubt when the platform stops answering, and waits for better times', async () => {
    const world = createWorld({ people: 2_000 });
    await world.begin();
    world.platform = async (_openid, arrive) => {
      if (world.asked.length > 500) return { is: 'doubt', reason: 'no_answer', busy: false };
      arrive();
      return { is: 'sent' };
    };
    await world.worker()(10);
    const first = await world.now();
    expect(first).toMatchObject({ state: 'limited', reason: 'no_answer' });
    expect(first.progress.doubt).toBeLessThanOrEqual(8 + 64);
    world.clock.advance(5 * 60_000);
    await world.worker()(10);
    const second = await world.now();
    expect(second.progress.doubt - first.progress.doubt).toBe(8);
  });

  test('goes slower while the platform is busy', async () => {
    const world = createWorld({ people: 60 });
    await world.begin();
    const waits: number[] = [];
    world.platform = async (_openid, arrive) => {
      if (world.asked.length % 20 === 0) return { is: 'doubt', reason: '-1', busy: true };
      arrive();
      return { is: 'sent' };
    };
    const advance = world.worker({
      wait: (ms) => {
        waits.push(ms);
        return briefly(ms);
      },
    });
    await advance(10);
    expect((await world.now()).progress).toMatchObject({ sent: 57, doubt: 3 });
    // the third was the last of all: nobody came after it
    expect(waits.filter((ms) => ms === 500)).toHaveLength(2);
  });

  test('that misses its window says how many were left', async () => {
    const world = createWorld({ people: 200 });
    const { until } = await world.begin();
    world.platform = async (_openid, arrive) => {
      arrive();
      if (world.asked.length === 50) world.clock.advance(until - sendsAt);
      return { is: 'sent' };
    };
    await world.worker()(10);
    const send = await world.now();
    expect([send.state, send.reason]).toEqual(['missed', 'window']);
    expect(send.progress.total).toBe(200);
    expect(through(send.progress)).toBe(world.phones.size);
    expect(send.progress.sent).toBeLessThan(200);
    expect(await world.run()).toMatchObject({ state: 'missed' });
  });

  test('that was down for a day sends nothing late', async () => {
    const world = createWorld({ people: 5 });
    const { until } = await world.begin();
    world.clock.advance(until - sendsAt);
    expect(await world.run()).toMatchObject({ state: 'missed', progress: { sent: 0, total: 5 } });
    expect(world.phones.size).toBe(0);
  });

  test('without a form is refused', async () => {
    const world = createWorld();
    await world.begin();
    await world.worker({ channelOf: () => ({ refused: 'no_form' }) })(10);
    expect(await world.now()).toMatchObject({ state: 'refused', reason: 'no_form' });
  });

  test('is not begun again with another form, whose consents are other ones', async () => {
    const world = createWorld();
    const { id } = await world.begin();
    world.platform = async () => ({ is: 'refused', reason: '40037' });
    await world.run();
    await world.desk.retry(id);
    await world.worker({
      channelOf: () => ({ template: 'another', deliver: async () => ({ is: 'sent' }) }),
    })(10);
    expect(await world.now()).toMatchObject({ state: 'refused', reason: 'form_changed' });
  });
});
