import { describe, expect, test } from '@jest/globals';
import type { Invitation } from '../../../domain/staff/invitation.js';
import type { Invitations } from '../../../domain/staff/ports.js';

const invitation = (id: string, changes: Partial<Invitation> = {}): Invitation => ({
  ...{ id, kind: 'join', secretHash: `hash of ${id}`, roles: ['editor', 'auditor'], createdBy: 'ann' },
  ...{ createdAt: 1_800_000_000_000, endsAt: 4_000_000_000_000 },
  ...changes,
});

/** What every Invitations promises. `make` gives an empty one. */
export function describeInvitationsContract(name: string, make: () => Promise<Invitations>): void {
  describe(`${name}: invitations`, () => {
    test('an invitation comes back by its secret as it was put', async () => {
      const invitations = await make();
      await invitations.put(invitation('1', { kind: 'reset' }));
      expect(await invitations.bySecret('hash of 1')).toEqual(invitation('1', { kind: 'reset' }));
      expect(await invitations.bySecret('hash of 2')).toBeNull();
    });

    test('one put under the same id takes the place of the earlier one', async () => {
      const invitations = await make();
      await invitations.put(invitation('1'));
      const next = invitation('1', { secretHash: 'another', roles: ['administrator'] });
      await invitations.put(next);
      expect(await invitations.bySecret('hash of 1')).toBeNull();
      expect(await invitations.all()).toEqual([next]);
      expect(await invitations.take(invitation('1'))).toBe(false);
      expect(await invitations.take(next)).toBe(true);
    });

    test('of many who take one at the same moment one gets it', async () => {
      const invitations = await make();
      await invitations.put(invitation('1'));
      await invitations.put(invitation('2'));
      const takes = await Promise.all([1, 2, 3, 4].map(() => invitations.take(invitation('1'))));
      expect(takes.filter(Boolean)).toHaveLength(1);
      expect(await invitations.all()).toEqual([invitation('2')]);
    });

    test('all are listed, the latest first', async () => {
      const invitations = await make();
      for (const n of [2, 1, 3])
        await invitations.put(invitation(`${n}`, { createdAt: 1_800_000_000_000 + n }));
      expect((await invitations.all()).map(({ id }) => id)).toEqual(['3', '2', '1']);
    });
  });
}
