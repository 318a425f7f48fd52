import { type Connection, Schema } from 'mongoose';

/** One document: the last number that an article was given. */
export interface ArticleNumbersDocument {
  _id: string;
  last: number;
}

const schema = new Schema<ArticleNumbersDocument>(
  { _id: { type: String, required: true }, last: { type: Number, required: true } },
  { collection: 'article-numbers', strict: 'throw', versionKey: false, id: false },
);

/** The model of the counter of articles on this connection. */
export function articleNumbersModel(connection: Connection) {
  return connection.model('ArticleNumbers', schema);
}
