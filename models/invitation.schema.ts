import { type Connection, Schema } from 'mongoose';

export interface InvitationDocument {
  _id: string;
  kind: string;
  secretHash: string;
  roles: string[];
  createdBy: string;
  createdAt: number;
  /** a date, for the database removes what has ended by it */
  endsAt: Date;
}

const text = { type: String, required: true } as const;

const schema = new Schema<InvitationDocument>(
  {
    _id: text,
    kind: text,
    secretHash: text,
    roles: { type: [String], required: true },
    createdBy: text,
    createdAt: { type: Number, required: true },
    endsAt: { type: Date, required: true },
  },
  { collection: 'invitations', strict: 'throw', versionKey: false, id: false },
);
schema.index({ secretHash: 1 }, { unique: true });
schema.index({ endsAt: 1 }, { expireAfterSeconds: 0 });

/** The model of invitations to the staff on this connection. */
export function invitationModel(connection: Connection) {
  return connection.model('Invitation', schema);
}
