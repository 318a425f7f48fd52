import { type Connection, Schema } from 'mongoose';

/** How often an article was asked for on a day: a sum, and nothing about who asked. */
export interface ArticleViewsDocument {
  /** article and day */
  _id: string;
  article: string;
  day: string;
  views: number;
}

const text = { type: String, required: true } as const;

const schema = new Schema<ArticleViewsDocument>(
  { _id: text, article: text, day: text, views: { type: Number, required: true } },
  { collection: 'article-views', strict: 'throw', versionKey: false, id: false },
);
schema.index({ article: 1, day: 1 });

/** The model of articles' views on this connection. */
export function articleViewsModel(connection: Connection) {
  return connection.model('ArticleViews', schema);
}
