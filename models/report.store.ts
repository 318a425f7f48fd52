import type { Connection } from 'mongoose';
import { DomainError } from '../domain/errors.js';
import type { Reports } from '../domain/reports/ports.js';
import { stored, unlessDuplicate } from './errors.js';
import { toDocument, toItemDocument, toLineFields, toReport } from './report.mapping.js';
import { type ReportDocument, reportModel } from './report.schema.js';

type ShownInList = Pick<ReportDocument, '_id' | 'locator' | 'state' | 'receivedDay' | 'dueDay' | 'unread'> & {
  items: readonly { id: string }[];
};

/** Sealed reports: one report, one document; each change of it is one conditional write. */
export function createReportStore(connection: Connection): Reports {
  const model = reportModel(connection);
  return {
    async insert(report) {
      const write = () => model.create(toDocument(report));
      if (await unlessDuplicate(write, null)) return;
      // which of two unique keys refused is the server's choice: the report being there decides
      const there = await stored(() => model.exists({ _id: report.id }));
      throw new DomainError(there ? 'report.id_taken' : 'report.locator_taken');
    },

    async byLocator(locator) {
      const found = await stored(() => model.findOne({ locator }).lean());
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
      const shown = { locator: 1, state: 1, receivedDay: 1, dueDay: 1, unread: 1, 'items.id': 1 } as const;
      const query = model.find(where, shown).sort({ _id: 1 }).limit(limit);
      const page = await stored(() => query.lean<ShownInList[]>());
      return page.map((found) => ({ id: found._id, ...toLineFields(found), items: found.items.length }));
    },
  };
}
