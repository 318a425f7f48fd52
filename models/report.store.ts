import type { Connection } from 'mongoose';
import { DomainError } from '../domain/errors.js';
import type { Reports } from '../domain/reports/ports.js';
import { toBuffer } from './bytes.js';
import { stored, unlessDuplicate } from './errors.js';
import { toDocument, toItemDocument, toLineFields, toReport } from './report.mapping.js';
import { type ReportDocument, reportModel } from './report.schema.js';

type ShownInList = Pick<
  ReportDocument,
  '_id' | 'caseNumber' | 'state' | 'receivedDay' | 'dueDay' | 'unread'
> & {
  items: readonly { id: string }[];
};

/** Sealed reports: one report, one document; each change of it is one conditional write. */
export function createReportStore(connection: Connection): Reports {
  const model = reportModel(connection);
  return {
    async insert(report) {
      const write = () => model.create(toDocument(report));
      if (await unlessDuplicate(write, null)) return;
      // which of three unique keys refused is the server's choice: what is there decides
      const there = async (where: { _id: string } | { proofHash: Buffer }): Promise<boolean> =>
        (await stored(() => model.exists(where))) !== null;
      if (await there({ _id: report.id })) throw new DomainError('report.id_taken');
      const taken = await there({ proofHash: toBuffer(report.proofHash) });
      throw new DomainError(taken ? 'report.receipt_taken' : 'report.case_taken');
    },

    async byCase(caseNumber) {
      const found = await stored(() => model.findOne({ caseNumber }).lean());
      return found && toReport(found);
    },

    async byProof(proofHash) {
      const found = await stored(() => model.findOne({ proofHash: toBuffer(proofHash) }).lean());
      return found && toReport(found);
    },

    async byId(id) {
      const found = await stored(() => model.findOne({ _id: id }).lean());
      return found && toReport(found);
    },

    async append(id, item, unread, states, most) {
      const room = {
        _id: id,
        state: { $in: [...states] },
        'items.id': { $ne: item.id },
        [`items.${most - 1}`]: { $exists: false },
      };
      const add = { $push: { items: toItemDocument(item) }, $set: { [`unread.${unread}`]: true } };
      const { matchedCount } = await stored(() => model.updateOne(room, add));
      if (matchedCount === 1) return true;
      return (await stored(() => model.exists({ _id: id, 'items.id': item.id }))) !== null;
    },

    async changeReceipt(id, from, to) {
      const there = { _id: id, proofHash: toBuffer(from) };
      const proofHash = toBuffer(to.proofHash);
      const change = { $set: { proofHash, wrappedThread: toBuffer(to.wrappedThread) } };
      const write = (): PromiseLike<{ readonly matchedCount: number } | null> =>
        model.updateOne(there, change);
      const done = await unlessDuplicate(write, null);
      if (done === null) throw new DomainError('report.receipt_taken');
      return done.matchedCount === 1;
    },

    async move(id, from, to) {
      const where = { _id: id, state: { $in: [...from] } };
      const { matchedCount } = await stored(() => model.updateOne(where, { $set: { state: to } }));
      return matchedCount === 1;
    },

    async seen(id, side) {
      await stored(() => model.updateOne({ _id: id }, { $set: { [`unread.${side}`]: false } }));
    },

    async list(after, limit) {
      const where = after === null ? {} : { _id: { $gt: after } };
      const shown = { caseNumber: 1, state: 1, receivedDay: 1, dueDay: 1, unread: 1, 'items.id': 1 } as const;
      const query = model.find(where, shown).sort({ _id: 1 }).limit(limit);
      const page = await stored(() => query.lean<ShownInList[]>());
      return page.map((found) => ({ id: found._id, ...toLineFields(found), items: found.items.length }));
    },
  };
}
