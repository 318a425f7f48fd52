import type { Article, ArticleContent } from '../../api/article-types.js';

/** All that an editor writes, out of a whole article. */
export const contentOf = ({
  kind,
  texts,
  author,
  cover,
  tags,
  category,
  sources,
}: ArticleContent): ArticleContent => ({
  ...{ kind, texts, author, cover, tags, category, sources },
});

/** Whether two contents say the same. */
export const sameContent = (a: ArticleContent, b: ArticleContent): boolean => keyOf(a) === keyOf(b);

const keyOf = ({ kind, texts, author, cover, tags, category, sources }: ArticleContent): string => {
  const lines = (['zh', 'en'] as const).map((lang) => {
    const text = texts[lang];
    return text && [text.title, text.digest, text.body, text.coverAlt];
  });
  return JSON.stringify([
    kind,
    lines,
    author,
    cover,
    tags,
    category,
    sources.map(({ title, url }) => [title, url]),
  ]);
};

/** Whether somebody may write in it now. */
export const isOpenFor = ({ steps }: Pick<Article, 'steps'>): boolean => steps.includes('edit');
