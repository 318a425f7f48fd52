import type { Connection } from 'mongoose';
import type { Uploads } from '../domain/evidence/ports.js';
import { stored, unlessDuplicate } from './errors.js';
import { fieldsOf } from './fields.js';
import { uploadModel } from './upload.schema.js';

const { text, whole, flag } = fieldsOf('uploads');

/** Files on their way; the bytes are the evidence store's. */
export function createUploadStore(connection: Connection): Uploads {
  const model = uploadModel(connection);
  return {
    async insert({ id, ...rest }) {
      return (await unlessDuplicate(() => model.create({ _id: id, ...rest }), null)) !== null;
    },
    async byId(id) {
      const found = await stored(() => model.findOne({ _id: id }).lean());
      return (
        found && {
          id: text(found._id),
          owner: text(found.owner),
          parts: whole(found.parts),
          partBytes: whole(found.partBytes),
          burnDay: text(found.burnDay),
          complete: flag(found.complete),
        }
      );
    },
    count: (owner) => stored(() => model.countDocuments({ owner })),
    async completed(id) {
      await stored(() => model.updateOne({ _id: id }, { $set: { complete: true } }));
    },
    async remove(id, owner) {
      await stored(() => model.deleteOne({ _id: id, owner }));
    },
    async burn(day) {
      const { deletedCount } = await stored(() => model.deleteMany({ burnDay: { $lt: day } }));
      return deletedCount;
    },
  };
}
