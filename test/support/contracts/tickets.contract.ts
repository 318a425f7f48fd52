import { describe, expect, test } from '@jest/globals';
import type { Tickets } from '../../../domain/tickets/ports.js';

/** What every store of tickets promises. `make` gives an empty one. */
export function describeTicketsContract(name: string, make: () => Promise<Tickets>): void {
  const row = { id: 'a'.repeat(43), day: '2026-12-01', state: 'open', bound: null } as const;

  describe(`${name}: tickets`, () => {
    test('one is kept as it came, and a second of the same name changes nothing', async () => {
      const tickets = await make();
      expect(await tickets.insert(row)).toBe(true);
      expect(await tickets.insert({ ...row, day: '2026-12-02' })).toBe(false);
      expect(await tickets.byId(row.id)).toEqual(row);
      expect(await tickets.byId('b'.repeat(43))).toBeNull();
    });

    test('one is bound once, while it is open', async () => {
      const tickets = await make();
      await tickets.insert(row);
      expect(await tickets.bind(row.id, 'mine')).toBe(true);
      expect(await tickets.bind(row.id, 'theirs')).toBe(false);
      expect(await tickets.byId(row.id)).toEqual({ ...row, bound: 'mine' });
      expect(await tickets.bind('b'.repeat(43), 'mine')).toBe(false);
    });

    test('a spent one stays spent, tells nothing of what it was for, and is not open again', async () => {
      const tickets = await make();
      await tickets.insert(row);
      await tickets.bind(row.id, 'mine');
      await tickets.spend(row.id);
      await tickets.spend(row.id);
      await tickets.spend('b'.repeat(43));
      expect(await tickets.byId(row.id)).toEqual({ ...row, state: 'spent' });
      expect(await tickets.insert(row)).toBe(false);
      expect(await tickets.bind(row.id, 'mine')).toBe(false);
    });

    test('those of earlier days are removed, and no others', async () => {
      const tickets = await make();
      const later = { ...row, id: 'c'.repeat(43), day: '2026-12-02' };
      for (const one of [row, later]) await tickets.insert(one);
      expect(await tickets.removeBefore('2026-12-02')).toBe(1);
      expect(await tickets.removeBefore('2026-12-02')).toBe(0);
      expect([await tickets.byId(row.id), await tickets.byId(later.id)]).toEqual([null, later]);
    });
  });
}
