import type { Tickets, TicketRow } from '../../../domain/tickets/ports.js';

/** Tickets in memory. */
export function memoryTickets(): Tickets & { readonly stored: Map<string, TicketRow> } {
  const stored = new Map<string, TicketRow>();
  return {
    stored,
    async insert(row) {
      if (stored.has(row.id)) return false;
      stored.set(row.id, row);
      return true;
    },
    async byId(id) {
      return stored.get(id) ?? null;
    },
    async bind(id, bound) {
      const row = stored.get(id);
      if (row?.state !== 'open' || row.bound !== null) return false;
      stored.set(id, { ...row, bound });
      return true;
    },
    async spend(id) {
      const row = stored.get(id);
      if (row) stored.set(id, { ...row, state: 'spent', bound: null });
    },
    async removeBefore(day) {
      const old = [...stored.values()].filter((row) => row.day < day);
      for (const { id } of old) stored.delete(id);
      return old.length;
    },
  };
}
