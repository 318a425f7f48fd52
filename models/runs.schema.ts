import { type Connection, Schema } from 'mongoose';

/** One document a job: the last slot that is done, and until when somebody holds it (milliseconds; 0: nobody). */
export interface RunsDocument {
  _id: string;
  slot: string;
  until: number;
}

const schema = new Schema<RunsDocument>(
  {
    _id: { type: String, required: true },
    slot: { type: String, required: true },
    until: { type: Number, required: true },
  },
  { collection: 'runs', strict: 'throw', versionKey: false, id: false },
);

/** The model of the clockwork's record on this connection. */
export function runsModel(connection: Connection) {
  return connection.model('Runs', schema);
}
