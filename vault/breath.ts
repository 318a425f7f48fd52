/** Long work in slices: a page that is held longer than a moment seems to have died. */

/** What long work needs from outside to let go in between. */
export interface Breath {
  /** milliseconds, of any zero */
  now(): number;
  /** lets the page go on, for `ms` milliseconds or longer */
  pause(ms: number): Promise<void>;
}

/** The longest slice in milliseconds. Between two looks at the clock a slow phone may need a few more. */
export const sliceBudget = 30;

/** Makes `rest()`: null while the slice lasts; once it is over, a promise that is kept when the next one begins. */
export function createRest(breath: Breath): () => Promise<void> | null {
  let began = breath.now();
  return () => {
    const held = breath.now() - began;
    // a clock that was put back would never end the slice
    if (held >= 0 && held < sliceBudget) return null;
    return breath.pause(0).then(() => {
      began = breath.now();
    });
  };
}
