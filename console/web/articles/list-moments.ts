/** When an article goes, or went, to readers. */
import type { ArticleLine, ArticleState } from '../api/article-types.js';

export interface Moment {
  readonly what: 'planned' | 'published';
  /** ISO */
  readonly at: string;
}

/** In these states what the plan says is still to come, or was missed. Later on, `live` says what was. */
const ahead: ReadonlySet<ArticleState> = new Set(['scheduled', 'about_to_go', 'refused']);

/** The text for a moment: what was refused will not go out at the time that it was planned for. */
export const momentText = ({ what }: Moment, state: ArticleState): Moment['what'] | 'missed' =>
  what === 'planned' && state === 'refused' ? 'missed' : what;

/** What is planned first, then what readers have had: an article that is out may be planned anew. */
export function momentsOf({
  state,
  plan,
  live,
}: Pick<ArticleLine, 'state' | 'plan' | 'live'>): readonly Moment[] {
  const planned: readonly Moment[] =
    plan !== null && ahead.has(state) ? [{ what: 'planned', at: plan.at }] : [];
  return live === null ? planned : [...planned, { what: 'published', at: live.at }];
}
