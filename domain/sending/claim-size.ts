/** How many are claimed at once: no more than go out while the next claim is made. */
import type { SendLimits } from './send.js';

export interface ClaimSize {
  /** How many to claim next. */
  readonly next: () => number;
  /** Whether so few wait that the next claim should be made now. */
  readonly isLow: (waiting: number) => boolean;
  /** A claim was made, and so many messages began meanwhile. */
  made(begun: number): void;
}

const fewest = 8;
const most = 256;

/**
 * Whoever dies leaves what is claimed in doubt, so it is little; but a database that takes its time must not keep the
 * connections waiting. Where the pace is set, never more than a quarter of a second's worth.
 */
export function createClaimSize(limits: () => SendLimits): ClaimSize {
  let begunMeanwhile = fewest;
  const capped = (size: number): number => {
    const { concurrency, perSecond } = limits();
    const pace = perSecond === null ? most : Math.max(1, Math.ceil(perSecond / 4));
    return Math.min(size, pace, 2 * concurrency, most);
  };
  const next = (): number => capped(Math.max(fewest, 2 * begunMeanwhile));
  return {
    next,
    isLow: (waiting) => waiting <= Math.floor((next() * 3) / 4),
    made(begun) {
      // quickly more, slowly less
      begunMeanwhile = Math.max(begun, Math.floor((begunMeanwhile * 7) / 8));
    },
  };
}
