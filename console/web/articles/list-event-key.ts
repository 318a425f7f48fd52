import type { ArticleEvent } from '../api/article-types.js';
import { events } from '../texts/en/articles.js';

export type EventKey = keyof typeof events;

const isKey = (what: string): what is EventKey => Object.hasOwn(events, what);

/** Whether a return is one by who had sent it for review. @param events the oldest first */
export function isTakenBack(events: readonly Pick<ArticleEvent, 'what' | 'by'>[], at: number): boolean {
  const event = events[at];
  if (event?.what !== 'return') return false;
  const sent = events.slice(0, at).findLast(({ what }) => what === 'submit');
  return sent !== undefined && sent.by?.id === event.by?.id;
}

/** The text for what an article's timeline names; the server may know more than this page. @param events the oldest first */
export function eventKey(events: readonly Pick<ArticleEvent, 'what' | 'by'>[], at: number): EventKey {
  if (isTakenBack(events, at)) return 'take_back';
  const what = events[at]?.what ?? '';
  return isKey(what) ? what : 'other';
}
