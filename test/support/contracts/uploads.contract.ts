import { describe, expect, test } from '@jest/globals';
import type { Uploads } from '../../../domain/evidence/ports.js';

/** What every store of files on their way promises. `make` gives an empty one. */
export function describeUploadsContract(name: string, make: () => Promise<Uploads>): void {
  const one = {
    ...{ id: 'ab'.repeat(16), owner: 'mine', parts: 3, partBytes: 1_048_576 },
    ...{ burnDay: '2026-12-04', complete: false },
  };

  describe(`${name}: uploads`, () => {
    test('one is kept as it came, and a second of the same name changes nothing', async () => {
      const uploads = await make();
      expect(await uploads.insert(one)).toBe(true);
      expect(await uploads.insert({ ...one, owner: 'theirs' })).toBe(false);
      expect(await uploads.byId(one.id)).toEqual(one);
      expect(await uploads.byId('cd'.repeat(16))).toBeNull();
    });

    test('they are counted by whose they are', async () => {
      const uploads = await make();
      await uploads.insert(one);
      await uploads.insert({ ...one, id: 'cd'.repeat(16) });
      await uploads.insert({ ...one, id: 'ef'.repeat(16), owner: 'theirs' });
      expect([await uploads.count('mine'), await uploads.count('theirs'), await uploads.count('no')]).toEqual(
        [2, 1, 0],
      );
    });

    test('one is completed, and removed once it is settled', async () => {
      const uploads = await make();
      await uploads.insert(one);
      await uploads.completed(one.id);
      expect(await uploads.byId(one.id)).toEqual({ ...one, complete: true });
      await uploads.remove(one.id, 'theirs');
      expect(await uploads.byId(one.id)).not.toBeNull();
      await uploads.remove(one.id, 'mine');
      await uploads.remove(one.id, 'mine');
      expect(await uploads.byId(one.id)).toBeNull();
    });

    test('those that burned are removed, and no others', async () => {
      const uploads = await make();
      const later = { ...one, id: 'cd'.repeat(16), burnDay: '2026-12-05' };
      for (const upload of [one, later]) await uploads.insert(upload);
      expect(await uploads.burn('2026-12-05')).toBe(1);
      expect([await uploads.byId(one.id), await uploads.byId(later.id)]).toEqual([null, later]);
    });
  });
}
