import type { Connection } from 'mongoose';
import type { DayReaders } from '../domain/articles/figures.js';
import type { ArticleReaders } from '../domain/articles/ports.js';
import { articleReadersModel } from './article-readers.schema.js';
import { articleFieldsOf } from './article.fields.js';
import { stored, unlessDuplicate } from './errors.js';
import { upsert } from './upsert.js';

const { text, whole, list, part } = articleFieldsOf('article-readers');

/** Readers on the platform, one document for each copy of an article. */
export function createArticleReaderStore(connection: Connection): ArticleReaders {
  const model = articleReadersModel(connection);
  return {
    async claim(article, copy, day) {
      const before = { _id: copy, askedOn: { $lt: day } };
      const asked = await stored(() => model.updateOne(before, { $set: { askedOn: day } }));
      if (asked.matchedCount === 1) return true;
      const first = { _id: copy, article, askedOn: day, days: null };
      return (await unlessDuplicate(() => model.create(first), null)) !== null;
    },
    async put(article, copy, days) {
      const known = days.map(({ day, readers }) => ({ day, readers }));
      // `askedOn` before any day: whoever has not claimed it has not asked
      const change = { $set: { days: known }, $setOnInsert: { article, askedOn: '0000-00-00' } };
      await upsert(() => model.updateOne({ _id: copy }, change, { upsert: true }));
    },
    async of(article) {
      const found = await stored(() => model.find({ article }).lean());
      const told = found.flatMap(({ days }) => (days === null ? [] : [list(days).map(toDay)]));
      return told.length === 0 ? null : summed(told.flat());
    },
  };
}

function toDay(document: DayReaders): DayReaders {
  const { day, readers } = part(document);
  return { day: text(day), readers: whole(readers) };
}

function summed(days: readonly DayReaders[]): readonly DayReaders[] {
  const sums = new Map<string, number>();
  for (const { day, readers } of days) sums.set(day, (sums.get(day) ?? 0) + readers);
  return [...sums]
    .map(([day, readers]) => ({ day, readers }))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
}
