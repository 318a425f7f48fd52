import { type Connection, Schema } from 'mongoose';

/** A mass send that somebody made by hand. */
export interface HandSendDocument {
  _id: string;
  on: string;
  note: string;
  by: string;
  at: number;
}

export interface NoticeFeedDocument {
  /** the member of staff: one link each */
  _id: string;
  keyHash: string;
  madeOn: string;
}

const text = { type: String, required: true } as const;
const options = { strict: 'throw', versionKey: false, id: false } as const;

const handSends = new Schema<HandSendDocument>(
  { _id: text, on: text, note: { type: String }, by: text, at: { type: Number, required: true } },
  { collection: 'hand-sends', ...options },
);
handSends.index({ on: 1, _id: 1 });

const feeds = new Schema<NoticeFeedDocument>(
  { _id: text, keyHash: text, madeOn: text },
  { collection: 'notice-feeds', ...options },
);
feeds.index({ keyHash: 1 }, { unique: true });

/** The model of mass sends made by hand on this connection. */
export function handSendModel(connection: Connection) {
  return connection.model('HandSend', handSends);
}

/** The model of links to the calendar of notices on this connection. */
export function noticeFeedModel(connection: Connection) {
  return connection.model('NoticeFeed', feeds);
}
