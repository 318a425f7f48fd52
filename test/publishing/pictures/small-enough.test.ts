import { describe, expect, test } from '@jest/globals';
import { smallEnough } from '../../../publishing/pictures/small-enough.js';

/** An encoder that needs so many bytes at quality 100, in proportion to quality and area, and notes what it was asked. */
function encoder(bytes: number) {
  const asked: (readonly [quality: number, scale: number])[] = [];
  const make = async (quality: number, scale: number) => {
    asked.push([quality, scale]);
    return { data: new Uint8Array(Math.round((bytes * quality * scale ** 2) / 100)) };
  };
  return { asked, make };
}
const qualities = [90, 60, 30] as const;

describe('a picture that must not be larger than a thousand bytes', () => {
  test('is made once where the best fits', async () => {
    const { asked, make } = encoder(1_000);
    expect((await smallEnough(1_000, qualities, make, true)).data).toHaveLength(900);
    expect(asked).toEqual([[90, 1]]);
  });

  test('is the best that fits', async () => {
    const { asked, make } = encoder(1_500);
    expect((await smallEnough(1_000, qualities, make, true)).data).toHaveLength(900);
    expect(asked).toEqual([
      [90, 1],
      [60, 1],
    ]);
  });

  test('becomes smaller where no quality is enough, and no smaller than it must', async () => {
    const { asked, make } = encoder(50_000);
    const { data } = await smallEnough(1_000, qualities, make, true);
    expect(data.length).toBeLessThanOrEqual(1_000);
    expect(data.length).toBeGreaterThan(850);
    expect(asked).toHaveLength(4);
  });

  test('is the smallest there is where its size is fixed', async () => {
    const { asked, make } = encoder(50_000);
    expect((await smallEnough(1_000, qualities, make, false)).data).toHaveLength(15_000);
    expect(asked).toHaveLength(3);
  });

  test('is given up after some guesses where nothing makes it smaller', async () => {
    let asked = 0;
    const make = async () => {
      asked += 1;
      return { data: new Uint8Array(5_000) };
    };
    expect((await smallEnough(1_000, qualities, make, true)).data).toHaveLength(5_000);
    expect(asked).toBe(9);
  });
});
