import { describe, expect, test } from '@jest/globals';
import type { Article } from '../../../domain/articles/article.js';
import type { Articles } from '../../../domain/articles/ports.js';
import { DomainError } from '../../../domain/errors.js';
import { fullArticle, someArticle, someContent, someLive, somePublished } from '../articles.js';
import { describeArticleListsContract } from './article-lists.contract.js';
import { describeLiveArticlesContract } from './live-articles.contract.js';

const taken = new DomainError('article.slug_taken');
const emptyContent = someContent({
  ...{ texts: { zh: null, en: { title: '', digest: '', body: '', coverAlt: '' } } },
  ...{ author: '', cover: null, tags: [], category: null, sources: [] },
});

/** The article one revision on. */
const next = (article: Article, changes: Partial<Article> = {}): Article => ({
  ...article,
  ...changes,
  revision: article.revision + 1,
});

/** What every Articles promises. `make` gives an empty one. */
export function describeArticlesContract(name: string, make: () => Promise<Articles>): void {
  const holding = async (...some: Article[]) => {
    const articles = await make();
    for (const article of some) await articles.insert(article);
    return articles;
  };

  describe(`${name}: articles`, () => {
    test.each([
      ['with something in every field', fullArticle()],
      ['with nothing but what it must have', someArticle({ content: emptyContent, events: [] })],
      [
        'that goes nowhere but to its page',
        someArticle({ plan: { at: 5, platform: { way: 'none' } }, state: 'scheduled' }),
      ],
      [
        'that goes quietly',
        someArticle({ plan: { at: 5, platform: { way: 'quiet' } }, state: 'about_to_go' }),
      ],
    ])('an article %s comes back as it was put, by id and by address', async (_, article) => {
      const articles = await holding(article);
      expect(await articles.byId(article.id)).toEqual(article);
      expect(await articles.bySlug(article.slug)).toEqual(article);
    });

    test('what is not there is null', async () => {
      const articles = await holding(someArticle());
      expect(await articles.byId('f'.repeat(32))).toBeNull();
      expect(await articles.bySlug('nowhere')).toBeNull();
    });

    test('another article under the same address is slug_taken, and the first stays', async () => {
      const article = someArticle();
      const articles = await holding(article);
      const other = someArticle({ slug: article.slug });
      await expect(articles.insert(other)).rejects.toThrow(taken);
      expect(await articles.byId(other.id)).toBeNull();
      expect(await articles.bySlug(article.slug)).toEqual(article);
    });

    test('a number that another article has is refused', async () => {
      const article = somePublished();
      const articles = await holding(article);
      const other = somePublished({ live: someLive({ number: article.live?.number ?? 0 }) });
      await expect(articles.insert(other)).rejects.toThrow(new DomainError('internal.unexpected'));
      expect(await articles.byId(other.id)).toBeNull();
    });

    test('of ten who put articles under one address at once one succeeds', async () => {
      const articles = await make();
      const some = Array.from({ length: 10 }, () => someArticle({ slug: 'same' }));
      const put = await Promise.allSettled(some.map((article) => articles.insert(article)));
      expect(put.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    test('a write goes over the revision before it and over no other', async () => {
      const article = someArticle({ revision: 3 });
      const articles = await holding(article);
      const second = fullArticle({ id: article.id, slug: article.slug, revision: 4 });
      expect(await articles.replace(second)).toBe(true);
      expect(await articles.byId(article.id)).toEqual(second);
      for (const revision of [3, 4, 6]) expect(await articles.replace({ ...article, revision })).toBe(false);
      expect(await articles.replace(next(someArticle()))).toBe(false);
      expect(await articles.byId(article.id)).toEqual(second);
    });

    test('a write takes away what is no longer in the article', async () => {
      const article = fullArticle();
      const articles = await holding(article);
      const bare = next(article, {
        plan: null,
        live: null,
        platform: null,
        comments: [],
        content: emptyContent,
      });
      expect(await articles.replace(bare)).toBe(true);
      expect(await articles.byId(article.id)).toEqual(bare);
    });

    test('of ten who write over one revision at once one does it', async () => {
      const article = someArticle();
      const articles = await holding(article);
      const writes = Array.from({ length: 10 }, (_, i) => next(article, { editedBy: `editor-${i}` }));
      const done = await Promise.all(writes.map((write) => articles.replace(write)));
      expect(done.filter(Boolean)).toHaveLength(1);
      expect(await articles.byId(article.id)).toEqual(writes[done.indexOf(true)]);
    });

    test('an address that is given up is free for another', async () => {
      const article = someArticle();
      const articles = await holding(article);
      await articles.replace(next(article, { slug: 'new-address' }));
      expect(await articles.bySlug(article.slug)).toBeNull();
      await articles.insert(someArticle({ slug: article.slug }));
      expect((await articles.bySlug('new-address'))?.id).toBe(article.id);
    });

    test('a write to an address that another has is slug_taken, and nothing is written', async () => {
      const [article, other] = [someArticle(), someArticle()];
      const articles = await holding(article, other);
      await expect(articles.replace(next(article, { slug: other.slug }))).rejects.toThrow(taken);
      expect(await articles.byId(article.id)).toEqual(article);
    });

    test('nobody who gave or got an article changes the one that is kept', async () => {
      const given = fullArticle();
      const before = structuredClone(given);
      const articles = await holding(given);
      const got = await articles.byId(given.id);
      for (const article of [given, got]) {
        Object.assign(article?.content ?? {}, { author: 'somebody else' });
        Object.assign(article?.live?.content.texts.zh ?? {}, { title: '' });
        Object.assign(article?.comments[0] ?? {}, { resolved: false });
      }
      expect(await articles.byId(before.id)).toEqual(before);
    });
  });

  describeArticleListsContract(name, holding);
  describeLiveArticlesContract(name, holding);
}
