import type { Article } from '../../../domain/articles/article.js';
import { lineOf } from '../../../domain/articles/article-line.js';
import type { Articles, LiveArticle } from '../../../domain/articles/ports.js';
import { DomainError } from '../../../domain/errors.js';
import { fromCursor, toCursor } from '../../../models/article.cursor.js';

/** Articles in memory; `stored` shows them by id. */
export function memoryArticles(
  ...first: readonly Article[]
): Articles & { readonly stored: Map<string, Article> } {
  const stored = new Map<string, Article>();
  let numbers = 0;
  let liveChanges = 0;
  const all = (): Article[] => structuredClone([...stored.values()]);

  const put = (article: Article): void => {
    for (const other of stored.values()) {
      if (other.id === article.id) continue;
      if (article.live && other.live?.number === article.live.number)
        throw new DomainError('internal.unexpected');
      if (other.slug === article.slug) throw new DomainError('article.slug_taken');
    }
    const before = stored.get(article.id);
    if (JSON.stringify(before?.live ?? null) !== JSON.stringify(article.live)) liveChanges += 1;
    stored.set(article.id, structuredClone(article));
  };
  first.forEach(put);

  return {
    stored,
    async insert(article) {
      if (stored.has(article.id)) throw new DomainError('article.slug_taken');
      put(article);
    },
    async byId(id) {
      return structuredClone(stored.get(id) ?? null);
    },
    async bySlug(slug) {
      return all().find((article) => article.slug === slug) ?? null;
    },
    async replace(article) {
      if (stored.get(article.id)?.revision !== article.revision - 1) return false;
      put(article);
      return true;
    },
    async list({ states, kind }, { after, limit }) {
      const place = after === null ? null : fromCursor(after);
      const found = all()
        .filter(({ state }) => states?.includes(state) ?? true)
        .filter(({ content }) => kind === undefined || content.kind === kind)
        .filter((article) => place === null || inList(place, article) < 0)
        .sort(inList);
      const items = found.slice(0, limit).map(lineOf);
      const last = items.at(-1);
      return { items, next: found.length > limit && last ? toCursor(last) : null };
    },
    async due(states, by, limit) {
      const at = ({ plan }: Article): number => plan?.at ?? Infinity;
      return all()
        .filter((article) => states.includes(article.state) && at(article) <= by)
        .sort((a, b) => at(a) - at(b) || byId(a, b))
        .slice(0, limit);
    },
    async planned(from, to) {
      const moment = ({ plan, live }: Article): number | undefined =>
        [plan?.at, live?.at].find((at) => at !== undefined && at >= from && at < to);
      return all()
        .flatMap((article) => {
          const at = moment(article);
          return at === undefined ? [] : [{ article, at }];
        })
        .sort((a, b) => a.at - b.at || byId(a.article, b.article))
        .map(({ article }) => lineOf(article));
    },
    async live() {
      return all().flatMap(({ id, slug, live }): LiveArticle[] => (live ? [{ id, slug, ...live }] : []));
    },
    async liveMark() {
      return String(liveChanges);
    },
    async sentBetween(from, to) {
      return all()
        .flatMap(({ events }) => events)
        .filter(({ what, detail, at }) => what === 'go' && detail === 'send' && at >= from && at < to).length;
    },
    async nextNumber() {
      return (numbers += 1);
    },
  };
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

type Placed = Pick<Article, 'id' | 'stateAt'>;
const inList = (a: Placed, b: Placed): number => b.stateAt - a.stateAt || byId(a, b);
