/** What is wrong with a field, in one sentence. */
import type { TFunction } from 'i18next';
import type { Problem } from '../api/desk-types.js';
import { problems } from '../../texts/en/editor-fields.js';

type Known = keyof typeof problems;

const isKnown = (key: string): key is Known => Object.hasOwn(problems, key);

export function problemWords(t: TFunction<'editor'>, { field, code, max, count }: Problem): string {
  const key = `${field}_${code}`;
  return t(`problems.${isKnown(key) ? key : 'other'}`, { max: max ?? 0, n: count ?? 0, field, code });
}
