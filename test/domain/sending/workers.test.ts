import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../domain/errors.js';
import { isStalled, through } from '../../../domain/sending/send.js';
import { handClock } from '../../support/fakes/clock.js';
import { hourMs, sendsAt } from '../../support/sends.js';
import { runUntilDeath } from './killed-worker.js';
import { arrivals, briefly, createWorld, openidOf, portsOf, type World } from './set-up.js';

const dayMs = 24 * hourMs;

/** Messages take a little, so that workers meet. */
const slowly = (world: World): void => {
  world.platform = async (_openid, arrive) => {
    await briefly(1_000);
    arrive();
    return { is: 'sent' };
  };
};

describe('of several workers', () => {
  test('one sends', async () => {
    const world = createWorld({ people: 300 });
    await world.begin();
    slowly(world);
    const looks = await Promise.all([1, 2, 3].map(() => world.worker()(10)));
    expect(looks.map(({ found }) => found).sort()).toEqual([0, 0, 1]);
    expect(arrivals(world)).toEqual({ 1: 300 });
    expect(await world.now()).toMatchObject({ state: 'done', progress: { sent: 300, doubt: 0 }, fence: 1 });
  });

  test('one that comes while another lives watches, and takes nothing', async () => {
    const world = createWorld({ people: 600 });
    await world.begin();
    slowly(world);
    const first = world.worker()(10);
    await briefly(20_000);
    expect((await world.now()).leaseUntil).toBeGreaterThan(0);
    expect(await world.worker()(10)).toEqual({ found: 0, done: 0, failed: 0 });
    await first;
    expect(await world.now()).toMatchObject({ state: 'done', progress: { doubt: 0 }, fence: 1 });
  });

  test.each([-dayMs, -hourMs, hourMs, dayMs - hourMs - 60_000])(
    'one whose clock is off by %d ms takes nothing from one that lives',
    async (off) => {
      const world = createWorld({ people: 400 });
      await world.begin({ ...world.order, until: sendsAt + 2 * dayMs });
      slowly(world);
      const clock = handClock(new Date(sendsAt + off).toISOString());
      await Promise.all([world.worker()(10), world.worker({ clock })(10), world.worker({ clock })(10)]);
      expect(arrivals(world)).toEqual({ 1: 400 });
      expect(await world.now()).toMatchObject({ state: 'done', progress: { doubt: 0 }, fence: 1 });
    },
  );

  test('one that finds another dead goes on after the last who is through', async () => {
    const world = createWorld({ people: 200 });
    await world.begin();
    slowly(world);
    await runUntilDeath(world, { call: 150, when: 'after' });
    const { length: before } = world.asked;
    await world.worker()(10);
    const send = await world.now();
    expect(send.fence).toBe(2);
    expect(through(send.progress)).toBe(200);
    // nobody is asked for twice, so it cannot have begun with the first again
    expect(new Set(world.asked).size).toBe(world.asked.length);
    expect(world.asked.length).toBeGreaterThan(before);
    expect(arrivals(world)[2]).toBeUndefined();
  });

  test('one that was taken for dead stops, and what it writes is refused', async () => {
    const world = createWorld({ people: 50 });
    const { id } = await world.begin();
    let others: Promise<unknown> | null = null;
    world.platform = async (_openid, arrive) => {
      if (world.asked.length === 10) {
        // another has taken over: the fence is theirs
        others = world.sends.change(id, {}, { fence: 7, beat: 99, leaseUntil: 1 });
        await others;
      }
      arrive();
      return { is: 'sent' };
    };
    await world.worker()(10);
    const { fence, progress } = await world.now();
    expect(fence).toBe(7);
    expect(progress.sent).toBeLessThan(50);
    expect(world.failures).toEqual([]);
    // the other never came back either: whoever takes over next asks for nobody again
    await world.worker()(10);
    expect(new Set(world.asked).size).toBe(world.asked.length);
    expect(through((await world.now()).progress)).toBe(50);
    expect(arrivals(world)[2]).toBeUndefined();
  });
});

describe('a database that is away', () => {
  const away = new DomainError('storage.unavailable');

  test('for a while leaves nothing in doubt', async () => {
    const world = createWorld({ people: 200 });
    await world.begin();
    const ports = portsOf(world);
    let calls = 0;
    const flaky =
      <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>, answerLost: boolean) =>
      async (...args: A): Promise<R> => {
        calls += 1;
        const failing = calls % 5 < 2;
        if (failing && !answerLost) throw away;
        const answer = await call(...args);
        if (failing) throw away;
        return answer;
      };
    for (const answerLost of [false, true]) {
      const { recipients } = ports;
      await world.worker({
        recipients: {
          ...recipients,
          claim: flaky((...args) => recipients.claim(...args), answerLost),
          settle: flaky((...args) => recipients.settle(...args), answerLost),
          page: flaky((...args) => recipients.page(...args), answerLost),
        },
      })(10);
    }
    expect(await world.now()).toMatchObject({ state: 'done', progress: { sent: 200, doubt: 0 } });
    expect(arrivals(world)).toEqual({ 1: 200 });
  });

  test('whose answers are lost gives nobody a second one', async () => {
    const world = createWorld({ people: 200 });
    await world.begin();
    const { recipients } = portsOf(world);
    let claims = 0;
    await world.worker({
      recipients: {
        ...recipients,
        async claim(...args) {
          const mine = await recipients.claim(...args);
          if ((claims += 1) % 2 === 1) throw away;
          return mine;
        },
        async settle(...args) {
          await recipients.settle(...args);
          if ((claims += 1) % 3 === 1) throw away;
        },
      },
    })(10);
    expect(await world.now()).toMatchObject({ state: 'done', progress: { sent: 200, doubt: 0 } });
    expect(arrivals(world)).toEqual({ 1: 200 });
  });

  test('for good fails the run, which is told, and leaves the send to the next look', async () => {
    const world = createWorld({ people: 20 });
    await world.begin();
    const { recipients } = portsOf(world);
    const unreadable = new DomainError('storage.unreadable');
    const advance = world.worker({
      recipients: { ...recipients, page: async () => Promise.reject(unreadable) },
    });
    expect(await advance(10)).toEqual({ found: 1, done: 0, failed: 1 });
    expect(world.failures).toEqual([unreadable]);
    expect(await world.now()).toMatchObject({ state: 'sending', leaseUntil: 0 });
    expect(await world.run()).toMatchObject({ state: 'done', progress: { sent: 20 } });
  });
});

describe('what users of others ran into', () => {
  test('progress is counted when messages are through, not when their recipients are read', async () => {
    const world = createWorld({ people: 100 });
    await world.begin();
    const held: (() => void)[] = [];
    world.platform = async (openid, arrive) => {
      if (openid === openidOf('r00040')) await new Promise<void>((resolve) => held.push(resolve));
      arrive();
      return { is: 'sent' };
    };
    const running = world.worker()(10);
    while (world.asked.length < 100) await briefly(1_000);
    await briefly(5_000);
    const send = await world.now();
    // everybody was read; the cursor stays before the one who is on the way
    expect(send.progress.sent).toBeLessThan(100);
    expect(send.progress.cursor ?? '').not.toBe('');
    expect((send.progress.cursor ?? '') < 'r00040').toBe(true);
    expect(send.state).toBe('sending');
    for (const letGo of held) letGo();
    await running;
    expect(await world.now()).toMatchObject({ state: 'done', progress: { sent: 100 } });
  });

  test('pause stops at once, and what goes on does so after the last, never from the first', async () => {
    const world = createWorld({ people: 500 });
    const { id } = await world.begin();
    const acts: Promise<unknown>[] = [];
    world.platform = async (_openid, arrive) => {
      arrive();
      if (world.asked.length === 100) acts.push(world.desk.pause(id));
      await briefly(500);
      return { is: 'sent' };
    };
    await world.worker()(10);
    await Promise.all(acts);
    const first = await world.now();
    expect([first.state, first.leaseUntil]).toEqual(['paused', 0]);
    expect(world.asked.length).toBeLessThan(100 + 64 + 2 * 32);
    expect(first.progress).toMatchObject({ sent: world.asked.length, doubt: 0 });
    expect(await world.worker()(10)).toEqual({ found: 0, done: 0, failed: 0 });
    await world.desk.resume(id);
    expect(await world.run()).toMatchObject({ state: 'done', progress: { sent: 500 } });
    expect(world.asked).toHaveLength(500);
    expect(arrivals(world)).toEqual({ 1: 500 });
  });

  test('one that is called off sends nothing more, and says how far it came', async () => {
    const world = createWorld({ people: 500 });
    const { id } = await world.begin();
    const acts: Promise<unknown>[] = [];
    world.platform = async (_openid, arrive) => {
      arrive();
      if (world.asked.length === 100) acts.push(world.desk.cancel(id));
      await briefly(500);
      return { is: 'sent' };
    };
    await world.worker()(10);
    await Promise.all(acts);
    const send = await world.run();
    expect(send).toMatchObject({ state: 'cancelled', progress: { sent: world.asked.length, doubt: 0 } });
    expect(send.progress.finishedAt).not.toBeNull();
    expect(world.asked.length).toBeLessThan(500);
    expect(world.became(send)).toEqual({ sent: world.asked.length, nothing: 500 - world.asked.length });
  });

  test('one whose worker died is stalled after two minutes, and says so, until it is taken over', async () => {
    const world = createWorld({ people: 100 });
    await world.begin();
    await runUntilDeath(world, { call: 60, when: 'before' });
    expect(isStalled(await world.now(), world.clock.now())).toBe(false);
    world.clock.advance(2 * 60_000 + 1);
    expect(isStalled(await world.now(), world.clock.now())).toBe(true);
    await world.worker()(10);
    expect(isStalled(await world.now(), world.clock.now() + dayMs)).toBe(false);
    expect(through((await world.now()).progress)).toBe(100);
  });

  test('a line that is held sends nothing, and stops in the middle', async () => {
    const world = createWorld({ people: 300 });
    await world.begin();
    world.held = true;
    expect(await world.worker()(10)).toEqual({ found: 0, done: 0, failed: 0 });
    world.held = false;
    world.platform = async (_openid, arrive) => {
      arrive();
      if (world.asked.length === 50) {
        world.held = true;
        world.clock.advance(11_000);
      }
      return { is: 'sent' };
    };
    await world.worker()(10);
    expect(world.asked.length).toBeLessThan(200);
    expect(await world.now()).toMatchObject({ state: 'sending', leaseUntil: 0 });
    world.held = false;
    await world.run();
    expect(arrivals(world)).toEqual({ 1: 300 });
  });

  test('a process that ends lets go at once, and the next one need not wait', async () => {
    const world = createWorld({ people: 300 });
    await world.begin();
    await world.worker()(10, () => world.asked.length > 50);
    expect(await world.now()).toMatchObject({ state: 'sending', leaseUntil: 0, progress: { doubt: 0 } });
    expect(world.asked.length).toBeLessThan(200);
    await world.worker()(10);
    expect(arrivals(world)).toEqual({ 1: 300 });
  });
});
