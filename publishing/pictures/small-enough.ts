/** How often a size is guessed anew: the first guess is nearly always right. */
const mostGuesses = 6;

/**
 * Qualities are tried from the best on; then, if the picture may become smaller, sizes that should just do. What is made
 * last is the answer, small enough or not.
 */
export async function smallEnough<Quality, Made extends { readonly data: Uint8Array }>(
  mostBytes: number,
  qualities: readonly [Quality, ...Quality[]],
  make: (quality: Quality, scale: number) => Promise<Made>,
  mayShrink: boolean,
): Promise<Made> {
  const [best, ...others] = qualities;
  let last = best;
  let made = await make(best, 1);
  for (const quality of others) {
    if (made.data.length <= mostBytes) return made;
    made = await make((last = quality), 1);
  }
  let scale = 1;
  for (let guess = 0; mayShrink && made.data.length > mostBytes && guess < mostGuesses; guess += 1) {
    scale *= 0.95 * Math.sqrt(mostBytes / made.data.length);
    made = await make(last, scale);
  }
  return made;
}
