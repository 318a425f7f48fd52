import type { Connection } from 'mongoose';
import type { ArticleViews } from '../domain/articles/ports.js';
import { articleViewsModel } from './article-views.schema.js';
import { stored } from './errors.js';
import { fieldsOf } from './fields.js';
import { upsert } from './upsert.js';

const { text, whole } = fieldsOf('article-views');

/** Views by article and day. */
export function createArticleViewStore(connection: Connection): ArticleViews {
  const model = articleViewsModel(connection);
  const counter = (article: string, day: string) => ({ _id: `${article}/${day}` });
  return {
    /**
     * First the documents that are missing are made, with 0, then all are counted up. Only the first can meet a
     * duplicate, of another process, and it may be done again; counting twice would be wrong.
     */
    async add(counts) {
      if (counts.length === 0) return;
      const made = counts.map(({ article, day }) => ({
        updateOne: {
          filter: counter(article, day),
          update: { $setOnInsert: { article, day, views: 0 } },
          upsert: true,
        },
      }));
      const counted = counts.map(({ article, day, views }) => ({
        updateOne: { filter: counter(article, day), update: { $inc: { views } } },
      }));
      await upsert(() => model.bulkWrite(made, { ordered: false }));
      await stored(() => model.bulkWrite(counted, { ordered: false }));
    },
    async of(article) {
      const found = await stored(() => model.find({ article }).sort({ day: 1 }).lean());
      return found.map(({ day, views }) => ({ day: text(day), views: whole(views) }));
    },
  };
}
