import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isNear } from '../../../publishing/search/near.js';

describe('one typing error apart', () => {
  test.each([
    ['spies', 'spires', true],
    ['spies', 'spie', true],
    ['spies', 'pies', true],
    ['spies', 'spues', true],
    ['spies', 'speis', true],
    ['ab', 'ba', true],
    ['spies', 'spies', false],
    ['spies', 'speos', false],
    ['spies', 'sepis', false],
    ['spies', 'spiesss', false],
    ['abcd', 'badc', false],
    ['', 'a', true],
    ['', '', false],
  ])('%s and %s: %s', (a, b, near) => {
    expect([isNear(a, b), isNear(b, a)]).toEqual([near, near]);
  });

  test('as the distance of Damerau and Levenshtein says', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(isNear(a, b)).toBe(distance(a, b) === 1);
      }),
      { numRuns: 5_000 },
    );
  });
});

/** Optimal string alignment, by the book. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : i)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row !== undefined) row[j] = least;
    }
  return at(a.length, b.length);
}
