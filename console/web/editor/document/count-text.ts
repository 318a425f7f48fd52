/** How long a text is, as its readers would say. */
import type { Lang } from '../../api/common-types.js';

/** Chinese: characters, without space. English: words. */
export function countText(text: string, lang: Lang): number {
  if (lang === 'zh') return text.replace(/\s+/gu, '').length;
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
