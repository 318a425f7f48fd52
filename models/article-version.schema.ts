import { type Connection, Schema } from 'mongoose';
import { type ContentDocument, contentSchema } from './article-content.schema.js';

export interface ArticleVersionDocument {
  /** article and revision: so one revision is kept once */
  _id: string;
  article: string;
  revision: number;
  at: number;
  by: string;
  why: string;
  content: ContentDocument;
}

const text = { type: String, required: true } as const;
const whole = { type: Number, required: true } as const;

const schema = new Schema<ArticleVersionDocument>(
  {
    _id: text,
    article: text,
    revision: whole,
    at: whole,
    by: text,
    why: text,
    content: { type: contentSchema, required: true },
  },
  { collection: 'article-versions', strict: 'throw', versionKey: false, id: false, minimize: false },
);
schema.index({ article: 1, revision: -1 }, { unique: true });

/** The model of articles' kept versions on this connection. */
export function articleVersionModel(connection: Connection) {
  return connection.model('ArticleVersion', schema);
}
