import { describe, expect, test } from '@jest/globals';
import type { LineMark } from '../../../domain/line-marks/line-mark.js';
import type { LineMarks } from '../../../domain/line-marks/ports.js';

const mark = (changes: Partial<LineMark> = {}): LineMark => ({
  revision: 1,
  folders: [
    { id: 'a'.repeat(32), place: '4711' },
    { id: 'b'.repeat(32), place: null },
  ],
  hold: null,
  ...changes,
});

/** What every LineMarks promises. `make` gives an empty one. */
export function describeLineMarksContract(name: string, make: () => Promise<LineMarks>): void {
  describe(`${name}: the line’s mark`, () => {
    test('there is none at first, then it is as it was written', async () => {
      const marks = await make();
      expect(await marks.read()).toBeNull();
      expect(await marks.insert(mark())).toBe(true);
      expect(await marks.read()).toEqual(mark());
      const held = mark({ revision: 2, folders: [], hold: { since: 5, why: 'restored' } });
      expect(await marks.replace(held)).toBe(true);
      expect(await marks.read()).toEqual(held);
      expect(await marks.replace(mark({ revision: 3 }))).toBe(true);
      expect(await marks.read()).toEqual(mark({ revision: 3 }));
    });

    test('of many that write the first one, one does', async () => {
      const marks = await make();
      const all = [1, 2, 3, 4].map((n) => mark({ hold: { since: n, why: 'copied' } }));
      const written = await Promise.all(all.map((one) => marks.insert(one)));
      expect(written.filter(Boolean)).toHaveLength(1);
      expect(await marks.read()).toEqual(all[written.indexOf(true)]);
    });

    test('of many that write over the same one, one does, and nobody over one that is not there', async () => {
      const marks = await make();
      expect(await marks.replace(mark({ revision: 2 }))).toBe(false);
      await marks.insert(mark());
      const written = await Promise.all([1, 2, 3].map(() => marks.replace(mark({ revision: 2 }))));
      expect(written.filter(Boolean)).toHaveLength(1);
      expect(await marks.replace(mark({ revision: 2 }))).toBe(false);
      expect(await marks.replace(mark({ revision: 4 }))).toBe(false);
    });
  });
}
