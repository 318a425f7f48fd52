import { describe, expect, test } from '@jest/globals';
import type { Delivered } from '../../../domain/sending/channels.js';
import { through } from '../../../domain/sending/send.js';
import { runUntilDeath, type Death } from './killed-worker.js';
import { arrivals, briefly, createWorld, openidOf } from './set-up.js';

const people = 9;

/** A platform with something of everything, which answers a little later. */
async function troubled(openid: string, arrive: () => void): Promise<Delivered> {
  await briefly(1_000);
  if (openid === openidOf('r00002')) return { is: 'skipped', reason: 'no_consent', consent: 'gone' };
  arrive();
  if (openid === openidOf('r00005')) return { is: 'doubt', reason: 'no_answer', busy: false };
  return { is: 'sent' };
}

/** What must hold whenever the first worker died: everybody once or not at all, and each stands somewhere. */
async function afterDeaths(deaths: readonly Death[]) {
  const world = createWorld({ people });
  world.platform = troubled;
  const begun = await world.begin();
  await world.desk.limit(begun.id, { concurrency: 3, perSecond: null });
  const calls: number[] = [];
  for (const death of deaths) calls.push(await runUntilDeath(world, death));
  await briefly(3_000); // what the dead one had called arrives
  const send = await world.run();
  const became = world.became(send);
  const { sent, skipped, doubt } = send.progress;
  const arrived = arrivals(world);
  return {
    calls,
    twice: arrived[2] ?? 0,
    unsaid: people - through(send.progress),
    // phones of people who got nothing, and nothing says why
    missing: (arrived[0] ?? 0) - doubt - Object.values(skipped).reduce((sum, count) => sum + count, 0),
    ledger: [sent, Object.values(skipped).reduce((sum, count) => sum + count, 0), doubt],
    entries: [became['sent'] ?? 0, became['skipped'] ?? 0, became['doubt'] ?? 0],
    open: (became['claimed'] ?? 0) + (became['nothing'] ?? 0),
    over: ['done', 'in_doubt'].includes(send.state),
    state: send.state,
    doubt,
  };
}

describe('a worker that is killed', () => {
  test('at any call, before it or before its answer, leaves nobody to get it twice, and nobody without a word', async () => {
    const whole = await afterDeaths([{ call: 10_000, when: 'before' }]);
    expect(whole).toMatchObject({ twice: 0, unsaid: 0, ledger: [7, 1, 1], state: 'in_doubt' });
    const [calls = 0] = whole.calls;
    expect(calls).toBeGreaterThan(20);
    const deaths = Array.from({ length: calls }, (_, n) => n + 1).flatMap((call): Death[] => [
      { call, when: 'before' },
      { call, when: 'after' },
    ]);
    const found = await Promise.all(deaths.map((death) => afterDeaths([death])));
    for (const [n, one] of found.entries()) {
      expect({ death: deaths[n], ...one }).toMatchObject({ twice: 0, unsaid: 0, open: 0, over: true });
      expect(one.entries).toEqual(one.ledger);
      expect(one.missing).toBeLessThanOrEqual(0);
    }
    // somewhere a message was on its way, and stands in doubt
    expect(Math.max(...found.map(({ doubt }) => doubt))).toBeGreaterThan(1);
  });

  test('again and again, by whoever takes over, still leaves none twice', async () => {
    const series = Array.from({ length: 40 }, (_, n) => [
      { call: 5 + (n % 11), when: n % 2 === 0 ? 'after' : 'before' } as const,
      { call: 4 + (n % 7), when: 'after' } as const,
      { call: 3 + (n % 13), when: 'before' } as const,
    ]);
    const found = await Promise.all(series.map(afterDeaths));
    for (const one of found) {
      expect(one).toMatchObject({ twice: 0, unsaid: 0, open: 0, over: true });
      expect(one.entries).toEqual(one.ledger);
    }
  });

  test('leaves a send that was called off meanwhile with everything counted, and nothing goes on', async () => {
    const world = createWorld({ people: 40 });
    const { id } = await world.begin();
    await runUntilDeath(world, { call: 30, when: 'after' });
    await world.desk.cancel(id);
    const before = world.phones.size;
    const send = await world.run();
    expect([send.state, send.leaseUntil, world.phones.size]).toEqual(['cancelled', 0, before]);
    const became = world.became(send);
    expect(send.progress).toMatchObject({ sent: became['sent'] ?? 0, doubt: became['doubt'] ?? 0 });
    expect(became['claimed']).toBeUndefined();
    expect(send.progress.finishedAt).not.toBeNull();
  });
});
