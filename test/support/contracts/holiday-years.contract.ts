import { describe, expect, test } from '@jest/globals';
import type { EnteredYear } from '../../../domain/calendar/entered-year.js';
import type { EnteredYears } from '../../../domain/calendar/ports.js';

const entered = (year: number, changes: Partial<EnteredYear> = {}): EnteredYear => ({
  ...{ year, revision: 1, worked: [`${year}-01-04`], enteredBy: 'ann', enteredAt: 1_795_312_800_000 },
  off: [
    { from: `${year}-01-01`, to: `${year}-01-03`, name: { zh: '元旦', en: 'New Year' } },
    { from: `${year}-05-01`, to: `${year}-05-01`, name: null },
  ],
  ...changes,
});

/** What every EnteredYears promises. `make` gives an empty one. */
export function describeEnteredYearsContract(name: string, make: () => Promise<EnteredYears>): void {
  const holding = async (...all: readonly EnteredYear[]) => {
    const years = await make();
    for (const one of all) await years.put(one);
    return years;
  };

  describe(`${name}: years of holidays entered by hand`, () => {
    test('a year comes back as it was put, and no other is there', async () => {
      const years = await holding(entered(2027));
      expect([await years.of(2027), await years.of(2028)]).toEqual([entered(2027), null]);
    });

    test('a year in which nothing stands comes back too: it was taken back', async () => {
      const empty = entered(2027, { off: [], worked: [] });
      expect(await (await holding(empty)).of(2027)).toEqual(empty);
    });

    test('all of them come by year', async () => {
      const years = await holding(entered(2028), entered(2026), entered(2027));
      expect((await years.all()).map(({ year }) => year)).toEqual([2026, 2027, 2028]);
    });

    test('the next revision takes the place of the one before', async () => {
      const years = await holding(entered(2027));
      const next = entered(2027, { revision: 2, off: [], enteredBy: 'bob' });
      expect(await years.put(next)).toBe(true);
      expect(await years.all()).toEqual([next]);
    });

    test.each([1, 2, 4])('revision %i after the second changes nothing', async (revision) => {
      const years = await holding(entered(2027), entered(2027, { revision: 2 }));
      expect(await years.put(entered(2027, { revision, enteredBy: 'bob' }))).toBe(false);
      expect(await years.of(2027)).toEqual(entered(2027, { revision: 2 }));
    });

    test('of a year that nobody entered there is no second revision', async () => {
      const years = await make();
      expect(await years.put(entered(2027, { revision: 2 }))).toBe(false);
      expect(await years.all()).toEqual([]);
    });

    test('of two who write the first one at the same moment, one is told', async () => {
      const years = await make();
      const written = await Promise.all([
        years.put(entered(2027)),
        years.put(entered(2027, { enteredBy: 'bob' })),
      ]);
      expect(written.toSorted()).toEqual([false, true]);
    });
  });
}
