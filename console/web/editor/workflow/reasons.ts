/** Why the platform did not take an article: codes of the platform and words of ours. */
import type { Article } from '../../api/article-types.js';
import { reasons } from '../../texts/en/editor-reasons.js';

export type KnownReason = keyof typeof reasons;

export const isKnownReason = (reason: string): reason is KnownReason => Object.hasOwn(reasons, reason);

const said: ReadonlySet<string> = new Set(['refuse', 'fall_short', 'doubt']);
/** After these what the platform said before is over. */
const settled: ReadonlySet<string> = new Set(['submit', 'retry', 'confirm', 'withdraw']);

/**
 * The reason as it stands at the article, else as its timeline has it; of a draft the one that it was refused for, until it
 * is sent again. null: none is known.
 */
export function reasonOf({
  state,
  platform,
  events,
}: Pick<Article, 'state' | 'platform' | 'events'>): string | null {
  const last = events.findLast(({ what, detail }) => said.has(what) && detail !== null);
  if (state === 'draft') {
    const latest = events.findLast(({ what }) => said.has(what) || settled.has(what));
    return latest !== undefined && said.has(latest.what) ? (last?.detail ?? null) : null;
  }
  if (state !== 'refused' && state !== 'partly_published' && state !== 'in_doubt') return null;
  return platform?.reason ?? last?.detail ?? null;
}

/** A code of the platform, as opposed to a word of ours. */
export const isPlatformCode = (reason: string): boolean => /^-?\d+$/.test(reason);
