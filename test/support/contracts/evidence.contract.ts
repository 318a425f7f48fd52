import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../domain/errors.js';
import type { EvidenceStore } from '../../../domain/evidence/ports.js';

const file = 'ab'.repeat(16);
const other = 'cd'.repeat(16);
const unreadable = new DomainError('evidence.unreadable');

/** What every EvidenceStore promises. `make` gives an empty one. */
export function describeEvidenceContract(name: string, make: () => Promise<EvidenceStore>): void {
  describe(`${name}: evidence`, () => {
    test('a part is read back byte for byte, before and after its draft was sent', async () => {
      const evidence = await make();
      const parts = [Uint8Array.from({ length: 5000 }, (_, i) => i % 256), Uint8Array.of(7)];
      for (const [n, part] of parts.entries()) await evidence.put('2026-11-25', file, n, part);
      expect([await evidence.get(file, 0), await evidence.get(file, 1)]).toEqual(parts);
      await evidence.settle('2026-11-25', file);
      expect([await evidence.get(file, 0), await evidence.get(file, 1)]).toEqual(parts);
    });

    test('a part put again replaces the first', async () => {
      const evidence = await make();
      await evidence.put('2026-11-25', file, 0, Uint8Array.of(1));
      await evidence.put('2026-11-25', file, 0, Uint8Array.of(2));
      expect(await evidence.get(file, 0)).toEqual(Uint8Array.of(2));
    });

    test('the parts that are there are named in order, until the draft is sent', async () => {
      const evidence = await make();
      for (const n of [11, 0, 2]) await evidence.put('2026-11-25', file, n, Uint8Array.of(n));
      await evidence.put('2026-11-25', other, 1, Uint8Array.of(1));
      expect(await evidence.parts('2026-11-25', file)).toEqual([0, 2, 11]);
      expect(await evidence.parts('2026-11-26', file)).toEqual([]);
      await evidence.settle('2026-11-25', file);
      expect(await evidence.parts('2026-11-25', file)).toEqual([]);
    });

    test('what is not there is unreadable', async () => {
      const evidence = await make();
      await evidence.put('2026-11-25', file, 0, Uint8Array.of(1));
      await expect(evidence.get(file, 1)).rejects.toThrow(unreadable);
      await expect(evidence.get(other, 0)).rejects.toThrow(unreadable);
    });

    test('burning takes files of unsent drafts of earlier days, and never what was sent', async () => {
      const evidence = await make();
      const late = 'ef'.repeat(16);
      for (const n of [0, 1]) await evidence.put('2026-11-21', file, n, Uint8Array.of(n));
      await evidence.put('2026-11-21', other, 0, Uint8Array.of(3));
      await evidence.put('2026-11-22', late, 0, Uint8Array.of(4));
      await evidence.settle('2026-11-21', other);
      expect(await evidence.burn('2026-11-22')).toBe(1);
      expect(await evidence.burn('2026-11-22')).toBe(0);
      await expect(evidence.get(file, 0)).rejects.toThrow(unreadable);
      expect([await evidence.get(other, 0), await evidence.get(late, 0)]).toEqual([
        Uint8Array.of(3),
        Uint8Array.of(4),
      ]);
    });

    test('settling twice is the same as once, and settling nothing is nothing', async () => {
      const evidence = await make();
      await evidence.put('2026-11-25', file, 0, Uint8Array.of(1));
      await evidence.settle('2026-11-25', file);
      await evidence.settle('2026-11-25', file);
      await evidence.settle('2026-11-25', other);
      expect(await evidence.get(file, 0)).toEqual(Uint8Array.of(1));
    });

    test('a removed file is gone whether it was sent or not, and others stay', async () => {
      const evidence = await make();
      await evidence.put('2026-11-25', file, 0, Uint8Array.of(1));
      await evidence.put('2026-11-25', other, 0, Uint8Array.of(2));
      await evidence.settle('2026-11-25', file);
      await evidence.put('2026-11-25', file, 1, Uint8Array.of(1));
      await evidence.remove(file);
      await evidence.remove(file);
      for (const n of [0, 1]) await expect(evidence.get(file, n)).rejects.toThrow(unreadable);
      expect(await evidence.get(other, 0)).toEqual(Uint8Array.of(2));
    });
  });
}
