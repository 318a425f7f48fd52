/** Answers of the part of the API that knows the holidays of years. */
import type { Named, Words } from './common-types.js';

export type HolidaySource = 'hand' | 'profile' | 'package';

/** Days off one after the other. */
export interface DaysOff {
  readonly from: string;
  /** included */
  readonly to: string;
  readonly name: Words | null;
}

/** A year in the list of years. */
export interface HolidayHead {
  readonly year: number;
  /** null: nothing was announced, or nobody entered it yet */
  readonly source: HolidaySource | null;
  readonly confirmed: boolean;
  /** counts what was entered by hand; 0: nobody entered it */
  readonly revision: number;
  readonly enteredBy: Named | null;
  readonly enteredAt: string | null;
}

export interface HolidayYear extends HolidayHead {
  /** of an unconfirmed year: what the law fixes beforehand */
  readonly off: readonly DaysOff[];
  /** days of a weekend that are worked */
  readonly worked: readonly string[];
}

export interface Announced {
  readonly off: readonly DaysOff[];
  readonly worked: readonly string[];
}

/** A day that would lie elsewhere. */
export interface HolidayMove {
  readonly id: string;
  readonly name: Words;
  readonly nominal: string;
  readonly from: string;
  readonly to: string;
}

/** One field that is wrong: `off.0`, `worked.2`. */
export interface AnnouncedProblem {
  readonly field: string;
  readonly what: string;
}
