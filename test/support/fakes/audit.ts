import type { AuditEntry } from '../../../domain/audit/audit.js';
import type { AuditLog } from '../../../domain/audit/ports.js';

/** The log of staff acts in memory; `entries` is what a database writer could reach. */
export function memoryAudit(): AuditLog & { readonly entries: AuditEntry[] } {
  const entries: AuditEntry[] = [];
  const fits = (entry: AuditEntry, { who, act, object }: Partial<AuditEntry>): boolean =>
    (who === undefined || entry.who === who) &&
    (act === undefined || entry.act === act) &&
    (object === undefined || entry.object === object);
  return {
    entries,
    async append(entry) {
      if (entries.some(({ seq }) => seq === entry.seq)) return false;
      entries.push(entry);
      entries.sort((a, b) => a.seq - b.seq);
      return true;
    },
    async last() {
      return entries.at(-1) ?? null;
    },
    async at(seq) {
      return entries.find((entry) => entry.seq === seq) ?? null;
    },
    async page(filter, before, limit) {
      const below = entries.filter((entry) => before === null || entry.seq < before);
      return below
        .filter((entry) => fits(entry, filter))
        .reverse()
        .slice(0, limit);
    },
    async from(seq, limit) {
      return entries.filter((entry) => entry.seq >= seq).slice(0, limit);
    },
  };
}
