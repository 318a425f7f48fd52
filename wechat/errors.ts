/** What the platform's error codes mean for whoever called, in one table. */

/**
 * - `token`: the access token is old: get another and try once more
 * - `retry`: busy: try again, slower each time
 * - `wait`: a quota is used up: not before it opens again
 * - `stop`: refused for good, for this input or this person
 * - `human`: settings, permissions or a penalty: somebody has to look at the back office
 */
export type Reaction = 'token' | 'retry' | 'wait' | 'stop' | 'human';

const codes: Readonly<Record<Exclude<Reaction, 'stop'>, readonly number[]>> = {
  token: [40001, 40014, 42001],
  retry: [-1],
  wait: [45009, 45011, 45066],
  human: [
    ...[40002, 40013, 40125, 40164, 40243], // who we say we are, and from where
    ...[40036, 40037, 45064, 48001, 48003, 48004, 48006, 50004, 50007, 85079, 88000], // what the account may
    ...[53503, 53504, 53505], // a draft that has to be looked at in the back office
    ...[89503, 89506, 89507], // the administrator has to confirm
  ],
};

const table: ReadonlyMap<number, Reaction> = new Map(
  Object.entries(codes).flatMap(([reaction, list]) => list.map((code) => [code, reaction as Reaction])),
);

/** The right reaction to a code; to one that is not in the table: stop. */
export function reactionTo(code: number): Reaction {
  return table.get(code) ?? 'stop';
}

/** The platform refused a call. No words of the platform and no value of the call are in it. */
export class WechatError extends Error {
  readonly reaction: Reaction;
  /** `rid`: the platform's own name of the call, what its support asks for */
  constructor(
    readonly code: number,
    readonly api: string,
    readonly rid: string | null = null,
  ) {
    super(`${api} answered ${code}`);
    this.name = 'WechatError';
    this.reaction = reactionTo(code);
  }
}

/** No usable answer came: no connection, a timeout, a broken or unreadable answer. */
export class NoAnswerError extends Error {
  /** `arrived`: `no` if the call certainly never reached the platform */
  constructor(
    readonly api: string,
    readonly arrived: 'no' | 'unknown',
    readonly reason: string,
  ) {
    super(`${api} gave no answer: ${reason}`);
    this.name = 'NoAnswerError';
  }
}
