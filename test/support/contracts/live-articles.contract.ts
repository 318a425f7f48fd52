import { describe, expect, test } from '@jest/globals';
import type { Article, Live } from '../../../domain/articles/article.js';
import type { Articles } from '../../../domain/articles/ports.js';
import { madeAt, someArticle, someContent, someLive, somePublished } from '../articles.js';

type Holding = (...some: Article[]) => Promise<Articles>;
const later = madeAt + 60_000;

/** What every Articles promises of what readers see. `holding` gives one with these articles. */
export function describeLiveArticlesContract(name: string, holding: Holding): void {
  /** Writes the articles one after the other, and answers whether the mark after it is another one. */
  const changesMark = async (articles: Articles, ...writes: Article[]): Promise<boolean> => {
    const before = await articles.liveMark();
    for (const write of writes) expect(await articles.replace(write)).toBe(true);
    return (await articles.liveMark()) !== before;
  };
  const next = (article: Article, changes: Partial<Article>): Article => ({
    ...article,
    ...changes,
    revision: article.revision + 1,
  });
  const again = (article: Article, at: number): Partial<Live> => ({ ...article.live, at });

  describe(`${name}: live articles`, () => {
    test('live is the copy that readers see of every article that has one', async () => {
      const edited = somePublished({ state: 'draft', content: someContent({ author: 'another' }) });
      const [published, draft] = [somePublished(), someArticle()];
      const articles = await holding(edited, published, draft, someArticle({ state: 'withdrawn' }));
      const live = await articles.live();
      const expected = [edited, published].map(({ id, slug, live: copy }) => ({ id, slug, ...copy }));
      expect(live).toHaveLength(2);
      expect(live).toEqual(expect.arrayContaining(expected));
    });

    test('the mark stays while nothing of it changes: reading, drafts, comments', async () => {
      const [published, draft] = [somePublished(), someArticle()];
      const articles = await holding(published, draft);
      const mark = await articles.liveMark();
      await articles.live();
      await articles.insert(someArticle());
      await articles.replace(next(draft, { state: 'in_review', stateAt: later }));
      await articles.replace(
        next(published, { state: 'draft', stateAt: later, content: someContent({ tags: [] }) }),
      );
      expect(await articles.liveMark()).toBe(mark);
    });

    test('publishing, publishing anew and withdrawing each give another mark', async () => {
      const draft = someArticle();
      const articles = await holding(somePublished(), draft);
      const live = someLive({ at: later });
      const first = next(draft, { state: 'submitted', stateAt: later, live });
      expect(await changesMark(articles, first)).toBe(true);
      const second = next(first, { stateAt: later + 1, live: { ...live, at: later + 1 } });
      expect(await changesMark(articles, second)).toBe(true);
      const third = next(second, { state: 'withdrawn', stateAt: later + 2, live: null });
      expect(await changesMark(articles, third)).toBe(true);
    });

    test('withdrawing what was published long ago gives another mark', async () => {
      const old = somePublished();
      const newer = Array.from({ length: 12 }, (_, i) =>
        somePublished({ live: someLive({ at: later + i }) }),
      );
      const articles = await holding(old, ...newer);
      const withdrawn = next(old, { state: 'withdrawn', stateAt: later, live: null });
      expect(await changesMark(articles, withdrawn)).toBe(true);
    });

    test('an article published at the moment of the latest publication gives another mark', async () => {
      const [one, two] = [somePublished(), somePublished()];
      const articles = await holding(one, two);
      const first = next(one, { live: someLive(again(one, later)) });
      const second = next(two, { live: someLive(again(two, later)) });
      expect(await changesMark(articles, first)).toBe(true);
      expect(await changesMark(articles, second)).toBe(true);
    });

    test('one withdrawn and one published between two looks give another mark, also in one moment', async () => {
      const [one, draft] = [somePublished(), someArticle()];
      const articles = await holding(one, draft, somePublished({ live: someLive({ at: later }) }));
      const withdrawn = next(one, { state: 'withdrawn', stateAt: later, live: null });
      const published = next(draft, { state: 'submitted', stateAt: later, live: someLive({ at: later }) });
      expect(await changesMark(articles, withdrawn, published)).toBe(true);
    });

    test('a publication by a clock that is behind gives another mark', async () => {
      const some = Array.from({ length: 6 }, (_, i) => somePublished({ live: someLive({ at: later + i }) }));
      const one = somePublished();
      const articles = await holding(...some, one);
      expect(await changesMark(articles, next(one, { live: someLive(again(one, madeAt + 1)) }))).toBe(true);
    });

    test('numbers count from 1, and of a hundred taken at once none is given twice', async () => {
      const articles = await holding();
      expect([await articles.nextNumber(), await articles.nextNumber()]).toEqual([1, 2]);
      const numbers = await Promise.all(Array.from({ length: 100 }, () => articles.nextNumber()));
      expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 3));
    });
  });
}
