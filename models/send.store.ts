import type { Connection } from 'mongoose';
import type { SendStore, SendWhen } from '../domain/sending/ports.js';
import { stored, unlessDuplicate } from './errors.js';
import { toSend, toSendDocument } from './send.mapping.js';
import { type SendDocument, sendModel } from './send.schema.js';

/** Sends: one send, one document; each write of it is one conditional write of what changes. */
export function createSendStore(connection: Connection): SendStore {
  const model = sendModel(connection);
  return {
    async insert(send) {
      return (await unlessDuplicate(() => model.create(toSendDocument(send)), null)) !== null;
    },
    async byId(id) {
      const found = await stored(() => model.findOne({ _id: id }).lean());
      return found && toSend(found);
    },
    async of(occurrence) {
      const found = await stored(() => model.find({ occurrence }).sort({ way: 1 }).lean());
      return found.map(toSend);
    },
    async byJob(jobId) {
      const found = await stored(() => model.findOne({ jobId }).lean());
      return found && toSend(found);
    },
    async open(states, limit) {
      const inStates = { state: { $in: [...states] } };
      const held = { leaseUntil: { $gt: 0 } };
      // two reads: not every server reads one index for each side of an $or
      const [found, worked] = await Promise.all(
        [inStates, held].map((where) =>
          stored(() => model.find(where).sort({ _id: 1 }).limit(limit).lean<SendDocument[]>()),
        ),
      );
      const all = new Map([...(found ?? []), ...(worked ?? [])].map((one) => [one._id, one]));
      return [...all.values()]
        .sort((one, other) => (one._id < other._id ? -1 : 1))
        .slice(0, limit)
        .map(toSend);
    },
    async kept(states, before, limit) {
      const where = { state: { $in: [...states] }, stateAt: { $lt: before }, kept: true, leaseUntil: 0 };
      const found = await stored(() => model.find(where).sort({ _id: 1 }).limit(limit).lean());
      return found.map(toSend);
    },
    async dropped(id) {
      await stored(() => model.updateOne({ _id: id }, { $set: { kept: false } }));
    },
    async change(id, when, change) {
      const query = model.findOneAndUpdate(
        { _id: id, ...conditions(when) },
        { $set: change },
        { returnDocument: 'after' },
      );
      const found = await stored(() => query.lean<SendDocument | null>());
      return found && toSend(found);
    },
  };
}

const conditions = ({ states, fence, beat }: SendWhen): object => ({
  ...(states === undefined ? {} : { state: { $in: [...states] } }),
  ...(fence === undefined ? {} : { fence }),
  ...(beat === undefined ? {} : { beat }),
});
