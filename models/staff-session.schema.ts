import { type Connection, Schema } from 'mongoose';

/** Neither address nor browser: what tells one's sessions apart is when they began. */
export interface StaffSessionDocument {
  _id: string;
  staffId: string;
  startedAt: number;
  seenAt: number;
  /** a date, for the database removes what has ended by it */
  endsAt: Date;
}

const text = { type: String, required: true } as const;
const moment = { type: Number, required: true } as const;

const schema = new Schema<StaffSessionDocument>(
  { _id: text, staffId: text, startedAt: moment, seenAt: moment, endsAt: { type: Date, required: true } },
  { collection: 'staff-sessions', strict: 'throw', versionKey: false, id: false },
);
schema.index({ staffId: 1, startedAt: -1 });
schema.index({ endsAt: 1 }, { expireAfterSeconds: 0 });

/** The model of the staff's sessions on this connection. */
export function staffSessionModel(connection: Connection) {
  return connection.model('StaffSession', schema);
}
