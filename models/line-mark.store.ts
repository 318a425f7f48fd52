import type { Connection } from 'mongoose';
import type { HoldReason, LineMark } from '../domain/line-marks/line-mark.js';
import type { LineMarks } from '../domain/line-marks/ports.js';
import { stored, unlessDuplicate } from './errors.js';
import { fieldsOf } from './fields.js';
import { type LineMarkDocument, lineMarkModel } from './line-mark.schema.js';

const { text, whole, list, oneOf } = fieldsOf('line-marks');
const reasons: Readonly<Record<HoldReason, true>> = { restored: true, copied: true };
const only = 'line';

/** The line's mark: one document or none. */
export function createLineMarkStore(connection: Connection): LineMarks {
  const model = lineMarkModel(connection);
  return {
    async read() {
      const found = await stored(() => model.findOne({ _id: only }).lean<LineMarkDocument | null>());
      return found && toMark(found);
    },
    insert: (mark) =>
      unlessDuplicate(async () => {
        await model.create({ _id: only, ...toDocument(mark) });
        return true;
      }, false),
    async replace(mark) {
      const before = { _id: only, revision: mark.revision - 1 };
      const { matchedCount } = await stored(() => model.updateOne(before, { $set: toDocument(mark) }));
      return matchedCount === 1;
    },
  };
}

const toDocument = ({ revision, folders, hold }: LineMark): Omit<LineMarkDocument, '_id'> => ({
  ...{ revision, hold: hold && { ...hold } },
  folders: folders.map((folder) => ({ ...folder })),
});

const toMark = ({ revision, folders, hold }: LineMarkDocument): LineMark => ({
  revision: whole(revision),
  folders: list(folders).map(({ id, place }) => ({
    id: text(id),
    place: place === null ? null : text(place),
  })),
  hold: hold && { since: whole(hold.since), why: oneOf(reasons, hold.why) },
});
