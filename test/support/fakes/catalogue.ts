import type { ArticleLang } from '../../../domain/articles/article.js';
import type { Catalogue, Edition, LiveArticle, Page } from '../../../domain/articles/ports.js';
import { DomainError } from '../../../domain/errors.js';

/** Published articles in memory, searched by the words as they stand. */
export function memoryCatalogue(...first: readonly LiveArticle[]): Catalogue & {
  /** Another one, or another copy of one that is there; the mark changes. */
  publish(article: LiveArticle): void;
  withdraw(slug: string): void;
} {
  const articles = new Map(first.map((article) => [article.slug, article]));
  let changes = 0;
  const newestFirst = () => [...articles.values()].sort((a, b) => b.firstAt - a.firstAt);

  return {
    async list(lang, { kind, after, limit }) {
      const found = newestFirst().filter(({ content }) => kind === undefined || content.kind === kind);
      return pageOf(found, lang, after, limit);
    },
    async search(lang, words, { after, limit }) {
      const found = newestFirst().filter((article) => {
        const { title, digest, body } = edition(article, lang).text;
        return `${title} ${digest} ${body}`.toLowerCase().includes(words.toLowerCase());
      });
      return pageOf(found, lang, after, limit);
    },
    async bySlug(slug, lang) {
      const article = articles.get(slug);
      return article === undefined ? null : edition(article, lang);
    },
    async byNumber(number, lang) {
      const article = newestFirst().find((each) => each.number === number);
      return article === undefined ? null : edition(article, lang);
    },
    async mark() {
      return String(changes);
    },
    publish(article) {
      articles.set(article.slug, article);
      changes += 1;
    },
    withdraw(slug) {
      articles.delete(slug);
      changes += 1;
    },
  };
}

function edition(article: LiveArticle, asked: ArticleLang): Edition {
  const { slug, number, content } = article;
  const lang = content.texts[asked] !== null ? asked : asked === 'zh' ? 'en' : 'zh';
  const text = content.texts[lang];
  if (text === null) throw new Error('an article without a text');
  return { slug, number, kind: content.kind, lang, text, article };
}

/** The cursor is the number of articles before it. */
function pageOf(
  found: readonly LiveArticle[],
  lang: ArticleLang,
  after: string | undefined,
  limit: number,
): Page<Edition> {
  if (after !== undefined && !/^\d+$/.test(after)) throw new DomainError('request.invalid');
  const from = Number(after ?? 0);
  const items = found.slice(from, from + limit).map((article) => edition(article, lang));
  return { items, next: from + limit < found.length ? String(from + limit) : null };
}
