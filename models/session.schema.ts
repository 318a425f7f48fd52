import { type Connection, Schema } from 'mongoose';

export interface SessionDocument {
  _id: string;
  rev: number;
  burnDay: string;
  key: Buffer;
  body: Buffer;
}

const schema = new Schema<SessionDocument>(
  {
    _id: { type: String, required: true },
    rev: { type: Number, required: true },
    burnDay: { type: String, required: true },
    key: { type: Buffer, required: true },
    body: { type: Buffer, required: true },
  },
  { collection: 'sessions', strict: 'throw', versionKey: false, id: false },
);
schema.index({ burnDay: 1, _id: 1 });

/** The model of half-written reports on this connection. */
export function sessionModel(connection: Connection) {
  return connection.model('Session', schema);
}

export type SessionModel = ReturnType<typeof sessionModel>;
