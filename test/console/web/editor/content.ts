/** An article's content and the article, for tests of the editor; what matters to a test is given as changes. */
import type { Article, ArticleContent, ArticleText } from '../../../../console/web/api/article-types.js';

export const someText = (change: Partial<ArticleText> = {}): ArticleText => ({
  ...{ title: '标题', digest: '摘要', body: '正文', coverAlt: '封面' },
  ...change,
});

export const someContent = (change: Partial<ArticleContent> = {}): ArticleContent => ({
  ...{ kind: 'case', author: '编辑部', cover: 'c'.repeat(32), tags: [], category: null, sources: [] },
  texts: {
    zh: someText(),
    en: someText({ title: 'Title', digest: 'Digest', body: 'Text', coverAlt: 'Cover' }),
  },
  ...change,
});

export const lin = { id: 'lin', name: 'Lin Mei' };
export const wang = { id: 'wang', name: '王立新' };

export const someArticle = (change: Partial<Article> = {}): Article => ({
  ...someContent(),
  ...{
    id: 'a'.repeat(32),
    slug: 'a',
    revision: 1,
    state: 'draft',
    stateAt: '',
    createdBy: lin,
    editedBy: lin,
  },
  ...{
    submittedBy: null,
    approvedBy: null,
    createdAt: '',
    editedAt: '',
    plan: null,
    live: null,
    platform: null,
  },
  ...{ comments: [], events: [], steps: ['edit'], late: null, problems: [] },
  ...change,
});
