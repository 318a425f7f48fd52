import { type Connection, Schema } from 'mongoose';

/** One document an act, under its number: a number that is taken cannot be taken again. */
export interface AuditDocument {
  _id: number;
  at: number;
  who: string;
  act: string;
  object: string | null;
  before: string;
  hash: string;
}

const text = { type: String, required: true } as const;
const count = { type: Number, required: true } as const;

const schema = new Schema<AuditDocument>(
  {
    _id: count,
    at: count,
    who: text,
    act: text,
    object: { type: String, default: null },
    before: text,
    hash: text,
  },
  { collection: 'audit', strict: 'throw', versionKey: false, id: false },
);
schema.index({ who: 1, _id: -1 });
schema.index({ act: 1, _id: -1 });
schema.index({ object: 1, _id: -1 });

/** The model of the log of staff acts on this connection. */
export function auditModel(connection: Connection) {
  return connection.model('Audit', schema);
}
