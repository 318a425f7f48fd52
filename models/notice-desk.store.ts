import type { Connection } from 'mongoose';
import type { HandSends, NoticeFeed, NoticeFeeds } from '../domain/notices/ports.js';
import { stored } from './errors.js';
import { fieldsOf } from './fields.js';
import { handSendModel, type NoticeFeedDocument, noticeFeedModel } from './notice-desk.schema.js';
import { upsert } from './upsert.js';

const ofSends = fieldsOf('hand-sends');
const ofFeeds = fieldsOf('notice-feeds');

/** Mass sends that somebody made by hand. */
export function createHandSendStore(connection: Connection): HandSends {
  const model = handSendModel(connection);
  return {
    async add({ id, on, note, by, at }) {
      await stored(() => model.create({ _id: id, on, note, by, at }));
    },
    async between(from, to) {
      const query = model.find({ on: { $gte: from, $lte: to } }).sort({ on: 1, _id: 1 });
      const found = await stored(() => query.lean());
      const { text, whole } = ofSends;
      return found.map(({ _id, on, note, by, at }) => ({
        ...{ id: text(_id), on: text(on), note: text(note), by: text(by), at: whole(at) },
      }));
    },
  };
}

/** Links to the calendar of notices, one a member of staff. */
export function createNoticeFeedStore(connection: Connection): NoticeFeeds {
  const model = noticeFeedModel(connection);
  return {
    async put({ staffId, keyHash, madeOn }) {
      await upsert(() => model.updateOne({ _id: staffId }, { $set: { keyHash, madeOn } }, { upsert: true }));
    },
    async of(staffId) {
      const found = await stored(() => model.findOne({ _id: staffId }).lean());
      return found && toFeed(found);
    },
    async byKey(keyHash) {
      const found = await stored(() => model.findOne({ keyHash }).lean());
      return found && toFeed(found);
    },
    async remove(staffId) {
      await stored(() => model.deleteOne({ _id: staffId }));
    },
  };
}

function toFeed({ _id, keyHash, madeOn }: NoticeFeedDocument): NoticeFeed {
  const { text } = ofFeeds;
  return { staffId: text(_id), keyHash: text(keyHash), madeOn: text(madeOn) };
}
