/** What somebody would do next with an article, out of what they may. */
import type { Article, RequestedStep } from '../../api/article-types.js';

export type NextAct = 'submit' | 'review' | 'take_back' | 'stop' | 'settle' | 'retry' | 'reopen' | null;

/** What is done somewhere on the page. */
export type GoneTo = 'review' | 'settle';

/** What is done at once, and by which step. */
export const stepAtOnce = { take_back: 'return', stop: 'stop', retry: 'retry' } as const;

type Seen = Pick<Article, 'state' | 'steps' | 'editedBy' | 'submittedBy'>;

/** Whether somebody wrote it or sent it: then another person reviews it. */
export const isOwn = (
  { editedBy, submittedBy }: Pick<Article, 'editedBy' | 'submittedBy'>,
  me: string,
): boolean => editedBy.id === me || submittedBy?.id === me;

export function nextAct(article: Seen, me: string): NextAct {
  const can = (step: RequestedStep | 'edit'): boolean => article.steps.includes(step);
  if (can('submit')) return 'submit';
  if (can('approve') && !isOwn(article, me)) return 'review';
  if (can('return') && article.submittedBy?.id === me) return 'take_back';
  if (can('stop')) return 'stop';
  if (article.state === 'in_doubt' && can('confirm')) return 'settle';
  if (can('retry')) return 'retry';
  const over = article.state === 'refused' || article.state === 'withdrawn';
  if (over && can('edit')) return 'reopen';
  return null;
}
