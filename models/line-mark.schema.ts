import { type Connection, Schema } from 'mongoose';

/** The one document of its kind: which data folders belong to this database, and whether the line is held. */
export interface LineMarkDocument {
  /** always `line` */
  _id: string;
  revision: number;
  folders: { id: string; place: string | null }[];
  hold: { since: number; why: string } | null;
}

const text = { type: String, required: true } as const;
const whole = { type: Number, required: true } as const;
const inner = { _id: false, id: false, strict: 'throw' } as const;

const schema = new Schema<LineMarkDocument>(
  {
    _id: text,
    revision: whole,
    folders: { type: [new Schema({ id: text, place: { type: String, default: null } }, inner)] },
    hold: { type: new Schema({ since: whole, why: text }, inner), default: null },
  },
  { collection: 'line-marks', strict: 'throw', versionKey: false, id: false },
);

/** The model of the line's mark on this connection. */
export function lineMarkModel(connection: Connection) {
  return connection.model('LineMark', schema);
}
