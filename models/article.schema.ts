import { type Connection, Schema } from 'mongoose';
import { type ContentDocument, contentSchema, part } from './article-content.schema.js';

/** An article in one document: what is written, what is planned, what readers see. Nothing of it is secret. */
export interface ArticleDocument {
  _id: string;
  slug: string;
  revision: number;
  basis: number;
  state: string;
  content: ContentDocument;
  createdBy: string;
  editedBy: string;
  submittedBy: string | null;
  approvedBy: string | null;
  createdAt: number;
  editedAt: number;
  stateAt: number;
  plan: { at: number; platform: WayDocument } | null;
  live: LiveDocument | null;
  platform: PlatformCopyDocument | null;
  comments: CommentDocument[];
  events: EventDocument[];
}

export interface EventDocument {
  at: number;
  by: string | null;
  what: string;
  detail: string | null;
  note?: string;
}

export interface WayDocument {
  way: string;
  tag?: number | null;
}

export interface LiveDocument {
  content: ContentDocument;
  number: number;
  firstAt: number;
  at: number;
}

export interface PlatformCopyDocument {
  way: WayDocument;
  draftId: string | null;
  key: string;
  callingSince: number | null;
  jobId: string | null;
  /** documents of before there was one have none */
  dataId?: string | null;
  articleId: string | null;
  url: string | null;
  reason: string | null;
}

export interface CommentDocument {
  id: string;
  by: string;
  at: number;
  lang: string;
  paragraph: string;
  text: string;
  resolved: boolean;
}

const named = { type: String, required: true } as const;
const free = { type: String } as const; // may be empty, which `required` would refuse
const orNull = { type: String, default: null } as const;
const whole = { type: Number, required: true } as const;
const flag = { type: Boolean, required: true } as const;

const way = new Schema({ way: named, tag: Number }, part);
const plan = new Schema({ at: whole, platform: { type: way, required: true } }, part);
const live = new Schema(
  { content: { type: contentSchema, required: true }, number: whole, firstAt: whole, at: whole },
  part,
);
const platformCopy = new Schema(
  {
    way: { type: way, required: true },
    draftId: orNull,
    key: free,
    callingSince: { type: Number, default: null },
    jobId: orNull,
    dataId: orNull,
    articleId: orNull,
    url: orNull,
    reason: orNull,
  },
  part,
);
const comment = new Schema(
  { id: named, by: named, at: whole, lang: named, paragraph: free, text: free, resolved: flag },
  part,
);
const event = new Schema({ at: whole, by: orNull, what: named, detail: orNull, note: free }, part);

const schema = new Schema<ArticleDocument>(
  {
    _id: named,
    slug: named,
    revision: whole,
    basis: whole,
    state: named,
    content: { type: contentSchema, required: true },
    createdBy: named,
    editedBy: named,
    submittedBy: orNull,
    approvedBy: orNull,
    createdAt: whole,
    editedAt: whole,
    stateAt: whole,
    plan: { type: plan, default: null },
    live: { type: live, default: null },
    platform: { type: platformCopy, default: null },
    comments: [comment],
    events: [event],
  },
  { collection: 'articles', strict: 'throw', versionKey: false, id: false, minimize: false },
);
schema.index({ slug: 1 }, { unique: true });
schema.index({ 'live.number': 1 }, { unique: true, sparse: true }); // sparse: what was never published has none
schema.index({ stateAt: -1, _id: 1 });
schema.index({ 'plan.at': 1, _id: 1 });
schema.index({ 'live.at': -1, _id: 1 });

/** The model of articles on this connection. */
export function articleModel(connection: Connection) {
  return connection.model('Article', schema);
}

export type ArticleModel = ReturnType<typeof articleModel>;
