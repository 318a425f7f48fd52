import { type Connection, Schema } from 'mongoose';
import { part } from './article-content.schema.js';
import { type InLangsDocument, type NoticeTextDocument, noticeTextsSchema } from './notice.schema.js';

export interface TallyDocument {
  sent: number;
  /** by reason */
  skipped: Record<string, number>;
  doubt: number;
}

export interface SendDocument {
  /** `<occurrence>.<way>`: that there is one of each is the database's to keep */
  _id: string;
  occurrence: string;
  way: string;
  tag: number | null;
  article: string | null;
  texts: InLangsDocument<NoticeTextDocument>;
  on: string;
  page: string;
  until: number;
  key: string;
  state: string;
  stateAt: number;
  reason: string | null;
  resumeAt: number | null;
  progress: TallyDocument & {
    total: number | null;
    startedAt: number | null;
    finishedAt: number | null;
    cursor: string | null;
  };
  counted: TallyDocument;
  progressAt: number;
  limits: { concurrency: number; perSecond: number | null };
  template: string | null;
  mass: { attempt: number; draftId: string | null; prepared: boolean; calledAt: number | null } | null;
  jobId: string | null;
  fence: number;
  beat: number;
  leaseUntil: number;
  /** whether what became of each recipient still lies in their consents */
  kept: boolean;
}

const named = { type: String, required: true } as const;
const orNull = { type: String, default: null } as const;
const whole = { type: Number, required: true } as const;
const wholeOrNull = { type: Number, default: null } as const;
const flag = { type: Boolean, required: true } as const;
const tally = { sent: whole, skipped: { type: Schema.Types.Mixed, required: true }, doubt: whole } as const;

const keepEmpty = { ...part, minimize: false } as const;
const progress = new Schema(
  { ...tally, total: wholeOrNull, startedAt: wholeOrNull, finishedAt: wholeOrNull, cursor: orNull },
  keepEmpty,
);
const mass = new Schema({ attempt: whole, draftId: orNull, prepared: flag, calledAt: wholeOrNull }, part);

const schema = new Schema<SendDocument>(
  {
    ...{ _id: named, occurrence: named, way: named, tag: wholeOrNull, article: orNull },
    texts: { type: noticeTextsSchema, required: true },
    ...{ on: named, page: named, until: whole, key: named },
    ...{ state: named, stateAt: whole, reason: orNull, resumeAt: wholeOrNull },
    progress: { type: progress, required: true },
    counted: { type: new Schema(tally, keepEmpty), required: true },
    progressAt: whole,
    limits: { type: new Schema({ concurrency: whole, perSecond: wholeOrNull }, part), required: true },
    ...{ template: orNull, mass: { type: mass, default: null }, jobId: orNull },
    ...{ fence: whole, beat: whole, leaseUntil: whole, kept: flag },
  },
  { collection: 'sends', strict: 'throw', versionKey: false, id: false, minimize: false },
);
schema.index({ occurrence: 1, way: 1 });
schema.index({ state: 1, _id: 1 });
schema.index({ jobId: 1 });

/** The model of sends on this connection. */
export function sendModel(connection: Connection) {
  return connection.model('Send', schema);
}
