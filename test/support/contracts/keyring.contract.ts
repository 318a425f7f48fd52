import { describe, expect, test } from '@jest/globals';
import type { Keyring, KeyringEntry } from '../../../domain/keyring/ports.js';

const entry: KeyringEntry = {
  handlerId: 'recovery',
  boxPk: new Uint8Array(32).fill(1),
  signPk: new Uint8Array(32).fill(2),
  fromDay: '2026-11-22',
  revokedDay: null,
  signedBy: 'root',
  signature: new Uint8Array(64).fill(3),
};

/** What every Keyring promises. `make` gives an empty one. */
export function describeKeyringContract(name: string, make: () => Promise<Keyring>): void {
  describe(`${name}: keyring`, () => {
    test('an entry comes back as it was added', async () => {
      const keyring = await make();
      expect(await keyring.all()).toEqual([]);
      await keyring.add(entry);
      expect(await keyring.all()).toEqual([entry]);
    });

    test('the same entry again, also at once, changes nothing', async () => {
      const keyring = await make();
      await Promise.all([1, 2, 3, 4].map(() => keyring.add(entry)));
      await keyring.add(entry);
      expect(await keyring.all()).toEqual([entry]);
    });

    test('an entry signed anew stands beside the old one', async () => {
      const keyring = await make();
      const revoked = { ...entry, revokedDay: '2026-12-01', signature: new Uint8Array(64).fill(4) };
      await keyring.add(entry);
      await keyring.add(revoked);
      expect(await keyring.all()).toHaveLength(2);
      expect(await keyring.all()).toEqual(expect.arrayContaining([entry, revoked]));
    });
  });
}
