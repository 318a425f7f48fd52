import { type Connection, Schema } from 'mongoose';

export interface StaffPhoneDocument {
  /** the member of staff: one phone each */
  _id: string;
  sealed: Buffer;
  tag: string;
  linkedDay: string;
}

export interface PhoneLinkDocument {
  /** the member of staff: one code each */
  _id: string;
  codeHash: string;
  usedBy: string | null;
  /** a date, for the database removes what has ended by it */
  endsAt: Date;
}

const text = { type: String, required: true } as const;

const phones = new Schema<StaffPhoneDocument>(
  { _id: text, sealed: { type: Buffer, required: true }, tag: text, linkedDay: text },
  { collection: 'staff-phones', strict: 'throw', versionKey: false, id: false },
);
phones.index({ tag: 1 });

const links = new Schema<PhoneLinkDocument>(
  {
    _id: text,
    codeHash: text,
    usedBy: { type: String, default: null },
    endsAt: { type: Date, required: true },
  },
  { collection: 'phone-links', strict: 'throw', versionKey: false, id: false },
);
links.index({ codeHash: 1 }, { unique: true });
links.index({ endsAt: 1 }, { expireAfterSeconds: 0 });

/** The model of the staff's phones on this connection. */
export function staffPhoneModel(connection: Connection) {
  return connection.model('StaffPhone', phones);
}

/** The model of codes that link a phone on this connection. */
export function phoneLinkModel(connection: Connection) {
  return connection.model('PhoneLink', links);
}
