/** The place after a step; at either end it stays, and without a place (-1) the first step goes to the beginning. */
export function nextPlace(place: number, count: number, step: 1 | -1): number {
  if (count === 0) return -1;
  return place === -1 ? 0 : Math.min(count - 1, Math.max(0, place + step));
}
