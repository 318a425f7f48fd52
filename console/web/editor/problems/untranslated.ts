/** Paragraphs that are the same in both languages: most likely nobody has translated them yet. */
import type { ArticleText } from '../../api/article-types.js';
import type { Lang } from '../../api/common-types.js';
import { blocksOf } from '../merge/block-diff.js';

const hasWords = (block: string): boolean =>
  /[\p{Script=Han}]|\p{L}{2,}/u.test(block.replace(/!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)/g, ''));

/** How many paragraphs both languages share, word for word. */
export function untranslated({
  texts,
}: {
  readonly texts: Readonly<Record<Lang, Pick<ArticleText, 'body'> | null>>;
}): number {
  if (texts.zh === null || texts.en === null) return 0;
  const zh = new Set(blocksOf(texts.zh.body).filter(hasWords));
  return blocksOf(texts.en.body).filter((block) => zh.has(block)).length;
}
