import { describe, expect, test } from '@jest/globals';
import type { Article, Comment } from '../../../domain/articles/article.js';
import { lineOf } from '../../../domain/articles/article-line.js';
import type { ArticleFilter, Articles } from '../../../domain/articles/ports.js';
import { DomainError } from '../../../domain/errors.js';
import { fullArticle, someArticle, someContent, someLive, someText } from '../articles.js';

type Holding = (...some: Article[]) => Promise<Articles>;
const idsOf = (some: readonly { id: string }[]): string[] => some.map(({ id }) => id);
const at = (moment: number): Pick<Article, 'plan'> => ({
  plan: { at: moment, platform: { way: 'none' } },
});

const commentsOf = (...resolved: readonly boolean[]): readonly Comment[] =>
  resolved.map((done, n) => ({
    ...{ id: String(n), by: 'vera', at: n, lang: 'en', paragraph: 'Somebody', text: 'Who?', resolved: done },
  }));

/** What every Articles promises of its lists. `holding` gives one with these articles. */
export function describeArticleListsContract(name: string, holding: Holding): void {
  /** Every page of a list, one after the other. */
  const pages = async (articles: Articles, filter: ArticleFilter, limit: number): Promise<string[][]> => {
    const read: string[][] = [];
    for (let after: string | null = null; ;) {
      const { items, next } = await articles.list(filter, { after, limit });
      read.push(idsOf(items));
      if (next === null) return read;
      after = next;
    }
  };

  describe(`${name}: lists of articles`, () => {
    test('a line is the article without its body, also of one without texts and of one that is live', async () => {
      const some = [
        fullArticle({ stateAt: 3, comments: commentsOf(true, false, false) }),
        someArticle({
          ...{ stateAt: 2, submittedBy: 'ed' },
          content: someContent({ texts: { zh: null, en: someText() }, cover: null }),
        }),
        someArticle({ stateAt: 1, content: someContent({ texts: { zh: null, en: null } }) }),
      ];
      const articles = await holding(...some);
      const { items } = await articles.list({}, { after: null, limit: 9 });
      expect(items).toEqual(some.map(lineOf));
      expect(items.map(({ submittedBy, openComments }) => [submittedBy, openComments])).toEqual([
        ['ed', 2],
        ['ed', 0],
        [null, 0],
      ]);
    });

    test('the list goes page by page, newest in its state first, those of one moment by id, none twice', async () => {
      const some = [5, 9, 5, 7, 5, 5, 1].map((stateAt) => someArticle({ stateAt }));
      const articles = await holding(...some);
      const inOrder = some.toSorted((a, b) => b.stateAt - a.stateAt || (a.id < b.id ? -1 : 1));
      const ids = idsOf(inOrder);
      expect(await pages(articles, {}, 3)).toEqual([ids.slice(0, 3), ids.slice(3, 6), ids.slice(6)]);
      expect(await pages(articles, {}, 7)).toEqual([ids]);
      expect(await pages(articles, {}, 100)).toEqual([ids]);
    });

    test('an empty list is one empty page', async () => {
      expect(await (await holding()).list({}, { after: null, limit: 5 })).toEqual({ items: [], next: null });
    });

    test('states and kind narrow the list on every page', async () => {
      const kinds = ['law', 'case', 'law', 'law'] as const;
      const some = kinds.flatMap((kind, i) =>
        (['draft', 'in_review', 'published'] as const).map((state, j) =>
          someArticle({ state, content: someContent({ kind }), stateAt: 100 - i * 3 - j }),
        ),
      );
      const articles = await holding(...some);
      const of = (filter: ArticleFilter): string[] =>
        idsOf(
          some.filter(
            ({ state, content }) =>
              (filter.states?.includes(state) ?? true) &&
              (filter.kind === undefined || filter.kind === content.kind),
          ),
        );
      const filters: ArticleFilter[] = [
        { states: ['draft'] },
        { states: ['published', 'draft'] },
        { kind: 'law' },
        { states: ['in_review', 'draft'], kind: 'law' },
        { states: [] },
      ];
      for (const filter of filters) expect((await pages(articles, filter, 2)).flat()).toEqual(of(filter));
    });

    test('a cursor that this list did not give is invalid', async () => {
      const articles = await holding(someArticle(), someArticle());
      const { next } = await articles.list({}, { after: null, limit: 1 });
      const wrong = [
        '',
        'x',
        '%%%',
        `${next ?? ''}=`,
        `${next ?? ''} `,
        Buffer.from('x y').toString('base64url'),
      ];
      for (const after of wrong)
        await expect(articles.list({}, { after, limit: 1 })).rejects.toThrow(
          new DomainError('request.invalid'),
        );
    });

    test('due is what stands in one of the states and is planned for then or before, earliest first', async () => {
      const [late, early, now, future, other, unplanned] = [
        someArticle({ state: 'scheduled', ...at(20) }),
        someArticle({ state: 'about_to_go', ...at(10) }),
        someArticle({ state: 'scheduled', ...at(30) }),
        someArticle({ state: 'scheduled', ...at(31) }),
        someArticle({ state: 'published', ...at(1) }),
        someArticle({ state: 'scheduled' }),
      ];
      const articles = await holding(late, early, now, future, other, unplanned);
      expect(await articles.due(['scheduled', 'about_to_go'], 30, 9)).toEqual([early, late, now]);
      expect(await articles.due(['scheduled', 'about_to_go'], 30, 2)).toEqual([early, late]);
      expect(await articles.due(['scheduled'], 19, 9)).toEqual([]);
      expect(await articles.due([], 30, 9)).toEqual([]);
    });

    test('planned is what is planned, or became public, from one moment to before another, in that order', async () => {
      const live = (moment: number): Pick<Article, 'live'> => ({ live: someLive({ at: moment }) });
      const [third, first, both, published, before, after, never] = [
        someArticle(at(29)),
        someArticle(at(10)),
        someArticle({ ...at(15), ...live(11) }),
        someArticle({ ...at(40), ...live(20) }),
        someArticle({ ...at(9), ...live(3) }),
        someArticle(at(30)),
        someArticle(),
      ];
      const articles = await holding(third, first, both, published, before, after, never);
      expect(await articles.planned(10, 30)).toEqual([first, both, published, third].map(lineOf));
      expect(await articles.planned(100, 200)).toEqual([]);
    });

    test('mass sends are counted by the moments at which they went', async () => {
      const went = (moment: number, detail: string) => ({ at: moment, by: null, what: 'go', detail });
      const articles = await holding(
        someArticle({ events: [went(9, 'send'), went(10, 'send'), went(29, 'send')] }),
        someArticle({ events: [went(20, 'send'), went(21, 'quiet'), went(30, 'send')] }),
      );
      expect(await articles.sentBetween(10, 30)).toBe(3);
      expect(await articles.sentBetween(100, 200)).toBe(0);
    });
  });
}
