/** What is wrong with a notice, said while it is written. */
import { utf8 } from '../bytes.js';
import {
  noticeLangs,
  noticeLimits,
  waysOn,
  type InLangs,
  type NoticeText,
  type NoticeWays,
} from './notice.js';
import type { NoticeLang } from './notice.js';
import { filled, isUnfilled, type WordsDay } from './notice-words.js';

export interface NoticeProblem {
  /** `stop`: it cannot go on like this · `warn`: it can, and somebody should know */
  readonly level: 'stop' | 'warn';
  /** null: of the notice as a whole */
  readonly lang: NoticeLang | null;
  readonly field:
    'title' | 'body' | 'name' | 'rule' | 'at' | 'ways' | 'leads' | 'article' | 'notice' | 'window';
  readonly code:
    | 'missing'
    | 'too_long'
    | 'too_many_bytes'
    | 'placeholder_unknown'
    | 'no_day'
    | 'no_way'
    | 'gets_it_twice'
    | 'spends_consents'
    | 'no_account'
    | 'article_unknown'
    | 'article_not_public'
    | 'at_rest'
    | 'calendar_unconfirmed'
    | 'malformed';
  /** the most there may be, in characters, bytes or pieces */
  readonly max?: number;
}

export const stop = (
  lang: NoticeLang | null,
  field: NoticeProblem['field'],
  code: NoticeProblem['code'],
  max?: number,
): NoticeProblem => ({ level: 'stop', lang, field, code, ...(max === undefined ? {} : { max }) });

export const warn = (...problem: Parameters<typeof stop>): NoticeProblem => ({
  ...stop(...problem),
  level: 'warn',
});

/** Whether something must be put right first. */
export const stops = (problems: readonly NoticeProblem[]): readonly NoticeProblem[] =>
  problems.filter(({ level }) => level === 'stop');

/** Words, as they will read on a day. */
export function checkWords(templates: InLangs<NoticeText>, day: WordsDay): readonly NoticeProblem[] {
  const texts = filled(templates, day);
  const { title: mostTitle, body: mostBody } = noticeLimits;
  return noticeLangs.flatMap((lang) => {
    const { title, body } = texts[lang];
    return [
      ...(title.trim() === '' ? [stop(lang, 'title', 'missing')] : []),
      ...(title.length > mostTitle ? [stop(lang, 'title', 'too_long', mostTitle)] : []),
      ...(body.trim() === '' ? [stop(lang, 'body', 'missing')] : []),
      ...(utf8(body).length > mostBody ? [stop(lang, 'body', 'too_many_bytes', mostBody)] : []),
      ...(['title', 'body'] as const).flatMap((field) =>
        isUnfilled(templates[lang][field], day, lang) ? [stop(lang, field, 'placeholder_unknown')] : [],
      ),
    ];
  });
}

/** Ways that would bring it to one person twice, or to nobody. */
export function checkWays(ways: NoticeWays, lead: number): readonly NoticeProblem[] {
  return [
    ...(waysOn(ways).length === 0 ? [stop(null, 'ways', 'no_way')] : []),
    // who consented follows the account, and has the mass send already
    ...(ways.mass !== null && ways.account ? [stop(null, 'ways', 'gets_it_twice')] : []),
    // one consent is one message: the day itself would find none
    ...(lead > 0 && (ways.account || ways.mini) ? [warn(null, 'leads', 'spends_consents')] : []),
  ];
}
