/** What an editor writes of an occurrence. */
import type { NoticeTexts, NoticeWays } from '../../api/notice-types.js';
import type { Occurrence } from '../../api/occurrence-types.js';
import type { Saveable } from '../../saving/autosave.js';

export interface OccurrenceContent {
  /** with {placeholders} */
  readonly texts: NoticeTexts;
  readonly ways: NoticeWays;
  /** id of the article that it links */
  readonly article: string | null;
}

const isWhole = (one: Occurrence | OccurrenceContent): one is Occurrence => 'templates' in one;

export function contentOf(one: Occurrence | OccurrenceContent): OccurrenceContent {
  const { zh, en } = isWhole(one) ? one.templates : one.texts;
  const { mass, account, mini } = one.ways;
  return {
    texts: { zh: { title: zh.title, body: zh.body }, en: { title: en.title, body: en.body } },
    ways: { mass: mass && { tag: mass.tag }, account, mini },
    article: one.article,
  };
}

export const sameContent = (one: OccurrenceContent, other: OccurrenceContent): boolean =>
  JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other));

export const sameWords = (one: OccurrenceContent, other: OccurrenceContent): boolean =>
  JSON.stringify(contentOf(one).texts) === JSON.stringify(contentOf(other).texts);

export const occurrenceSaving: Saveable<Occurrence, OccurrenceContent> = {
  contentOf,
  same: sameContent,
  isOpen: ({ steps }) => steps.includes('edit'),
  overtaken: ['notice.stale', 'notice.step_refused'],
};
