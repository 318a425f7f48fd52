import { type Connection, Schema } from 'mongoose';

/** The one document of its kind: what was told of work on the desk. */
export interface WorkMarkDocument {
  /** always `work` */
  _id: string;
  revision: number;
  /** the hour of the last look, counted from 1970 */
  hour: number;
  toldOn: string | null;
  sentAt: number;
  sentId: string;
}

const whole = { type: Number, required: true } as const;

const schema = new Schema<WorkMarkDocument>(
  {
    _id: { type: String, required: true },
    ...{ revision: whole, hour: whole, sentAt: whole },
    toldOn: { type: String, default: null },
    sentId: { type: String, default: '' },
  },
  { collection: 'alerts', strict: 'throw', versionKey: false, id: false },
);

/** The model of what was told on this connection. */
export function workMarkModel(connection: Connection) {
  return connection.model('WorkMark', schema);
}
