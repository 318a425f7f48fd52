/** What a sender is told. */
export interface SenderTask {
  readonly uri: string;
  readonly origin: string;
  /** milliseconds by which its clock is wrong */
  readonly offset: number;
  readonly leaseMs: number;
  /** milliseconds after which it gives a call up */
  readonly timeoutMs: number;
  readonly secret: string;
  readonly template: string;
  /** null: it lives until it is killed */
  readonly death: Death | null;
}

/** The n-th call of a name, before it is made or when its answer is there. */
export interface Death {
  readonly call: string;
  readonly nth: number;
  readonly when: 'before' | 'after';
}

/** Everything that a sender asks of database and platform while it sends to people. */
const calls = ['open', 'change', 'count', 'page', 'claim', 'deliver', 'settle'] as const;

/** Each of the calls, before and after, early and later in a sender's life. */
export function deaths(): readonly Death[] {
  const early: Readonly<Record<string, readonly number[]>> = {
    ...{ open: [1], count: [1], change: [1, 2, 3, 9], page: [1, 2], claim: [1, 2, 7] },
    ...{ deliver: [1, 2, 40, 150], settle: [1, 2, 12] },
  };
  return calls.flatMap((call) =>
    (early[call] ?? []).flatMap((nth): Death[] => [
      { call, nth, when: 'before' },
      { call, nth, when: 'after' },
    ]),
  );
}
