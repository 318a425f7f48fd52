import { type Connection, Schema } from 'mongoose';

/** What the platform said of one copy of an article: numbers by day, and nothing about who. */
export interface ArticleReadersDocument {
  /** the copy */
  _id: string;
  article: string;
  /** the last day on which the platform was asked */
  askedOn: string;
  /** null: it has not said anything */
  days: { day: string; readers: number }[] | null;
}

const text = { type: String, required: true } as const;
const day = new Schema({ day: text, readers: { type: Number, required: true } }, { _id: false, id: false });

const schema = new Schema<ArticleReadersDocument>(
  { _id: text, article: text, askedOn: text, days: { type: [day], default: null } },
  { collection: 'article-readers', strict: 'throw', versionKey: false, id: false },
);
schema.index({ article: 1 });

/** The model of articles' readers on the platform, on this connection. */
export function articleReadersModel(connection: Connection) {
  return connection.model('ArticleReaders', schema);
}
