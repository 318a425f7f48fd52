/** Pages of editions, and where the next one begins, whatever came and went in between. */
import type { Edition, Page } from '../../domain/articles/ports.js';
import { writeCursor, type Place } from './cursor.js';

export interface PageWish {
  /** the article that ended the page before; null: the first page */
  readonly after: Place | null;
  readonly limit: number;
}

/** By date: where the last article is gone, those published before it follow. */
export function pageByDate(editions: readonly Edition[], { after, limit }: PageWish): Page<Edition> {
  const start = after === null ? 0 : startBehind(editions, after, isBefore(after));
  return pageFrom('list', editions, start, limit, ({ article }) => article.firstAt);
}

const isBefore =
  ({ value, number }: Place) =>
  ({ article: { firstAt }, number: other }: Edition): boolean =>
    firstAt < value || (firstAt === value && other < number);

/** By how well they fit: where the last article is gone, what has moved up to its place follows. */
export function pageByFit(editions: readonly Edition[], { after, limit }: PageWish): Page<Edition> {
  const start = after === null ? 0 : startBehind(editions, after, (_, i) => i >= after.value);
  return pageFrom('search', editions, start, limit, (_, i) => i);
}

function startBehind(
  editions: readonly Edition[],
  { number }: Place,
  mayFollow: (edition: Edition, i: number) => boolean,
): number {
  const at = editions.findIndex((edition) => edition.number === number);
  const behind = at === -1 ? editions.findIndex(mayFollow) : at + 1;
  return behind === -1 ? editions.length : behind;
}

function pageFrom(
  kind: 'list' | 'search',
  editions: readonly Edition[],
  start: number,
  limit: number,
  valueOf: (edition: Edition, i: number) => number,
): Page<Edition> {
  const items = editions.slice(start, start + limit);
  const last = items.at(-1);
  const end = start + items.length;
  if (last === undefined || end >= editions.length) return { items, next: null };
  return { items, next: writeCursor(kind, { value: valueOf(last, end - 1), number: last.number }) };
}
