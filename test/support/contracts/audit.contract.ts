import { describe, expect, test } from '@jest/globals';
import type { AuditEntry } from '../../../domain/audit/audit.js';
import type { AuditLog } from '../../../domain/audit/ports.js';

const entry = (seq: number, changes: Partial<AuditEntry> = {}): AuditEntry => ({
  ...{ seq, at: 1_800_000_000_000 + seq, who: 'ann', act: 'session.begin', object: null },
  ...{ before: `before ${seq}`, hash: `hash ${seq}` },
  ...changes,
});

/** What every AuditLog promises. `make` gives an empty one. */
export function describeAuditContract(name: string, make: () => Promise<AuditLog>): void {
  const holding = async (entries: readonly AuditEntry[]) => {
    const log = await make();
    for (const one of entries) await log.append(one);
    return log;
  };
  const numbers = (entries: readonly AuditEntry[]) => entries.map(({ seq }) => seq);

  describe(`${name}: log of staff acts`, () => {
    test('an entry comes back as it was appended, by its number and as the last', async () => {
      const log = await make();
      expect(await log.last()).toBeNull();
      const whole = entry(1, { object: 'staff:1' });
      expect(await log.append(whole)).toBe(true);
      expect([await log.last(), await log.at(1), await log.at(2)]).toEqual([whole, whole, null]);
    });

    test('a number is taken once, also by many at the same moment', async () => {
      const log = await holding([entry(1)]);
      expect(await log.append(entry(1, { who: 'bob' }))).toBe(false);
      const both = await Promise.all(['ann', 'bob', 'cid'].map((who) => log.append(entry(2, { who }))));
      expect(both.filter(Boolean)).toHaveLength(1);
      expect((await log.at(1))?.who).toBe('ann');
    });

    test('numbers are counted as numbers, not as text', async () => {
      const log = await holding([9, 10, 11, 100].map((seq) => entry(seq)));
      expect((await log.last())?.seq).toBe(100);
      expect(numbers(await log.from(10, 10))).toEqual([10, 11, 100]);
      expect(numbers(await log.page({}, 100, 10))).toEqual([11, 10, 9]);
    });

    test('pages go from the newest on, below a number, and are as long as asked for', async () => {
      const log = await holding([1, 2, 3, 4, 5].map((seq) => entry(seq)));
      expect(numbers(await log.page({}, null, 2))).toEqual([5, 4]);
      expect(numbers(await log.page({}, 4, 2))).toEqual([3, 2]);
      expect(numbers(await log.page({}, 1, 2))).toEqual([]);
      expect(numbers(await log.from(2, 2))).toEqual([2, 3]);
    });

    test('a page holds what fits all that is asked for', async () => {
      const log = await holding([
        entry(1, { who: 'ann', act: 'staff.end', object: 'staff:1' }),
        entry(2, { who: 'bob', act: 'staff.end', object: 'staff:1' }),
        entry(3, { who: 'bob', act: 'staff.end', object: 'staff:2' }),
        entry(4, { who: 'bob', act: 'audit.read' }),
      ]);
      expect(numbers(await log.page({ who: 'bob' }, null, 9))).toEqual([4, 3, 2]);
      expect(numbers(await log.page({ act: 'staff.end' }, null, 9))).toEqual([3, 2, 1]);
      expect(numbers(await log.page({ object: 'staff:1' }, null, 9))).toEqual([2, 1]);
      expect(numbers(await log.page({ who: 'bob', object: 'staff:1' }, null, 9))).toEqual([2]);
      expect(numbers(await log.page({ who: 'bob', act: 'staff.end' }, 3, 9))).toEqual([2]);
    });
  });
}
