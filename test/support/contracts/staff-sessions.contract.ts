import { describe, expect, test } from '@jest/globals';
import type { StaffSessions } from '../../../domain/staff/ports.js';
import type { StaffSession } from '../../../domain/staff/staff.js';

/** Long after any test: what has ended may be gone at any moment. */
const later = 4_000_000_000_000;
const session = (id: string, changes: Partial<StaffSession> = {}): StaffSession => ({
  ...{ id, staffId: 'ann', startedAt: 1_800_000_000_000, seenAt: 1_800_000_000_001, endsAt: later },
  ...changes,
});

/** What every StaffSessions promises. `make` gives an empty one. */
export function describeStaffSessionsContract(name: string, make: () => Promise<StaffSessions>): void {
  describe(`${name}: sessions of the staff`, () => {
    test('a session comes back as it was inserted', async () => {
      const sessions = await make();
      await sessions.insert(session('1'));
      expect([await sessions.byId('1'), await sessions.byId('2')]).toEqual([session('1'), null]);
    });

    test('renewing moves the end, and brings nothing back', async () => {
      const sessions = await make();
      await sessions.insert(session('1'));
      await sessions.renew('1', 1_800_000_060_000, later + 5);
      await sessions.renew('2', 1_800_000_060_000, later + 5);
      expect(await sessions.byId('1')).toEqual(
        session('1', { seenAt: 1_800_000_060_000, endsAt: later + 5 }),
      );
      expect(await sessions.byId('2')).toBeNull();
    });

    test('a session is removed once', async () => {
      const sessions = await make();
      await sessions.insert(session('1'));
      expect([await sessions.remove('1'), await sessions.remove('1')]).toEqual([true, false]);
      expect(await sessions.byId('1')).toBeNull();
    });

    test("one person's sessions are listed, the latest first, and removed together", async () => {
      const sessions = await make();
      for (const n of [2, 1, 3]) await sessions.insert(session(`${n}`, { startedAt: 1_800_000_000_000 + n }));
      await sessions.insert(session('4', { staffId: 'bob' }));
      expect((await sessions.of('ann')).map(({ id }) => id)).toEqual(['3', '2', '1']);
      await sessions.removeOf('ann');
      expect([await sessions.of('ann'), await sessions.byId('2')]).toEqual([[], null]);
      expect(await sessions.of('bob')).toEqual([session('4', { staffId: 'bob' })]);
    });
  });
}
