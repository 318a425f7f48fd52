import type { Connection } from 'mongoose';
import { type ArticleNumbersDocument, articleNumbersModel } from './article-numbers.schema.js';
import { fieldsOf } from './fields.js';
import { upsert } from './upsert.js';

const { whole } = fieldsOf('article-numbers');

/** Gives numbers from 1 on, each once, whoever else takes some. One that is not used is lost. */
export function createArticleNumbers(connection: Connection): () => Promise<number> {
  const model = articleNumbersModel(connection);
  const take = () =>
    model
      .findOneAndUpdate(
        { _id: 'articles' },
        { $inc: { last: 1 } },
        { upsert: true, returnDocument: 'before' },
      )
      .lean<ArticleNumbersDocument | null>();
  return async () => {
    const before = await upsert(take);
    return before === null ? 1 : whole(before.last) + 1;
  };
}
