import { type Connection, Schema } from 'mongoose';

export interface OutboxDocument {
  /** the letter's id, which is never put in twice */
  _id: string;
  kind: string;
  to: Buffer | null;
  code: string;
  params: Record<string, unknown>;
  /** `delivered`: what is left is the id */
  state: string;
  attempts: number;
  /** when it is tried next, died or was delivered, in milliseconds since 1970 */
  nextAt: number;
  reason: string | null;
  /** counts claims */
  fence: number;
  /** until when somebody holds it, in milliseconds; 0: nobody */
  until: number;
}

const text = { type: String, required: true } as const;
const whole = { type: Number, required: true } as const;

const schema = new Schema<OutboxDocument>(
  {
    ...{ _id: text, kind: text, code: text, state: text },
    to: { type: Buffer, default: null },
    params: { type: Schema.Types.Mixed, default: {} },
    ...{ attempts: whole, nextAt: whole, fence: whole, until: whole },
    reason: { type: String, default: null },
  },
  // `minimize` would leave out a letter without parameters
  { collection: 'outbox', strict: 'throw', versionKey: false, id: false, minimize: false },
);
schema.index({ state: 1, nextAt: 1 });

/** The model of the outbox on this connection. */
export function outboxModel(connection: Connection) {
  return connection.model('Outbox', schema);
}
