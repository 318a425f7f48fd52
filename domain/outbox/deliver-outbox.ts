import { isDomainError } from '../errors.js';
import type { Clock, Random } from '../ports.js';
import type { Hold } from '../line-marks/line-mark.js';
import { backOff, mostTries } from './letter.js';
import type { ClaimedLetter, Deliver, Outbox, Outcome } from './ports.js';

export interface Delivered {
  readonly found: number;
  readonly done: number;
  readonly failed: number;
}

export interface DeliverPorts {
  readonly outbox: Outbox;
  /** by kind */
  readonly deliver: ReadonlyMap<string, Deliver>;
  readonly hold: () => Promise<Hold | null>;
  readonly clock: Clock;
  readonly random: Random;
}

export interface DeliverOutbox {
  /**
   * Tries what is due, at most so many letters. What fails waits longer each time, and is dead in the end; a letter that
   * was not delivered is no failure of the run, for it has its own record.
   */
  readonly deliver: (limit: number) => Promise<Delivered>;
  /** How many letters are due. */
  readonly due: () => Promise<number>;
}

/** Longer than any try takes: a claim that ends is taken for a process that died. */
const lease = 5 * 60_000;
const hour = 60 * 60_000;
/** Ids of delivered letters are kept so long: the same letter is not put in again meanwhile. */
const remembered = 3 * 24 * hour;

/** The beginning of a moment's day: to the minute, a letter that was given up would tell when it was written. */
const dayBegin = (now: number): number => now - (now % (24 * hour));

/**
 * A letter is claimed before it is tried and removed after it was delivered: killed in between, it is delivered once
 * more. Its id goes with it, so that whoever gets it can tell. Letters to somebody by name wait while the line is held.
 */
export function createDeliverOutbox(ports: DeliverPorts): DeliverOutbox {
  const { outbox, deliver, hold, clock, random } = ports;
  const open = async () => {
    const now = clock.now();
    return { now, latest: now + 2 * hour, held: (await hold()) !== null };
  };

  async function tried(letter: ClaimedLetter): Promise<Outcome> {
    const by = deliver.get(letter.kind);
    if (by === undefined) return { is: 'final', reason: 'not-set-up' };
    try {
      return await by(letter);
    } catch (error) {
      return { is: 'failed', reason: isDomainError(error) ? error.code : 'failed' };
    }
  }

  /** Whether it was delivered. */
  async function settle(letter: ClaimedLetter, outcome: Outcome): Promise<boolean> {
    const { id, fence, reason } = letter;
    if (outcome.is === 'delivered') {
      // one that lies far back is forgotten by the next run
      await outbox.delivered(id, fence, outcome.forgotten === true ? 0 : clock.now());
      return true;
    }
    if (outcome.is === 'later') {
      await outbox.postpone(id, fence, { attempts: letter.attempts, nextAt: outcome.at, reason });
      return false;
    }
    const attempts = letter.attempts + 1;
    if (outcome.is === 'final' || attempts >= mostTries)
      await outbox.bury(id, fence, { attempts, nextAt: dayBegin(clock.now()), reason: outcome.reason });
    else {
      const nextAt = clock.now() + backOff(attempts, random(1)[0] ?? 0);
      await outbox.postpone(id, fence, { attempts, nextAt, reason: outcome.reason });
    }
    return false;
  }

  return {
    async deliver(limit) {
      await outbox.forget(clock.now() - remembered);
      const counts = { found: 0, done: 0, failed: 0 };
      while (counts.found < limit) {
        const claim = await open();
        const letter = await outbox.claim({ ...claim, until: claim.now + lease });
        if (letter === null) break;
        counts.found += 1;
        if (await settle(letter, await tried(letter))) counts.done += 1;
      }
      return counts;
    },
    due: async () => outbox.due(await open()),
  };
}
