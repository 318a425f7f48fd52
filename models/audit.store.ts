import type { Connection } from 'mongoose';
import type { AuditEntry } from '../domain/audit/audit.js';
import type { AuditLog } from '../domain/audit/ports.js';
import { type AuditDocument, auditModel } from './audit.schema.js';
import { stored, unlessDuplicate } from './errors.js';
import { fieldsOf } from './fields.js';

const { text, whole } = fieldsOf('audit');

/** The log of staff acts: entries are added and read, nothing here changes or removes one. */
export function createAuditStore(connection: Connection): AuditLog {
  const model = auditModel(connection);
  return {
    async append({ seq, ...plain }) {
      return unlessDuplicate(async () => {
        await model.create({ _id: seq, ...plain });
        return true;
      }, false);
    },
    async last() {
      const [found] = await stored(() => model.find({}).sort({ _id: -1 }).limit(1).lean());
      return found === undefined ? null : toEntry(found);
    },
    async at(seq) {
      const found = await stored(() => model.findOne({ _id: seq }).lean());
      return found && toEntry(found);
    },
    async page(filter, before, limit) {
      const where = before === null ? filter : { ...filter, _id: { $lt: before } };
      const found = await stored(() => model.find(where).sort({ _id: -1 }).limit(limit).lean());
      return found.map(toEntry);
    },
    async from(seq, limit) {
      const where = { _id: { $gte: seq } };
      const found = await stored(() => model.find(where).sort({ _id: 1 }).limit(limit).lean());
      return found.map(toEntry);
    },
  };
}

function toEntry(document: AuditDocument): AuditEntry {
  return {
    seq: whole(document._id),
    at: whole(document.at),
    who: text(document.who),
    act: text(document.act),
    object: document.object === null ? null : text(document.object),
    before: text(document.before),
    hash: text(document.hash),
  };
}
