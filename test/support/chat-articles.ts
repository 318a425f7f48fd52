/** Articles as the chat of the tests has them: several kinds, a long one, one without English, one about seeds. */
import type { ArticleKind, ArticleText } from '../../domain/articles/article.js';
import type { LiveArticle } from '../../domain/articles/ports.js';
import { madeAt, someContent, someLiveArticle } from './articles.js';

const text = (title: string, body: string): ArticleText => ({ title, digest: '', body, coverAlt: '' });

/** @param day days before the others were made: the higher, the older */
function article(
  number: number,
  slug: string,
  kind: ArticleKind,
  day: number,
  of: { readonly zh: ArticleText; readonly en: ArticleText | null; readonly category?: string },
): LiveArticle {
  const { zh, en, category = null } = of;
  const at = madeAt - day * 86_400_000;
  const content = someContent({ kind, texts: { zh, en }, category, tags: [] });
  return someLiveArticle({ number, slug, content, firstAt: at, at });
}

/** Three pages in either language; each paragraph names itself. */
export const longArticle = {
  number: 12,
  paragraphs: {
    zh: Array.from(
      { length: 14 },
      (_, at) =>
        `第${String(at + 1)}段。有人把单位的图纸一页一页拍下来，装进自己的口袋带回家，日子久了，谁也没有多想。后来才知道，每一页都有去处，每一个去处都有人等着。`,
    ),
    en: Array.from(
      { length: 15 },
      (_, at) =>
        `Paragraph ${String(at + 1)}. Somebody photographed the drawings page by page and carried them home in a pocket. Time went by and nobody gave it a thought. Only later did it turn out that every page had an address.`,
    ),
  },
} as const;

const [fifteen, twelve] = [15, longArticle.number];

/** Newest first: 21, 15, 14, 12, 8, 7 on the first page of a list, then 5 and 3. */
export const chatArticles: readonly LiveArticle[] = [
  article(21, 'education-day', 'notice', 1, {
    zh: text('教育日这天做什么', '4月15日这天，食堂门口有展板，可以来看。'),
    en: text('What happens on the day', 'On 15 April there are boards at the canteen. Come and look.'),
  }),
  article(fifteen, 'seeds-abroad', 'case', 2, {
    zh: text(
      '亲本种子是怎么出去的',
      '有人把杂交水稻的亲本种子寄到了境外。\n\n看到有人成批收集种子，请说出来。',
    ),
    en: text(
      'How parent seeds went abroad',
      'Somebody mailed the parent seeds of hybrid rice abroad.\n\nIf you see seeds gathered on a large scale, say so.',
    ),
    category: 'biology',
  }),
  article(14, 'what-the-law-says', 'law', 3, {
    zh: text('法律怎么说', '举报人受保护，打击报复要追究责任。'),
    en: null,
  }),
  article(twelve, 'page-by-page', 'case', 4, {
    zh: text('一页一页拍走的图纸', longArticle.paragraphs.zh.join('\n\n')),
    en: text('Drawings, page by page', longArticle.paragraphs.en.join('\n\n')),
    category: 'secrets',
  }),
  article(8, 'before-you-answer', 'advice', 5, {
    zh: text('接电话前先想三件事', '1. 谁打来的？\n2. 要什么？\n3. 为什么找您？'),
    en: text('Three things before you answer', '1. Who is calling?\n2. What do they want?\n3. Why you?'),
    category: 'opinion',
  }),
  article(7, 'a-borrowed-key', 'case', 6, {
    zh: text('借走的钥匙', '钥匙借出去一天，柜子就空了。'),
    en: text('The borrowed key', 'The key was lent for a day, and the cabinet was empty.'),
    category: 'no-such-category',
  }),
  article(5, 'lock-the-screen', 'advice', 7, {
    zh: text('离开座位先锁屏', '离开座位，先锁屏。'),
    en: text('Lock the screen', 'Lock the screen before you leave your seat.'),
  }),
  article(3, 'the-oldest', 'notice', 8, {
    zh: text('热线开通', '热线今天开通。'),
    en: text('The line is open', 'The line is open from today.'),
  }),
];
