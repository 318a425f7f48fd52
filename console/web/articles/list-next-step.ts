/** What has to happen next to an article, so that it is said before somebody looks for it. */
import type { Article, ArticleProblem, ArticleState } from '../api/article-types.js';

export type NextStep = Exclude<ArticleState, 'draft'> | 'missing' | 'ready' | 'begin';

/** Problems that only warn do not keep an article from being sent for review. */
const stops = ({ level }: ArticleProblem): boolean => level === 'stop';

/** `count`: how many things are missing. */
export function nextStep({ state, problems, texts }: Pick<Article, 'state' | 'problems' | 'texts'>): {
  readonly step: NextStep;
  readonly count: number;
} {
  if (state !== 'draft') return { step: state, count: 0 };
  if (texts.zh === null && texts.en === null) return { step: 'begin', count: 0 };
  const count = problems.filter(stops).length;
  return { step: count === 0 ? 'ready' : 'missing', count };
}
