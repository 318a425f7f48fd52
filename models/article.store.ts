import type { Connection } from 'mongoose';
import type { Article, ArticleEvent } from '../domain/articles/article.js';
import type { ArticleLine } from '../domain/articles/article-line.js';
import type { Articles } from '../domain/articles/ports.js';
import { DomainError } from '../domain/errors.js';
import { type LineDocument, ofLine, toLine } from './article-line.mapping.js';
import { createArticleNumbers } from './article-numbers.js';
import { fromCursor, toCursor } from './article.cursor.js';
import { toArticle, toDocument, toEvent, toLiveArticle, toMark } from './article.mapping.js';
import { type ArticleDocument, type ArticleModel, articleModel } from './article.schema.js';
import { stored, unlessDuplicate } from './errors.js';

/** What nobody waits for in a conversation: it reads all that was ever published. */
const whileReadingAll = 15_000;

/** How many of the latest publications the mark names. */
const marked = 8;

const isLive = { 'live.at': { $gte: 0 } } as const;

/** Articles: one article, one document; each write of it is one conditional write. */
export function createArticleStore(connection: Connection): Articles {
  const model = articleModel(connection);
  return {
    async insert(article) {
      const made = await unlessDuplicate(() => model.create(toDocument(article)), null);
      if (made === null) throw await refusal(model, article);
    },

    async byId(id) {
      const found = await stored(() => model.findOne({ _id: id }).lean());
      return found && toArticle(found);
    },

    async bySlug(slug) {
      const found = await stored(() => model.findOne({ slug }).lean());
      return found && toArticle(found);
    },

    async replace(article) {
      const before = { _id: article.id, revision: article.revision - 1 };
      const done = await unlessDuplicate(() => model.replaceOne(before, toDocument(article)), null);
      if (done === null) throw await refusal(model, article);
      return done.matchedCount === 1;
    },

    async list({ states, kind }, { after, limit }) {
      const where = {
        ...(states === undefined ? {} : { state: { $in: [...states] } }),
        ...(kind === undefined ? {} : { 'content.kind': kind }),
        ...(after === null ? {} : following(after)),
      };
      const query = model.find(where, ofLine).sort({ stateAt: -1, _id: 1 });
      const found = await stored(() => query.limit(limit + 1).lean<LineDocument[]>());
      const items = found.slice(0, limit).map(toLine);
      const last = items.at(-1);
      return { items, next: found.length > limit && last ? toCursor(last) : null };
    },

    async due(states, by, limit) {
      const where = { state: { $in: [...states] }, 'plan.at': { $lte: by } };
      const query = model.find(where).sort({ 'plan.at': 1, _id: 1 }).limit(limit);
      return (await stored(() => query.lean())).map(toArticle);
    },

    async planned(from, to) {
      const range = { $gte: from, $lt: to };
      const within = (path: 'plan.at' | 'live.at') =>
        stored(() => model.find({ [path]: range }, ofLine).lean<LineDocument[]>());
      // two reads by an index each: not every server reads one index for each side of an $or
      const found = await Promise.all([within('plan.at'), within('live.at')]);
      const lines = new Map(found.flat().map((document) => [document._id, toLine(document)]));
      return inOrder([...lines.values()], from, to);
    },

    async live() {
      const query = model.find(isLive, { slug: 1, live: 1 });
      return (await stored(() => query.lean(), whileReadingAll)).map(toLiveArticle);
    },

    /**
     * How many articles are live, and which were published last, with the moment. Each copy that readers see has a
     * moment of its own, so publishing gives a new entry, also in the millisecond of another article's; withdrawing
     * changes the count. One of each between two looks leaves the count and not the entries; what is done to a
     * published article's next draft leaves both. Only below eight later moments would a publication stay out of sight:
     * that takes eight in the time of one write, or as many in the time that a clock was set back.
     * Take the mark before `live`: what changes in between gives another mark next time.
     */
    async liveMark() {
      const latest = model.find(isLive, { 'live.at': 1 }).sort({ 'live.at': -1, _id: 1 }).limit(marked);
      const [count, published] = await Promise.all([
        stored(() => model.countDocuments(isLive)),
        stored(() => latest.lean<Pick<ArticleDocument, '_id' | 'live'>[]>()),
      ]);
      return [count, ...published.map(toMark)].join('-');
    },

    async sentBetween(from, to) {
      // which of the events is in time is read here: not every server looks at one element as a whole
      const found = model.find({ 'events.what': 'go', 'events.detail': 'send' }, { events: 1 });
      const documents = await stored(() => found.lean<Pick<ArticleDocument, '_id' | 'events'>[]>());
      return documents
        .flatMap(({ events }) => events.map(toEvent))
        .filter((event) => isSendWithin(event, from, to)).length;
    },

    nextNumber: createArticleNumbers(connection),
  };
}

const isSendWithin = ({ what, detail, at }: ArticleEvent, from: number, to: number): boolean =>
  what === 'go' && detail === 'send' && at >= from && at < to;

/** Which of the unique keys refused is the server's choice: what is there decides. */
async function refusal(model: ArticleModel, { id, live }: Article): Promise<DomainError> {
  const numbered = (number: number) => model.exists({ _id: { $ne: id }, 'live.number': number });
  const numberTaken = live !== null && (await stored(() => numbered(live.number))) !== null;
  return new DomainError(numberTaken ? 'internal.unexpected' : 'article.slug_taken');
}

/** What follows a place in the list. Its first condition says no more than the second, but an index can keep it. */
function following(cursor: string) {
  const { stateAt, id } = fromCursor(cursor);
  return {
    stateAt: { $lte: stateAt },
    $or: [{ stateAt: { $lt: stateAt } }, { stateAt, _id: { $gt: id } }],
  };
}

/** By the moment for which each is in the range. */
function inOrder(lines: readonly ArticleLine[], from: number, to: number): readonly ArticleLine[] {
  const moment = ({ plan, live }: ArticleLine): number =>
    plan !== null && plan.at >= from && plan.at < to ? plan.at : (live?.at ?? 0);
  return lines.toSorted((a, b) => moment(a) - moment(b) || (a.id < b.id ? -1 : 1));
}
