import { describe, expect, test } from '@jest/globals';
import { createClaimSize } from '../../../domain/sending/claim-size.js';
import { createPace } from '../../../domain/sending/pace.js';

function pace(limits = { concurrency: 64, perSecond: null as number | null }) {
  const waits: number[] = [];
  const made = createPace(limits, async (ms) => void waits.push(ms));
  return { made, waits };
}

describe('a pace', () => {
  test('opens by one for each that went well, up to the limit', () => {
    const { made } = pace({ concurrency: 3, perSecond: null });
    const windows = Array.from({ length: 4 }, () => {
      const now = made.window();
      made.good();
      return now;
    });
    expect(windows).toEqual([1, 2, 3, 3]);
  });

  test('halves for each that did not, never to nothing, and says how many did not in a row', () => {
    const { made } = pace();
    for (let n = 0; n < 15; n += 1) made.good();
    expect([made.window(), made.bad(false), made.window(), made.bad(false), made.window()]).toEqual([
      16, 1, 8, 2, 4,
    ]);
    for (let n = 0; n < 5; n += 1) made.bad(false);
    expect(made.window()).toBe(1);
    made.good();
    expect(made.bad(false)).toBe(1);
  });

  test('waits after failures, each time twice as long, eight seconds at most, and once for those of a moment', async () => {
    const { made, waits } = pace();
    for (let n = 0; n < 7; n += 1) {
      made.bad(true);
      made.bad(true);
      await made.turn();
      await made.turn();
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
    made.good();
    made.bad(true);
    await made.turn();
    expect(waits.at(-1)).toBe(500);
  });

  test('does not wait where nothing is set', async () => {
    const { made, waits } = pace();
    for (let n = 0; n < 100; n += 1) await made.turn();
    expect(waits).toEqual([]);
  });

  test.each([1, 7, 40, 200, 1_000])('of %d a second waits as long as that takes', async (perSecond) => {
    const { made, waits } = pace({ concurrency: 64, perSecond });
    for (let n = 0; n < 2 * perSecond; n += 1) await made.turn();
    const waited = waits.reduce((sum, ms) => sum + ms, 0);
    expect(Math.abs(waited - 2_000)).toBeLessThanOrEqual(1_000 / Math.min(perSecond, 50));
  });

  test('takes a limit that was made smaller at once', () => {
    const { made } = pace();
    for (let n = 0; n < 40; n += 1) made.good();
    made.limit({ concurrency: 2, perSecond: null });
    expect(made.window()).toBe(2);
  });
});

describe('how many are claimed', () => {
  const size = (limits = { concurrency: 64, perSecond: null as number | null }) =>
    createClaimSize(() => limits);

  test('is twice what went out while the last claim was made: quickly more, slowly less', () => {
    const claims = size();
    expect(claims.next()).toBe(16);
    claims.made(40);
    expect(claims.next()).toBe(80);
    claims.made(0);
    expect(claims.next()).toBe(70);
    for (let n = 0; n < 40; n += 1) claims.made(0);
    expect(claims.next()).toBe(8);
  });

  test('is never more than twice what may be under way, nor than a quarter of a second’s worth', () => {
    const few = size({ concurrency: 2, perSecond: null });
    few.made(100);
    expect(few.next()).toBe(4);
    const slow = size({ concurrency: 64, perSecond: 10 });
    slow.made(100);
    expect(slow.next()).toBe(3);
    expect(size({ concurrency: 64, perSecond: 1 }).next()).toBe(1);
  });

  test('the next is made before the last are gone', () => {
    const claims = size();
    claims.made(16);
    expect([claims.isLow(25), claims.isLow(24), claims.isLow(0)]).toEqual([false, true, true]);
  });
});
