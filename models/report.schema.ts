import { type Connection, Schema } from 'mongoose';

/** All that is in clear beside sealed bytes; docs/threat-model.md says why each field may be, a test says there is no other. */
export interface ReportDocument {
  _id: string;
  caseNumber: string;
  proofHash: Buffer;
  wrappedThread: Buffer;
  contentPk: Buffer;
  threadPk: Buffer;
  envelopes: { to: string; of: string; box: Buffer }[];
  items: ItemDocument[];
  way: string;
  state: string;
  receivedDay: string;
  dueDay: string;
  outcome?: string;
  retentionDay?: string;
  unread: { desk: boolean; reporter: boolean };
}

export interface ItemDocument {
  id: string;
  purpose: string;
  box: Buffer;
  day: string;
  by?: string;
}

const text = { type: String, required: true } as const;
const bytes = { type: Buffer, required: true } as const;
const flag = { type: Boolean, required: true } as const;
const part = { _id: false, id: false, strict: 'throw' } as const;

const envelope = new Schema({ to: text, of: text, box: bytes }, part);
const item = new Schema({ id: text, purpose: text, box: bytes, day: text, by: String }, part);
const unread = new Schema({ desk: flag, reporter: flag }, part);

const schema = new Schema<ReportDocument>(
  {
    _id: text,
    caseNumber: text,
    proofHash: bytes,
    wrappedThread: bytes,
    contentPk: bytes,
    threadPk: bytes,
    envelopes: { type: [envelope], required: true },
    items: { type: [item], required: true },
    way: text,
    state: text,
    receivedDay: text,
    dueDay: text,
    outcome: String,
    retentionDay: String,
    unread: { type: unread, required: true },
  },
  { collection: 'reports', strict: 'throw', versionKey: false, id: false },
);
schema.index({ caseNumber: 1 }, { unique: true });
schema.index({ proofHash: 1 }, { unique: true });

/** The model of sealed reports on this connection. */
export function reportModel(connection: Connection) {
  return connection.model('Report', schema);
}
