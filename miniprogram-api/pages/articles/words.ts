/** What the article pages say themselves, in both languages. */
import type { ArticleKind } from '../../../domain/articles/article.js';
import type { PageLang } from '../reader-lang.js';

interface Words {
  readonly skip: string;
  readonly site: string;
  readonly articles: string;
  readonly about: string;
  readonly all: string;
  readonly kinds: string;
  /** what one article is */
  readonly kind: Readonly<Record<ArticleKind, string>>;
  /** what several are */
  readonly kindsOf: Readonly<Record<ArticleKind, string>>;
  readonly search: string;
  readonly searchHint: string;
  readonly find: string;
  readonly found: (words: string) => string;
  readonly nothingFound: string;
  readonly none: string;
  readonly noneOfKind: string;
  readonly older: string;
  readonly more: string;
  readonly newest: string;
  readonly pages: string;
  readonly inOther: string;
  readonly notTranslated: string;
  readonly updated: string;
  readonly sources: string;
  readonly tags: string;
  readonly report: string;
  readonly next: Readonly<Record<ArticleKind, string>>;
  readonly feed: string;
  readonly days: string;
  readonly missing: string;
  readonly missingWhy: string;
  readonly later: string;
  readonly laterWhy: string;
  readonly toAll: string;
  readonly toHome: string;
}

const zh: Words = {
  skip: '跳到正文',
  site: '网站',
  articles: '宣传文章',
  about: '看看真实的案例、相关的法律和该怎么做。',
  all: '全部',
  kinds: '文章类别',
  kind: { case: '案例', law: '法律', advice: '建议', notice: '通知', figures: '数据' },
  kindsOf: { case: '案例', law: '法律', advice: '建议', notice: '通知', figures: '数据' },
  search: '搜索文章',
  searchHint: '想找什么',
  find: '搜索',
  found: (words) => `“${words}”的搜索结果`,
  nothingFound: '没有找到相关的文章。换几个字，或者少写几个字再试。',
  none: '还没有文章。',
  noneOfKind: '这个类别还没有文章。',
  older: '更早的文章',
  more: '更多结果',
  newest: '回到最新的文章',
  pages: '翻页',
  inOther: '英文',
  notTranslated: '这篇文章还没有中文版，下面是英文原文。',
  updated: '更新于',
  sources: '出处',
  tags: '主题',
  report: '举报类似情况',
  next: {
    case: '更多案例',
    law: '更多法律知识',
    advice: '更多建议',
    notice: '更多通知',
    figures: '更多数据',
  },
  feed: '用 RSS 订阅文章',
  days: '把教育日加入日历',
  missing: '没有找到这个页面',
  missingWhy: '文章可能已经撤下，也可能是网址不完整。',
  later: '文章暂时打不开',
  laterWhy: '请过几分钟再试。其他举报途径不受影响。',
  toAll: '查看全部文章',
  toHome: '回到首页',
};

const en: Words = {
  skip: 'Skip to the text',
  site: 'Site',
  articles: 'Awareness articles',
  about: 'What has happened to others, what the law says, and what you can do.',
  all: 'All',
  kinds: 'Kinds of article',
  kind: { case: 'Case', law: 'Law', advice: 'Advice', notice: 'Notice', figures: 'Figures' },
  kindsOf: { case: 'Cases', law: 'Law', advice: 'Advice', notice: 'Notices', figures: 'Figures' },
  search: 'Search the articles',
  searchHint: 'Words to look for',
  find: 'Search',
  found: (words) => `Articles about “${words}”`,
  nothingFound: 'No article was found. Try other words, or fewer of them.',
  none: 'There are no articles yet.',
  noneOfKind: 'There are no articles of this kind yet.',
  older: 'Older articles',
  more: 'More results',
  newest: 'Back to the newest articles',
  pages: 'Pages',
  inOther: 'In Chinese',
  notTranslated: 'This article has not been translated into English yet. Here it is in Chinese.',
  updated: 'Updated',
  sources: 'Sources',
  tags: 'Topics',
  report: 'Report something like this',
  next: {
    case: 'More cases',
    law: 'More about the law',
    advice: 'More advice',
    notice: 'More notices',
    figures: 'More figures',
  },
  feed: 'Follow the articles by RSS',
  days: 'Add the education days to your calendar',
  missing: 'There is no page here',
  missingWhy: 'The article may have been withdrawn, or the address may be incomplete.',
  later: 'The articles cannot be shown at the moment',
  laterWhy: 'Please try again in a few minutes. The other ways to report are not affected.',
  toAll: 'See all articles',
  toHome: 'Go to the home page',
};

export const words: Readonly<Record<PageLang, Words>> = { zh, en };
