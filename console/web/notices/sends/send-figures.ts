/** What a send has done, in numbers. */
import type { Send } from '../../api/occurrence-types.js';

type Tally = Pick<Send, 'total' | 'sent' | 'skipped' | 'doubt'>;

export const skippedOf = ({ skipped }: Pick<Send, 'skipped'>): number =>
  Object.values(skipped).reduce((sum, count) => sum + count, 0);

/** How much of it is through, from 0 to 1; null: how many there are is not counted yet. */
export function shareOf(send: Tally): number | null {
  if (send.total === null) return null;
  if (send.total === 0) return 1;
  return Math.min(1, (send.sent + skippedOf(send) + send.doubt) / send.total);
}

/** Reasons, the most frequent first. */
export const reasonsOf = ({ skipped }: Pick<Send, 'skipped'>): readonly (readonly [string, number])[] =>
  Object.entries(skipped)
    .filter(([, count]) => count > 0)
    .sort(([a, x], [b, y]) => y - x || a.localeCompare(b));

/** Minutes within which an administrator of the account has to confirm a mass send. */
export const adminMs = 30 * 60_000;
