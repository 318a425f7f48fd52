import { type Connection, Schema } from 'mongoose';

/** One document a job. What an earlier version wrote has the first three fields alone. */
export interface RunsDocument {
  _id: string;
  /** the last slot that is done; '': none */
  slot: string;
  /** until when somebody holds the job, in milliseconds; 0: nobody */
  until: number;
  /** when somebody asked for a run, in milliseconds; 0: nobody */
  asked?: number;
  /** how the last run ended */
  lastRunAt?: number;
  ms?: number;
  found?: number | null;
  done?: number | null;
  failed?: number;
  failure?: string | null;
  /** failed in a row */
  failures?: number;
  lastFailureAt?: number;
}

const text = { type: String, required: true } as const;
const whole = { type: Number, required: true } as const;

const schema = new Schema<RunsDocument>(
  {
    ...{ _id: text, slot: text, until: whole, asked: Number },
    ...{ lastRunAt: Number, ms: Number, found: Number, done: Number, failed: Number },
    ...{ failure: String, failures: Number, lastFailureAt: Number },
  },
  { collection: 'runs', strict: 'throw', versionKey: false, id: false },
);

/** The model of the clockwork's record on this connection. */
export function runsModel(connection: Connection) {
  return connection.model('Runs', schema);
}
