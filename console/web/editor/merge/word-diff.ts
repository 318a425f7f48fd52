/** What changed within a paragraph, word by word. */
import { diffWords } from 'diff';
import type { Lang } from '../../api/common-types.js';

export interface WordPart {
  readonly text: string;
  readonly kind: 'same' | 'left' | 'right';
}

/** Chinese has no spaces between words: there they are told apart by the browser's dictionary. */
export function diffWordsOf(left: string, right: string, lang: Lang): readonly WordPart[] {
  const intlSegmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  return diffWords(left, right, { intlSegmenter }).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'right' : removed ? 'left' : 'same',
  }));
}
