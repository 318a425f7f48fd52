import { describe, expect, test } from '@jest/globals';
import { createChallenge, solveChallenge as altchaSolve } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { toBase64url } from '../../vault/bytes.js';
import { hash } from '../../vault/kdf.js';
import { hashInSlices } from '../../vault/part-hash.js';
import { solveChallenge } from '../../vault/proof-of-work.js';
import { utf8 } from '../../vault/utf8.js';
import { countingRandom, sodium } from './support.js';

const atOnce = { now: () => 0, pause: async () => undefined };
const text = (challenge: object): string => toBase64url(utf8(JSON.stringify(challenge)));

const challengeOf = (counter: number, cost: number) =>
  createChallenge({ algorithm: 'SHA-256', cost, counter, deriveKey, hmacSignatureSecret: 'secret' });

describe('the work for a ticket', () => {
  test.each([
    [0, 1],
    [7, 10],
    [300, 3],
  ])('finds the counter %d of %d iterations, as altcha itself does', async (counter, cost) => {
    const challenge = await challengeOf(counter, cost);
    expect(await solveChallenge(text(challenge), atOnce)).toBe(counter);
    expect((await altchaSolve({ challenge, deriveKey }))?.counter).toBe(counter);
  });

  test('lets the page go on in between', async () => {
    let [now, pauses] = [0, 0];
    const clock = {
      now: () => (now += 10),
      pause: async () => {
        pauses += 1;
      },
    };
    await solveChallenge(text(await challengeOf(100, 100)), clock);
    expect(pauses).toBeGreaterThan(30);
  });

  test('is not begun for what is no challenge, or one that nobody could solve', async () => {
    const { parameters } = await challengeOf(1, 1);
    const refused = [
      'no base64url',
      text({}),
      text({ parameters: { ...parameters, algorithm: 'SHA-512' } }),
      text({ parameters: { ...parameters, cost: 1e12 } }),
      text({ parameters: { ...parameters, cost: 0 } }),
      text({ parameters: { ...parameters, salt: 'xyz' } }),
      text({ parameters: { ...parameters, keyPrefix: '' } }),
    ];
    for (const one of refused) expect(await solveChallenge(one, atOnce)).toBeNull();
  });
});

test('a hash in slices is the hash', async () => {
  const draw = countingRandom('parts');
  for (const length of [0, 1, 16_384, 16_385, 1_048_618]) {
    const bytes = draw(length);
    expect(await hashInSlices(bytes, atOnce)).toEqual(hash(sodium, bytes));
  }
});
