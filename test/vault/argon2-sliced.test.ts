import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { argon2idSliced, blocksPerLook } from '../../vault/argon2-sliced.js';
import { sliceBudget } from '../../vault/breath.js';
import { fromHex, toHex } from '../../vault/bytes.js';
import { createNoble, noble } from '../../vault/noble.js';
import { utf8 } from '../../vault/utf8.js';
import { sodium } from './support.js';
import { makeVectors } from './vectors.js';

const atOnce = { now: () => 0, pause: async () => undefined };

/** A clock on which each look costs what `blocksPerLook` blocks cost, and that notes how long the page was held. */
function slowPhone(msPerBlock: number) {
  let now = 1_000;
  let began = now;
  const held: number[] = [];
  let looks = 0;
  return {
    held,
    looks: () => looks,
    now: () => {
      looks += 1;
      now += blocksPerLook * msPerBlock;
      return now;
    },
    pause: async () => {
      held.push(now - began);
      began = now;
    },
  };
}

describe('Argon2id in slices', () => {
  test('is what libsodium and noble derive, for any password, salt, memory and passes', async () => {
    const memory = fc.integer({ min: 8, max: 300 });
    const passes = fc.integer({ min: 1, max: 3 });
    const salt = fc.uint8Array({ minLength: 16, maxLength: 16 });
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        salt,
        memory,
        passes,
        async (password, s, kib, t) => {
          const cost = { kib, passes: t };
          const derived = toHex(await argon2idSliced(password, s, cost, atOnce));
          expect(derived).toBe(toHex(await noble.argon2id(password, s, cost)));
          expect(derived).toBe(toHex(await sodium.argon2id(password, s, cost)));
        },
      ),
      { numRuns: 20 },
    );
  });

  test('makes a backend that writes the shared vectors', async () => {
    const vectors = JSON.parse(readFileSync(join(import.meta.dirname, 'vectors.json'), 'utf8')) as unknown;
    expect(await makeVectors(createNoble(atOnce))).toEqual(vectors);
  });

  test.each([
    // a block takes a desk 0.006 ms: six times, sixty times, and six hundred times as long
    ['a slow phone', 0.04],
    ['one without a compiler', 0.4],
    ['one that is slower still', 4],
  ])('never holds the page for longer than 50 ms on %s', async (_, msPerBlock) => {
    const phone = slowPhone(msPerBlock);
    await argon2idSliced(utf8('x'), new Uint8Array(16), { kib: 4096, passes: 1 }, phone);
    expect(Math.max(...phone.held)).toBeLessThanOrEqual(50);
    expect(Math.max(...phone.held)).toBeGreaterThanOrEqual(sliceBudget);
    // the clock was looked at after every few blocks of all there are
    expect(phone.looks()).toBeGreaterThanOrEqual(4096 / blocksPerLook);
    expect(phone.held.length).toBeGreaterThan((4096 * msPerBlock) / 50 / 2);
  });

  test('goes on when the clock is put back', async () => {
    let now = 10_000;
    let pauses = 0;
    const clock = {
      now: () => (now -= 5),
      pause: async () => {
        pauses += 1;
      },
    };
    await argon2idSliced(utf8('x'), new Uint8Array(16), { kib: 64, passes: 1 }, clock);
    expect(pauses).toBeGreaterThan(0);
  });

  test('refuses a salt of another length, too little memory, and no pass', async () => {
    const refused = [
      argon2idSliced(utf8('x'), fromHex('00'), { kib: 64, passes: 1 }, atOnce),
      argon2idSliced(utf8('x'), new Uint8Array(16), { kib: 7, passes: 1 }, atOnce),
      argon2idSliced(utf8('x'), new Uint8Array(16), { kib: 64, passes: 0 }, atOnce),
    ];
    for (const one of refused) await expect(one).rejects.toThrow(RangeError);
  });
});
