import { type Connection, Schema } from 'mongoose';

/** The platform's token of one account; whoever reads it can act as the account until it expires (two hours at most). */
export interface AccessTokenDocument {
  /** the appid */
  _id: string;
  value: string;
  expiresAt: number;
}

const schema = new Schema<AccessTokenDocument>(
  {
    _id: { type: String, required: true },
    value: { type: String, required: true },
    expiresAt: { type: Number, required: true },
  },
  { collection: 'access-tokens', strict: 'throw', versionKey: false, id: false },
);

/** The model of the platform's tokens on this connection. */
export function accessTokenModel(connection: Connection) {
  return connection.model('AccessToken', schema);
}
