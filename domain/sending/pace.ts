/** How fast a send goes: carefully at first, as fast as it may while all goes well, slower when it does not. */
import type { SendLimits } from './send.js';

export interface Pace {
  /** How many may be under way at once now. */
  readonly window: () => number;
  readonly limits: () => SendLimits;
  /** Changes the limits while it goes. */
  limit(limits: SendLimits): void;
  /** Ends when the next one may begin; one at a time is asked for. */
  turn(): Promise<void>;
  /** One went well: a little more at once. */
  good(): void;
  /** One did not: half as many at once; `wait`: and the next one somewhat later. Answers how many did not in a row. */
  bad(wait: boolean): number;
}

/** Milliseconds that are waited after the first failure; each further one doubles them. */
const firstPause = 500;
const longestPause = 8_000;
/** Waits a second: a timer is not exact below a few milliseconds. */
const waitsASecond = 50;

/**
 * Begins with one at a time: what all would be refused for is refused once. An account that does not answer costs a few
 * doubts and not one for each connection at every try.
 */
export function createPace(start: SendLimits, wait: (ms: number) => Promise<void>): Pace {
  let limits = start;
  let open = 1;
  let badInARow = 0;
  let nextPause = firstPause;
  let pause = 0;
  let begun = 0;

  return {
    window: () => Math.min(open, limits.concurrency),
    limits: () => limits,
    limit(next) {
      limits = next;
    },
    async turn() {
      if (pause > 0) {
        const ms = pause;
        pause = 0;
        await wait(ms);
      }
      const { perSecond } = limits;
      if (perSecond === null) return;
      // as many as come in one wait begin together
      const together = Math.max(1, Math.round(perSecond / waitsASecond));
      begun += 1;
      if (begun < together) return;
      begun = 0;
      await wait((1_000 * together) / perSecond);
    },
    good() {
      open = Math.min(open + 1, limits.concurrency);
      badInARow = 0;
      nextPause = firstPause;
    },
    bad(later) {
      open = Math.max(1, Math.floor(Math.min(open, limits.concurrency) / 2));
      badInARow += 1;
      // one pause for all that failed at the same moment
      if (later && pause === 0) {
        pause = nextPause;
        nextPause = Math.min(nextPause * 2, longestPause);
      }
      return badInARow;
    },
  };
}
