/** When a page that is looked at asks for its figures again. */

export interface RefreshPace {
  /** Somebody did something in the window. */
  touched(): void;
  /** Whether it is time to ask; true counts as asked. `hurried`: something is about to change. */
  due(looking: boolean, hurried: boolean): boolean;
  /** Whether nobody seems to be there, so that nothing is asked for. */
  resting(): boolean;
}

/** Milliseconds. */
export const pace = { every: 15_000, hurried: 1_500, away: 5 * 60_000 } as const;

/** `now`: milliseconds of a clock that never jumps. The page has just asked, and somebody has just come to it. */
export function createRefreshPace(now: () => number): RefreshPace {
  let askedAt = now();
  let touchedAt = askedAt;
  const resting = (): boolean => now() - touchedAt > pace.away;
  return {
    resting,
    touched: () => {
      touchedAt = now();
    },
    due: (looking, hurried) => {
      if (!looking || resting() || now() - askedAt < (hurried ? pace.hurried : pace.every)) return false;
      askedAt = now();
      return true;
    },
  };
}
