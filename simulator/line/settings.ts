import { type Account } from '../account.js';
import { type Random } from '../state/chance.js';
import { type PlatformClock } from '../state/clock.js';
import { type Faults } from '../state/faults.js';
import { type Users } from '../state/users.js';
import { type Format } from './stamped.js';

/** What the platform needs to know to push to one account's callback. */
export interface LineSettings {
  readonly account: Account;
  readonly callbackUrl: string;
  readonly format: Format;
  readonly clock: PlatformClock;
  readonly random: Random;
  readonly users: Users;
  readonly faults: Faults;
  readonly messageId: () => string;
  readonly knowsMedia: (id: string) => boolean;
  readonly pace: Pace;
}

export interface Pace {
  /** how often one message is tried */
  readonly attempts: number;
  /** each attempt's time, connecting included */
  readonly limitMs: number;
  /** between two attempts, unless the first used up its time */
  readonly gapMs: number;
  /** after so many messages in a row without an answer nothing is pushed for a minute */
  readonly failures: number;
}

/** Five seconds, three times (reference 7, by the plain reading); gap and number of failures are not documented. */
export const platformPace: Pace = { attempts: 3, limitMs: 5000, gapMs: 1000, failures: 5 };
