import { type Connection, Schema } from 'mongoose';

/** What became of the person in one send. */
export interface DeliveryEntry {
  /** claimed | sent | skipped | doubt */
  s: string;
  /** of whom it was claimed, and in which of their batches */
  f: number;
  b: number;
  /** why */
  r?: string;
}

export interface ConsentDocument {
  /** the tag of person, way and form */
  _id: string;
  person: string;
  way: string;
  template: string;
  /** the openid, sealed; empty once the person is forgotten */
  sealed: Buffer;
  count: number;
  open: number;
  turn: number;
  answers: string[];
  changedOn: string;
  /** by the key of the send: what a claim takes and what it writes down are one write of one document */
  sends: Record<string, DeliveryEntry>;
}

const text = { type: String, required: true } as const;
const whole = { type: Number, required: true } as const;

const schema = new Schema<ConsentDocument>(
  {
    ...{ _id: text, person: text, way: text, template: text },
    sealed: { type: Buffer, required: true },
    ...{ count: whole, open: whole, turn: whole },
    answers: { type: [String], required: true },
    changedOn: text,
    sends: { type: Schema.Types.Mixed, required: true },
  },
  { collection: 'consents', strict: 'throw', versionKey: false, id: false, minimize: false },
);
// a send walks through the consents of its form in the order of their ids
schema.index({ way: 1, template: 1, _id: 1 });
schema.index({ person: 1 });

/** The model of consents on this connection. */
export function consentModel(connection: Connection) {
  return connection.model('Consent', schema);
}

/** The same past mongoose's casting, which costs as much as all else of a send: documents are made here, in one place. */
export function consentCollection(connection: Connection) {
  return connection.collection<ConsentDocument>(consentModel(connection).collection.collectionName);
}
