/** What differs between two contents, in rows of two texts. */
import type { ArticleContent, ArticleText } from '../../api/article-types.js';
import type { Lang } from '../../api/common-types.js';
import { blocksOf, diffBlocks } from '../merge/block-diff.js';
import { readablePair } from '../merge/readable.js';
import { lineFields, wholeFields, type LineField } from '../merge/merge-content.js';

type Whole = (typeof wholeFields)[number];

export interface Row {
  /** null: of the article as a whole */
  readonly lang: Lang | null;
  readonly field: Whole | LineField | 'body';
  readonly left: string;
  readonly right: string;
}

export function comparison(
  left: ArticleContent,
  right: ArticleContent,
  words: (content: ArticleContent, field: Whole) => string,
): readonly Row[] {
  const whole = wholeFields.map((field): Row => ({
    ...{ lang: null, field, left: words(left, field), right: words(right, field) },
  }));
  const each = (['zh', 'en'] as const).flatMap((lang) =>
    inLanguage(left.texts[lang], right.texts[lang], lang),
  );
  return [...whole, ...each].filter((row) => row.left !== row.right);
}

function inLanguage(left: ArticleText | null, right: ArticleText | null, lang: Lang): readonly Row[] {
  const lines = lineFields.map((field): Row => ({
    ...{ lang, field, left: left?.[field] ?? '', right: right?.[field] ?? '' },
  }));
  return [...lines, ...paragraphs(blocksOf(left?.body ?? ''), blocksOf(right?.body ?? ''), lang)];
}

/** Of a stretch that differs, paragraphs are laid beside each other in their order. */
function paragraphs(left: readonly string[], right: readonly string[], lang: Lang): readonly Row[] {
  return diffBlocks(left, right).flatMap((stretch): readonly Row[] => {
    if (stretch.kind === 'same') return [];
    const count = Math.max(stretch.left.length, stretch.right.length);
    return Array.from({ length: count }, (_, at): Row => {
      const [before, after] = readablePair(stretch.left[at] ?? '', stretch.right[at] ?? '');
      return { lang, field: 'body', left: before, right: after };
    });
  });
}
