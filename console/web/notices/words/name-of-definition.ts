import type { Lang } from '../../api/common-types.js';
import type { Notice } from '../../api/notice-types.js';

/** What a definition is called without a year: what counts falls away at the ends of its name, and is dots within it. */
export function nameOfDefinition({ name }: Pick<Notice, 'name'>, lang: Lang): string {
  const plain = name[lang].replace(/第?\{[^{}]*\}(?:个|届|次)?/g, '…').replace(/^[…\s]+|[…\s]+$/g, '');
  if (plain === '') return name[lang];
  // what followed a number begins the name now
  return plain.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}
