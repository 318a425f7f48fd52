import type { TFunction } from 'i18next';
import type { NoticeProblem } from '../../api/notice-types.js';
import { problems } from '../../texts/en/notices-one.js';

type Code = Exclude<keyof typeof problems, 'title' | 'body' | 'name'>;
const isCode = (code: string): code is Code =>
  Object.hasOwn(problems, code) && !['title', 'body', 'name'].includes(code);

/** What is wrong, in a sentence that says what to do. */
export function problemWords(t: TFunction<'notices'>, { field, code, max }: NoticeProblem): string {
  if (code === 'missing' && (field === 'title' || field === 'body' || field === 'name'))
    return t(`problems.${field}.missing`);
  return t(`problems.${isCode(code) ? code : 'other'}`, { max: max ?? 0, braces: '{{' });
}

/** The id of the field on the page that a problem is about. */
export const problemField = ({ lang, field }: Pick<NoticeProblem, 'lang' | 'field'>): string =>
  lang === null ? `notice-${field}` : `notice-${field}-${lang}`;
