import { describe, expect, test } from '@jest/globals';
import type { ArticleReaders } from '../../../domain/articles/ports.js';

const [one, other] = ['a'.repeat(32), 'b'.repeat(32)];
const [first, second] = [`${one}-3`, `${one}-9`];

/** What every ArticleReaders promises. `make` gives an empty one. */
export function describeArticleReadersContract(name: string, make: () => Promise<ArticleReaders>): void {
  describe(`${name}: readers on the platform`, () => {
    test('a copy is claimed once a day, and on no earlier day after that', async () => {
      const readers = await make();
      expect(await readers.claim(one, first, '2026-11-23')).toBe(true);
      expect(await readers.claim(one, first, '2026-11-23')).toBe(false);
      expect(await readers.claim(one, first, '2026-11-22')).toBe(false);
      expect(await readers.claim(one, first, '2026-11-24')).toBe(true);
      expect(await readers.claim(one, second, '2026-11-24')).toBe(true);
    });

    test('of ten who claim a copy at once one gets it, on the first day and on a later one', async () => {
      const readers = await make();
      for (const day of ['2026-11-23', '2026-11-24']) {
        const claims = Array.from({ length: 10 }, () => readers.claim(one, first, day));
        expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
      }
    });

    test('nothing said is null, said of nobody is no number, and a claim says nothing', async () => {
      const readers = await make();
      expect(await readers.of(one)).toBeNull();
      await readers.claim(one, first, '2026-11-23');
      expect(await readers.of(one)).toBeNull();
      await readers.put(one, first, []);
      expect(await readers.of(one)).toEqual([]);
    });

    test('what is put replaces what was there, and a claim leaves it', async () => {
      const readers = await make();
      await readers.put(one, first, [{ day: '2026-11-22', readers: 3 }]);
      const days = [
        { day: '2026-11-22', readers: 4 },
        { day: '2026-11-23', readers: 0 },
      ];
      await readers.put(one, first, days);
      expect(await readers.claim(one, first, '2026-11-24')).toBe(true);
      expect(await readers.of(one)).toEqual(days);
      expect(await readers.of(other)).toBeNull();
    });

    test('copies of one article are told together, by day', async () => {
      const readers = await make();
      await readers.put(one, second, [
        { day: '2026-11-23', readers: 5 },
        { day: '2026-11-24', readers: 1 },
      ]);
      await readers.put(one, first, [
        { day: '2026-11-22', readers: 2 },
        { day: '2026-11-23', readers: 7 },
      ]);
      expect(await readers.of(one)).toEqual([
        { day: '2026-11-22', readers: 2 },
        { day: '2026-11-23', readers: 12 },
        { day: '2026-11-24', readers: 1 },
      ]);
    });
  });
}
