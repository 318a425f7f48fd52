import type { Connection } from 'mongoose';
import type { Notices } from '../domain/notices/ports.js';
import { stored, unlessDuplicate } from './errors.js';
import { toNotice, toNoticeDocument } from './notice.mapping.js';
import { noticeModel } from './notice.schema.js';

/** Notices: one notice, one document; each write of it is one conditional write. */
export function createNoticeStore(connection: Connection): Notices {
  const model = noticeModel(connection);
  return {
    async insert(notice) {
      return (await unlessDuplicate(() => model.create(toNoticeDocument(notice)), null)) !== null;
    },

    async byId(id) {
      const found = await stored(() => model.findOne({ _id: id }).lean());
      return found && toNotice(found);
    },

    async all() {
      const found = await stored(() => model.find({}).sort({ _id: 1 }).lean());
      return found.map(toNotice);
    },

    async replace(notice) {
      const before = { _id: notice.id, revision: notice.revision - 1 };
      const { matchedCount } = await stored(() => model.replaceOne(before, toNoticeDocument(notice)));
      return matchedCount === 1;
    },
  };
}
