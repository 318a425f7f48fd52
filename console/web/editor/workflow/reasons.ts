/** Why the platform did not take an article: codes of the platform and words of ours. */
import type { Article } from '../../api/article-types.js';
import { reasons } from '../../texts/en/editor-reasons.js';

export type KnownReason = keyof typeof reasons;

export const isKnownReason = (reason: string): reason is KnownReason => Object.hasOwn(reasons, reason);

/** The reason as it stands at the article, else as its timeline has it; null: none is known. */
export function reasonOf({
  state,
  platform,
  events,
}: Pick<Article, 'state' | 'platform' | 'events'>): string | null {
  if (state !== 'refused' && state !== 'partly_published' && state !== 'in_doubt') return null;
  const said = ['refuse', 'fall_short', 'doubt'];
  const last = events.findLast(({ what, detail }) => said.includes(what) && detail !== null);
  return platform?.reason ?? last?.detail ?? null;
}

/** A code of the platform, as opposed to a word of ours. */
export const isPlatformCode = (reason: string): boolean => /^-?\d+$/.test(reason);
