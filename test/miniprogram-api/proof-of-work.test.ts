/** Work in the place of an account: solved by the client's own solver. */
import { describe, expect, test } from '@jest/globals';
import { createProofOfWork } from '../../miniprogram-api/proof-of-work.js';
import { solveChallenge } from '../../vault/proof-of-work.js';
import { handClock } from '../support/fakes/clock.js';
import { seeded } from '../support/line.js';

const breath = { now: () => 0, pause: async () => undefined };
const solve = async (challenge: string): Promise<number> => (await solveChallenge(challenge, breath)) ?? -1;

// The library looks at the real time too, so the clock that is set by hand begins there.
function work({ secret = 'a secret of the line', counters = 8 } = {}) {
  const clock = handClock(new Date(Date.now()).toISOString());
  return { clock, pow: createProofOfWork({ secret, counters, clock, random: seeded(7) }) };
}

const changed = (challenge: string, change: (value: Record<string, unknown>) => unknown): string => {
  const value = JSON.parse(Buffer.from(challenge, 'base64url').toString()) as Record<string, unknown>;
  return Buffer.from(JSON.stringify(change(value))).toString('base64url');
};
const withParameters = (challenge: string, parameters: object): string =>
  changed(challenge, (value) => ({
    ...value,
    parameters: { ...(value['parameters'] as object), ...parameters },
  }));

describe('a challenge', () => {
  test('is solved by the counter that was drawn, and has one name however often it is shown', async () => {
    const { pow } = work();
    const { challenge } = await pow.challenge();
    const counter = await solve(challenge);
    const name = await pow.solved(challenge, counter);
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    expect(await pow.solved(challenge, counter)).toBe(name);
    const other = (await pow.challenge()).challenge;
    expect(await pow.solved(other, await solve(other))).not.toBe(name);
  });

  test('is worth nothing with another counter', async () => {
    const { pow } = work();
    const { challenge } = await pow.challenge();
    const counter = await solve(challenge);
    for (const wrong of [counter + 1, counter - 1, 0, 0xffffffff])
      expect(await pow.solved(challenge, wrong)).toBeNull();
  });

  test('ends after ten minutes by the line’s own clock', async () => {
    const { pow, clock } = work();
    const { challenge, expiresAt } = await pow.challenge();
    expect(Date.parse(expiresAt) - clock.now()).toBe(600_000);
    const counter = await solve(challenge);
    clock.advance(599_000 - (clock.now() % 1_000));
    expect(await pow.solved(challenge, counter)).not.toBeNull();
    clock.advance(2_000);
    expect(await pow.solved(challenge, counter)).toBeNull();
  });

  test('of another line, or one that was changed, is none', async () => {
    const { pow } = work();
    const { challenge } = await work({ secret: 'of another line' }).pow.challenge();
    expect(await pow.solved(challenge, await solve(challenge))).toBeNull();
    const mine = (await pow.challenge()).challenge;
    const counter = await solve(mine);
    const later = withParameters(mine, { expiresAt: 9_999_999_999 });
    expect(await pow.solved(later, counter)).toBeNull();
    expect(await pow.solved(withParameters(mine, { more: 1 }), counter)).toBeNull();
    expect(await pow.solved(mine, counter)).not.toBeNull();
  });

  test.each<[string, (challenge: string) => string]>([
    ['nothing', () => ''],
    ['no base64url', () => '!!!'],
    ['no JSON', () => Buffer.from('{').toString('base64url')],
    ['null', () => Buffer.from('null').toString('base64url')],
    ['no parameters', (one) => changed(one, ({ signature }) => ({ signature }))],
    ['parameters that are null', (one) => changed(one, (value) => ({ ...value, parameters: null }))],
    ['no signature', (one) => changed(one, ({ parameters }) => ({ parameters }))],
    ['a signature in a list', (one) => changed(one, (v) => ({ ...v, signature: [v['signature']] }))],
    ['a nonce in a list', (one) => withParameters(one, { nonce: ['ab'.repeat(16)] })],
    ['a short salt', (one) => withParameters(one, { salt: 'ab' })],
    ['a prefix that is none', (one) => withParameters(one, { keyPrefix: 'abc' })],
    ['a million rounds', (one) => withParameters(one, { cost: 1_000_000 })],
    ['another algorithm', (one) => withParameters(one, { algorithm: 'SHA-512' })],
  ])('that is %s is refused and breaks nothing', async (_what, make) => {
    const { pow } = work();
    expect(await pow.solved(make((await pow.challenge()).challenge), 5)).toBeNull();
  });
});

describe('the work', () => {
  const counterOf = async (pow: ReturnType<typeof work>['pow']): Promise<number> =>
    solve((await pow.challenge()).challenge);
  const solveMany = async ({ pow }: ReturnType<typeof work>, times: number): Promise<void> => {
    for (let n = 0; n < times; n += 1) {
      const { challenge } = await pow.challenge();
      await pow.solved(challenge, await solve(challenge));
    }
  };

  test('is drawn from the upper half of the range', async () => {
    const { pow } = work({ counters: 100 });
    const all = await Promise.all(Array.from({ length: 40 }, () => counterOf(pow)));
    expect(Math.min(...all)).toBeGreaterThanOrEqual(50);
    expect(Math.max(...all)).toBeLessThan(100);
    expect(new Set(all).size).toBeGreaterThan(10);
  });

  test('doubles where many are solved within a minute, and comes down again', async () => {
    const line = work({ counters: 4 });
    await solveMany(line, 61);
    expect(await counterOf(line.pow)).toBeGreaterThanOrEqual(4);
    line.clock.advance(60_000);
    expect(await counterOf(line.pow)).toBeGreaterThanOrEqual(4);
    line.clock.advance(60_000);
    expect(await counterOf(line.pow)).toBeLessThan(4);
  });

  test('grows by no amount of asking, nor by the same solution again', async () => {
    const line = work({ counters: 4 });
    for (let n = 0; n < 300; n += 1) await line.pow.challenge();
    const { challenge } = await line.pow.challenge();
    const counter = await solve(challenge);
    for (let n = 0; n < 100; n += 1) await line.pow.solved(challenge, counter);
    expect(await counterOf(line.pow)).toBeLessThan(4);
  });
});
