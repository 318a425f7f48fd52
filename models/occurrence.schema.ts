import { type Connection, Schema } from 'mongoose';
import { part } from './article-content.schema.js';
import {
  type InLangsDocument,
  type NoticeTextDocument,
  noticeTextsSchema,
  type NoticeWaysDocument,
  noticeWaysSchema,
} from './notice.schema.js';

/** One notice on one date in one document: words, time, review, what became of it. It names no recipient. */
export interface OccurrenceDocument {
  /** `<notice>.<nominal day>.<lead>`: that there is one of each is the database's to keep */
  _id: string;
  notice: string;
  revision: number;
  basis: number;
  nominal: string;
  on: string;
  lead: number;
  state: string;
  stateAt: number;
  at: number;
  windowEndsAt: number;
  templates: InLangsDocument<NoticeTextDocument>;
  texts: InLangsDocument<NoticeTextDocument>;
  article: string | null;
  ways: NoticeWaysDocument;
  createdFrom: string;
  followsRule: boolean;
  touched: boolean;
  moved: boolean;
  confirmed: boolean;
  editedBy: string | null;
  editedAt: number;
  submittedBy: string | null;
  approvedBy: string | null;
  checks: string[];
  notes: { by: string; at: number; text: string }[];
  startedAt: number | null;
  outcome: WayOutcomeDocument[] | null;
  events: { at: number; by: string | null; what: string; detail: string | null }[];
}

export interface WayOutcomeDocument {
  way: string;
  state: string;
  sent: number;
  skipped: number;
  doubt: number;
  reason: string | null;
}

const named = { type: String, required: true } as const;
const orNull = { type: String, default: null } as const;
const whole = { type: Number, required: true } as const;
const flag = { type: Boolean, required: true } as const;

const note = new Schema({ by: named, at: whole, text: named }, part);
const event = new Schema({ at: whole, by: orNull, what: named, detail: orNull }, part);
const wayOutcome = new Schema(
  { way: named, state: named, sent: whole, skipped: whole, doubt: whole, reason: orNull },
  part,
);

const schema = new Schema<OccurrenceDocument>(
  {
    ...{ _id: named, notice: named, revision: whole, basis: whole, nominal: named, on: named, lead: whole },
    ...{ state: named, stateAt: whole, at: whole, windowEndsAt: whole },
    templates: { type: noticeTextsSchema, required: true },
    texts: { type: noticeTextsSchema, required: true },
    article: orNull,
    ways: { type: noticeWaysSchema, required: true },
    ...{ createdFrom: named, followsRule: flag, touched: flag, moved: flag, confirmed: flag },
    ...{ editedBy: orNull, editedAt: whole, submittedBy: orNull, approvedBy: orNull },
    checks: [String],
    notes: [note],
    startedAt: { type: Number, default: null },
    outcome: { type: [wayOutcome], default: null },
    events: [event],
  },
  { collection: 'occurrences', strict: 'throw', versionKey: false, id: false, minimize: false },
);
schema.index({ notice: 1, nominal: 1, _id: 1 });
schema.index({ at: 1, _id: 1 });
schema.index({ state: 1, at: 1, _id: 1 });

/** The model of occurrences on this connection. */
export function occurrenceModel(connection: Connection) {
  return connection.model('Occurrence', schema);
}
