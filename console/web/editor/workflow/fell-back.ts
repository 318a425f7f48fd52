import type { Article, ArticleEvent } from '../../api/article-types.js';
import { isTakenBack } from '../../articles/list-event-key.js';

export interface FellBack {
  /** `returned`: comments say why · `noted`: only a note does · `silent`: nothing does · `taken_back`: by who had sent it */
  readonly how: 'returned' | 'noted' | 'silent' | 'taken_back' | 'stop' | 'unschedule';
  readonly event: ArticleEvent;
}

/** What sent a draft back to its beginning; null: nothing did. */
export function fellBack({
  state,
  events,
  comments,
}: Pick<Article, 'state' | 'events' | 'comments'>): FellBack | null {
  const event = events.at(-1);
  if (state !== 'draft' || event === undefined) return null;
  if (event.what === 'stop' || event.what === 'unschedule') return { how: event.what, event };
  if (event.what !== 'return') return null;
  if (isTakenBack(events, events.length - 1)) return { how: 'taken_back', event };
  if (comments.some(({ resolved }) => !resolved)) return { how: 'returned', event };
  return { how: event.note === null ? 'silent' : 'noted', event };
}

/** What became of a withdrawn article's page on the platform; null: it had none, or nobody knows. */
export function goneThere({ state, events }: Pick<Article, 'state' | 'events'>): 'gone' | 'stays' | null {
  const last = events.findLast(({ what }) => what.startsWith('platform_'));
  if (state !== 'withdrawn' || last === undefined) return null;
  return last.what === 'platform_gone' ? 'gone' : 'stays';
}
