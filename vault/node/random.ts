/** Random bytes from a pool: one call to the system for many small draws. */
import { randomFillSync } from 'node:crypto';
import { type Random } from '../bytes.js';

/** Unpredictable bytes of node:crypto, fetched `refill` at a time; what was given away is wiped from the pool. */
export function createRandom(refill = 8192): Random {
  const pool = new Uint8Array(refill);
  let used = refill;
  return (bytes) => {
    if (bytes > refill / 4) return randomFillSync(new Uint8Array(bytes));
    if (used + bytes > refill) {
      randomFillSync(pool);
      used = 0;
    }
    const drawn = pool.slice(used, used + bytes);
    pool.fill(0, used, used + bytes);
    used += bytes;
    return drawn;
  };
}
