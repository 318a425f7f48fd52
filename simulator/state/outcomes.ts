/** What the next publications and mass sends come to: by itself everything succeeds. */

/** reference 6: 0 done, 2 originality, 3 failed, 4 refused by review, 6 done and blocked a little later */
export const publishOutcomes = [0, 2, 3, 4, 6] as const;
export const massOutcomes = ['success', 'fail', 'await_admin'] as const;

export type PublishOutcome = (typeof publishOutcomes)[number];
export type MassOutcome = (typeof massOutcomes)[number];

/** Used up `times` times, for publications and mass sends each. */
export interface Outcome {
  readonly publish?: PublishOutcome;
  readonly mass?: MassOutcome;
  readonly times: number;
}

export interface Outcomes {
  /** After those that were set before. */
  set(outcome: Outcome): void;
  clear(): void;
  /** What is left, in the order in which it comes. */
  list(): readonly Outcome[];
  /** What the publication that is submitted now comes to; likewise the mass send. */
  nextPublish(): PublishOutcome;
  nextMass(): MassOutcome;
}

const most = 100;

interface Left<T> {
  readonly is: T;
  times: number;
}

export function createOutcomes(): Outcomes {
  let publish: Left<PublishOutcome>[] = [];
  let mass: Left<MassOutcome>[] = [];
  const use = <T>(row: Left<T>[]): T | undefined => {
    const [first] = row;
    if (first === undefined) return undefined;
    first.times -= 1;
    if (first.times <= 0) row.shift();
    return first.is;
  };
  return {
    set: (outcome) => {
      const { times } = outcome;
      if (outcome.publish !== undefined) publish = [...publish, { is: outcome.publish, times }].slice(-most);
      if (outcome.mass !== undefined) mass = [...mass, { is: outcome.mass, times }].slice(-most);
    },
    clear: () => {
      publish = [];
      mass = [];
    },
    list: () => [
      ...publish.map(({ is, times }) => ({ publish: is, times })),
      ...mass.map(({ is, times }) => ({ mass: is, times })),
    ],
    nextPublish: () => use(publish) ?? 0,
    nextMass: () => use(mass) ?? 'success',
  };
}
