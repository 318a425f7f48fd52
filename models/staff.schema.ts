import { type Connection, Schema } from 'mongoose';

export interface StaffDocument {
  _id: string;
  name: string;
  foldedName: string;
  roles: string[];
  authHash: Buffer;
  totp: Buffer;
  totpStep: number;
  recoveryHash: Buffer;
  state: string;
  createdDay: string;
  revision: number;
}

const text = { type: String, required: true } as const;
const bytes = { type: Buffer, required: true } as const;
const count = { type: Number, required: true } as const;

const schema = new Schema<StaffDocument>(
  {
    _id: text,
    name: text,
    foldedName: text,
    roles: { type: [String], required: true },
    authHash: bytes,
    totp: bytes,
    totpStep: count,
    recoveryHash: bytes,
    state: text,
    createdDay: text,
    revision: count,
  },
  { collection: 'staff', strict: 'throw', versionKey: false, id: false },
);
schema.index({ foldedName: 1 }, { unique: true });

/** The model of the staff's accounts on this connection. */
export function staffModel(connection: Connection) {
  return connection.model('Staff', schema);
}
