/** What a person allowed: so many messages of one of the account's forms. Who it is stands sealed in it. */

/** The account whose messages they are: one's openids are nothing to the other. */
export const consentWays = ['account', 'mini'] as const;
export type ConsentWay = (typeof consentWays)[number];

export interface Consent {
  /** the tag of person, way and form: there is one of each */
  readonly id: string;
  /** the tag of the person in this way: what they are forgotten by */
  readonly person: string;
  readonly way: ConsentWay;
  readonly template: string;
  /** the openid; empty once they are forgotten */
  readonly sealed: Uint8Array;
  /** messages that are left */
  readonly count: number;
  /** messages on their way, of which is not known yet what became */
  readonly open: number;
  /** counts the answers that were taken */
  readonly turn: number;
  /** marks of the last answers: an answer is told more than once */
  readonly answers: readonly string[];
  /** the day on which one was allowed or spent last, `YYYY-MM-DD` */
  readonly changedOn: string;
}

/** Answers that are remembered. */
export const rememberedAnswers = 8;

/** Days for which a consent stays that nobody uses. */
export const unusedDays = 365;
