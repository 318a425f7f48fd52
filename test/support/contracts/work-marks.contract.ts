import { describe, expect, test } from '@jest/globals';
import { noWorkMark, type WorkMark, type WorkMarks } from '../../../domain/alerts/ports.js';

const mark = (changes: Partial<WorkMark> = {}): WorkMark => ({
  ...{
    revision: 1,
    hour: 495_000,
    toldOn: '2026-11-22',
    sentAt: 1_782_000_000_000,
    sentId: 'alert.work.495000',
  },
  ...changes,
});

/** What every WorkMarks promises. `make` gives an empty one. */
export function describeWorkMarksContract(name: string, make: () => Promise<WorkMarks>): void {
  describe(`${name}: what was told of work`, () => {
    test('is nothing at first, then as it was written', async () => {
      const marks = await make();
      expect(await marks.read()).toEqual(noWorkMark);
      expect(await marks.write(mark())).toBe(true);
      expect(await marks.read()).toEqual(mark());
      const next = mark({ revision: 2, toldOn: null, sentId: '' });
      expect(await marks.write(next)).toBe(true);
      expect(await marks.read()).toEqual(next);
    });

    test('is written by one of several that saw the same', async () => {
      const marks = await make();
      const first = await Promise.all([1, 2, 3].map((hour) => marks.write(mark({ hour }))));
      expect(first.filter(Boolean)).toHaveLength(1);
      const second = await Promise.all([1, 2, 3].map((hour) => marks.write(mark({ revision: 2, hour }))));
      expect(second.filter(Boolean)).toHaveLength(1);
      expect(await marks.write(mark({ revision: 4 }))).toBe(false);
    });
  });
}
