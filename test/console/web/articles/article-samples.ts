import type { Article, ArticleLine } from '../../../../console/web/api/article-types.js';

const mei = { id: 's1', name: 'Lin Mei' };

/** An article as a list has it. */
export const line = (change: Partial<ArticleLine> = {}): ArticleLine => ({
  ...{ id: 'a1', slug: 'a', revision: 3, state: 'draft', stateAt: '2026-12-01T00:00:00Z', kind: 'case' },
  ...{ titles: { zh: '标题', en: 'Title' }, cover: null, createdBy: mei, editedBy: mei },
  ...{ editedAt: '2026-12-01T00:00:00Z', plan: null, live: null, late: null },
  ...{ submittedBy: null, openComments: 0 },
  ...change,
});

export const plan = (at: string): ArticleLine['plan'] => ({ at, platform: { way: 'quiet', tag: null } });

export const live = (at: string): ArticleLine['live'] => ({ number: 4, firstAt: '2020-01-01T00:00:00Z', at });

const text = (title: string) => ({ title, digest: '', body: '', coverAlt: '' });

/** A whole article. */
export const article = (change: Partial<Article> = {}): Article => {
  const { titles, openComments: _, ...rest } = line();
  return {
    ...rest,
    texts: { zh: text(titles.zh ?? ''), en: text(titles.en ?? '') },
    ...{ author: '', tags: [], category: null, sources: [], approvedBy: null },
    ...{
      createdAt: '2026-12-01T00:00:00Z',
      platform: null,
      comments: [],
      events: [],
      steps: [],
      problems: [],
    },
    ...change,
  };
};
