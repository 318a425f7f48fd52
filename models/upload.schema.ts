import { type Connection, Schema } from 'mongoose';

export interface UploadDocument {
  _id: string;
  owner: string;
  parts: number;
  partBytes: number;
  burnDay: string;
  complete: boolean;
}

const text = { type: String, required: true } as const;
const whole = { type: Number, required: true } as const;

const schema = new Schema<UploadDocument>(
  {
    ...{ _id: text, owner: text, parts: whole, partBytes: whole, burnDay: text },
    complete: { type: Boolean, required: true },
  },
  { collection: 'uploads', strict: 'throw', versionKey: false, id: false },
);
schema.index({ owner: 1 });

/** The model of files on their way, on this connection. */
export function uploadModel(connection: Connection) {
  return connection.model('Upload', schema);
}
