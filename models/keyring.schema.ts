import { type Connection, Schema } from 'mongoose';

export interface KeyringDocument {
  /** the signature in hex: it covers everything else, so one entry is there once */
  _id: string;
  handlerId: string;
  boxPk: Buffer;
  signPk: Buffer;
  fromDay: string;
  revokedDay: string | null;
  signedBy: string;
  signature: Buffer;
}

const text = { type: String, required: true } as const;
const bytes = { type: Buffer, required: true } as const;

const schema = new Schema<KeyringDocument>(
  {
    _id: text,
    handlerId: text,
    boxPk: bytes,
    signPk: bytes,
    fromDay: text,
    revokedDay: { type: String, default: null },
    signedBy: text,
    signature: bytes,
  },
  { collection: 'keyring', strict: 'throw', versionKey: false, id: false },
);

/** The model of signed readers on this connection. */
export function keyringModel(connection: Connection) {
  return connection.model('KeyringEntry', schema);
}
