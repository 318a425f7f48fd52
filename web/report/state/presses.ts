/** Counts a key that is pressed several times in a row, by somebody who has to be gone at once. */

/** @param times how often @param within milliseconds from one press to the next; answers true at the last one */
export function createPresses(times: number, within: number): (at: number) => boolean {
  let count = 0;
  let last = -Infinity;
  return (at) => {
    count = at - last <= within ? count + 1 : 1;
    last = at;
    return count >= times;
  };
}
