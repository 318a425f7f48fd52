import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../domain/errors.js';
import type { Staff } from '../../../domain/staff/ports.js';
import { someMember } from '../staff-people.js';

const used = Uint8Array.of(5, 5);

/** What every Staff promises. `make` gives an empty one. */
export function describeStaffContract(name: string, make: () => Promise<Staff>): void {
  const holding = async (...names: readonly string[]) => {
    const staff = await make();
    for (const one of names) await staff.insert(someMember(one));
    return staff;
  };

  describe(`${name}: staff`, () => {
    test('an account comes back as it was inserted, by id and by name', async () => {
      const staff = await holding('Ann');
      const ann = someMember('Ann');
      expect([await staff.byId(ann.id), await staff.byName('ann')]).toEqual([ann, ann]);
      expect([await staff.byId('0'.repeat(32)), await staff.byName('Ann')]).toEqual([null, null]);
    });

    test('everybody is listed by name', async () => {
      const staff = await holding('Cid', 'ann', 'Bob');
      expect((await staff.all()).map((member) => member.name)).toEqual(['ann', 'Bob', 'Cid']);
    });

    test('a name is given once, also to many at the same moment', async () => {
      const staff = await holding('Ann');
      const taken = new DomainError('staff.name_taken');
      await expect(staff.insert(someMember('Ann', { id: 'a'.repeat(32) }))).rejects.toThrow(taken);
      const ids = ['b', 'c', 'd'].map((digit) => digit.repeat(32));
      const tries = await Promise.allSettled(ids.map((id) => staff.insert(someMember('Bob', { id }))));
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await staff.all()).toHaveLength(2);
    });

    test('a write replaces the revision before it and no other', async () => {
      const staff = await holding('Ann');
      const next = someMember('Ann', { revision: 2, roles: ['editor', 'auditor'], state: 'ended' });
      expect(await staff.replace({ ...next, revision: 3 })).toBe(false);
      expect(await staff.replace({ ...next, revision: 1 })).toBe(false);
      expect(await staff.replace(next)).toBe(true);
      expect(await staff.replace(next)).toBe(false);
      expect(await staff.byId(next.id)).toEqual(next);
      expect(await staff.replace(someMember('Bob', { revision: 2 }))).toBe(false);
      expect(await staff.all()).toHaveLength(1);
    });

    test('of many who write the same revision at once one does', async () => {
      const staff = await holding('Ann');
      const writes = [1, 2, 3, 4].map((totpStep) =>
        staff.replace(someMember('Ann', { revision: 2, totpStep })),
      );
      expect((await Promise.all(writes)).filter(Boolean)).toHaveLength(1);
    });

    test('the step of a code is used once, and earlier ones no more', async () => {
      const staff = await holding('Ann');
      const ann = someMember('Ann');
      expect(await staff.useCode(ann, 7, used)).toBe(true);
      expect(await staff.useCode(ann, 7, used)).toBe(false);
      expect(await staff.useCode(ann, 6, used)).toBe(false);
      expect(await staff.byId(ann.id)).toEqual({ ...ann, totpStep: 7, totp: used, revision: 2 });
    });

    test('of two who use one code at the same moment one does', async () => {
      const staff = await holding('Ann');
      const both = await Promise.all([1, 2].map(() => staff.useCode(someMember('Ann'), 7, used)));
      expect(both.filter(Boolean)).toHaveLength(1);
    });

    test('no code is used of an account that ended or has another passphrase by now', async () => {
      const staff = await holding('Ann', 'Bob');
      await staff.replace(someMember('Ann', { revision: 2, authHash: new Uint8Array(32).fill(9) }));
      await staff.replace(someMember('Bob', { revision: 2, state: 'ended' }));
      expect(await staff.useCode(someMember('Ann'), 7, used)).toBe(false);
      expect(await staff.useCode(someMember('Bob'), 7, used)).toBe(false);
    });

    test('a write that does not know of a used code does not undo it', async () => {
      const staff = await holding('Ann');
      await staff.useCode(someMember('Ann'), 7, used);
      expect(await staff.replace(someMember('Ann', { revision: 2, roles: [] }))).toBe(false);
    });
  });
}
