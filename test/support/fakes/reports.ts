import { hex } from '../../../domain/bytes.js';
import { DomainError } from '../../../domain/errors.js';
import type { Reports } from '../../../domain/reports/ports.js';
import type { Report } from '../../../domain/reports/report.js';

/** Reports in memory; `stored` shows them by id. */
export function memoryReports(): Reports & { readonly stored: Map<string, Report> } {
  const stored = new Map<string, Report>();
  const change = (id: string, to: Partial<Report>) => {
    const report = stored.get(id);
    if (report) stored.set(id, { ...report, ...to });
  };
  const byCase = (number: string) => [...stored.values()].find((report) => report.caseNumber === number);
  const byProof = (proofHash: Uint8Array) =>
    [...stored.values()].find((report) => hex(report.proofHash) === hex(proofHash));
  return {
    stored,
    async insert(report) {
      if (stored.has(report.id)) throw new DomainError('report.id_taken');
      if (byProof(report.proofHash)) throw new DomainError('report.receipt_taken');
      if (byCase(report.caseNumber)) throw new DomainError('report.case_taken');
      stored.set(report.id, structuredClone(report));
    },
    async byCase(caseNumber) {
      return structuredClone(byCase(caseNumber) ?? null);
    },
    async byProof(proofHash) {
      return structuredClone(byProof(proofHash) ?? null);
    },
    async byId(id) {
      return structuredClone(stored.get(id) ?? null);
    },
    async append(id, item, unread, states, most) {
      const report = stored.get(id);
      if (!report) return false;
      if (report.items.some((has) => has.id === item.id)) return true;
      if (!states.includes(report.state) || report.items.length >= most) return false;
      change(id, {
        items: [...report.items, structuredClone(item)],
        unread: { ...report.unread, [unread]: true },
      });
      return true;
    },
    async changeReceipt(id, from, to) {
      const report = stored.get(id);
      if (!report || hex(report.proofHash) !== hex(from)) return false;
      const other = byProof(to.proofHash);
      if (other !== undefined && other.id !== id) throw new DomainError('report.receipt_taken');
      change(id, structuredClone(to));
      return true;
    },
    async move(id, from, to) {
      const report = stored.get(id);
      if (!report || !from.includes(report.state)) return false;
      change(id, { state: to });
      return true;
    },
    async seen(id, side) {
      const report = stored.get(id);
      if (report) change(id, { unread: { ...report.unread, [side]: false } });
    },
    async list(after, limit) {
      return [...stored.values()]
        .filter((report) => after === null || report.id > after)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map(({ id, caseNumber, state, receivedDay, dueDay, items, unread }) => ({
          id,
          caseNumber,
          state,
          receivedDay,
          dueDay,
          items: items.length,
          unread: { ...unread },
        }));
    },
  };
}
