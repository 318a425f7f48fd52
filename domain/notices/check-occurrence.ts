import type { Article } from '../articles/article.js';
import type { AccountKind } from './budget.js';
import { checkWays, checkWords, stop, warn, type NoticeProblem } from './check-words.js';
import type { Notice } from './notice.js';
import type { Occurrence } from './occurrence.js';

/** What is known of the things that an occurrence names. */
export interface Named {
  /** null: there is none any more */
  readonly notice: Notice | null;
  /** the article that it links; null: there is none of this id */
  readonly article: Pick<Article, 'live'> | null;
  readonly account: AccountKind;
}

/** What is wrong with an occurrence: what stops it from being sent for review, and what somebody should know. */
export function checkOccurrence(occurrence: Occurrence, named: Named): readonly NoticeProblem[] {
  const { on, nominal, ways, lead, templates, confirmed } = occurrence;
  const { notice, article, account } = named;
  const links = occurrence.article !== null;
  return [
    ...(notice?.active === true ? [] : [stop(null, 'notice', 'at_rest')]),
    ...checkWays(ways, lead),
    ...(ways.mass !== null && account === 'none' ? [stop(null, 'ways', 'no_account')] : []),
    ...(links && article === null ? [stop(null, 'article', 'article_unknown')] : []),
    ...(links && article !== null && article.live === null
      ? [warn(null, 'article', 'article_not_public')]
      : []),
    ...(confirmed ? [] : [warn(null, 'rule', 'calendar_unconfirmed')]),
    ...checkWords(templates, { on, nominal, since: notice?.since ?? null }),
  ];
}
