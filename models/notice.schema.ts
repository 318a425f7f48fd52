import { type Connection, Schema } from 'mongoose';
import { part } from './article-content.schema.js';

/** A notice's definition in one document. */
export interface NoticeDocument {
  _id: string;
  revision: number;
  name: InLangsDocument<string>;
  rule: RuleDocument;
  since: number | null;
  at: string;
  texts: InLangsDocument<NoticeTextDocument>;
  article: string | null;
  ways: NoticeWaysDocument;
  leads: number[];
  windowHours: number;
  active: boolean;
  source: string;
  editedBy: string | null;
  editedAt: number;
}

export interface InLangsDocument<T> {
  zh: T;
  en: T;
}

export interface NoticeTextDocument {
  title: string;
  body: string;
}

/** What a kind of rule does not have is not there. */
export interface RuleDocument {
  kind: string;
  month?: number;
  /** of a month; `last` of one of the Chinese calendar */
  day?: number | string;
  leap?: string;
  weekday?: number;
  nth?: number;
  since?: number;
  on?: string;
  moved?: string;
}

export interface NoticeWaysDocument {
  mass: { tag: number | null } | null;
  account: boolean;
  mini: boolean;
}

const named = { type: String, required: true } as const;
const free = { type: String } as const; // may be empty, which `required` would refuse
const orNull = { type: String, default: null } as const;
const whole = { type: Number, required: true } as const;
const flag = { type: Boolean, required: true } as const;

const text = new Schema({ title: free, body: free }, part);
const name = new Schema({ zh: free, en: free }, part);
const mass = new Schema({ tag: { type: Number, default: null } }, part);
const rule = new Schema(
  {
    ...{ kind: named, month: Number, day: Schema.Types.Mixed, leap: String, weekday: Number, nth: Number },
    ...{ since: Number, on: String, moved: String },
  },
  part,
);

/** Words in both languages, and ways, as notices and their occurrences keep them. */
export const noticeTextsSchema = new Schema(
  { zh: { type: text, required: true }, en: { type: text, required: true } },
  part,
);
export const noticeWaysSchema = new Schema(
  { mass: { type: mass, default: null }, account: flag, mini: flag },
  part,
);

const schema = new Schema<NoticeDocument>(
  {
    _id: named,
    revision: whole,
    name: { type: name, required: true },
    rule: { type: rule, required: true },
    since: { type: Number, default: null },
    at: named,
    texts: { type: noticeTextsSchema, required: true },
    article: orNull,
    ways: { type: noticeWaysSchema, required: true },
    leads: [Number],
    windowHours: whole,
    active: flag,
    source: named,
    editedBy: orNull,
    editedAt: whole,
  },
  { collection: 'notices', strict: 'throw', versionKey: false, id: false, minimize: false },
);

/** The model of notices on this connection. */
export function noticeModel(connection: Connection) {
  return connection.model('Notice', schema);
}
