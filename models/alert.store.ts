import type { Connection } from 'mongoose';
import { noWorkMark, type WorkMarks } from '../domain/alerts/ports.js';
import { type WorkMarkDocument, workMarkModel } from './alert.schema.js';
import { stored, unlessDuplicate } from './errors.js';
import { fieldsOf } from './fields.js';

const { text, whole } = fieldsOf('alerts');
const only = 'work';

/** What was told of work on the desk: one document or none. */
export function createWorkMarkStore(connection: Connection): WorkMarks {
  const model = workMarkModel(connection);
  return {
    async read() {
      const found = await stored(() => model.findOne({ _id: only }).lean<WorkMarkDocument | null>());
      if (found === null) return noWorkMark;
      const { revision, hour, toldOn, sentAt, sentId } = found;
      return {
        ...{ revision: whole(revision), hour: whole(hour), sentAt: whole(sentAt), sentId: text(sentId) },
        toldOn: toldOn === null ? null : text(toldOn),
      };
    },
    async write(mark) {
      if (mark.revision === 1)
        return unlessDuplicate(async () => {
          await model.create({ _id: only, ...mark });
          return true;
        }, false);
      const before = { _id: only, revision: mark.revision - 1 };
      const { matchedCount } = await stored(() => model.updateOne(before, { $set: { ...mark } }));
      return matchedCount === 1;
    },
  };
}
