/** What is wrong with words, while they are typed; the server says the same once they are saved. */
import type { Lang } from '../../api/common-types.js';
import type { NoticeProblem, NoticeTexts } from '../../api/notice-types.js';
import { dayValues, type ValuesDay } from './day-values.js';
import { fillTemplate, unfilled } from './fill-template.js';
import { textBytes } from './text-bytes.js';

/** Characters in UTF-16 units, bytes of UTF-8. */
export const mostTitle = 20;
export const mostBody = 600;
/** Characters that the server takes of a template at all. */
export const mostTemplate = 1000;

export const langs = ['zh', 'en'] as const;

export function wordProblems(texts: NoticeTexts, day: ValuesDay): readonly NoticeProblem[] {
  return langs.flatMap((lang) => {
    const values = dayValues(day, lang);
    const found = (field: string, code: string, max?: number): NoticeProblem => ({
      ...{ level: 'stop', lang, field, code },
      ...(max === undefined ? {} : { max }),
    });
    const { title, body } = texts[lang];
    const [fullTitle, fullBody] = [fillTemplate(title, values), fillTemplate(body, values)];
    return [
      ...(fullTitle.trim() === '' ? [found('title', 'missing')] : []),
      ...(fullTitle.length > mostTitle ? [found('title', 'too_long', mostTitle)] : []),
      ...(unfilled(title, values).length > 0 ? [found('title', 'placeholder_unknown')] : []),
      ...(fullBody.trim() === '' ? [found('body', 'missing')] : []),
      ...(textBytes(fullBody) > mostBody ? [found('body', 'too_many_bytes', mostBody)] : []),
      ...(unfilled(body, values).length > 0 ? [found('body', 'placeholder_unknown')] : []),
    ];
  });
}

const ofWords = new Set(['title', 'body']);

/** What the server found, with what is known of the words here in the place of what it said of them. */
export const withLive = (
  served: readonly NoticeProblem[],
  texts: NoticeTexts,
  day: ValuesDay,
): readonly NoticeProblem[] => [
  ...served.filter(({ field }) => !ofWords.has(field)),
  ...wordProblems(texts, day),
];

export const stops = (problems: readonly NoticeProblem[]): readonly NoticeProblem[] =>
  problems.filter(({ level }) => level === 'stop');

export const problemsAt = (
  problems: readonly NoticeProblem[],
  lang: Lang | null,
  field: string,
): readonly NoticeProblem[] =>
  problems.filter((one) => one.lang === lang && one.field === field && one.level === 'stop');
