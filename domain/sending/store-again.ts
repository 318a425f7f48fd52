import { isDomainError } from '../errors.js';

/** Milliseconds between two tries, and how often it is tried. */
const againMs = 500;
const tries = 240;

/**
 * Makes a call of the database, and makes it again while the database is away, for two minutes at most: what a worker
 * knows and cannot write down is a doubt for whoever comes after. Only for calls that may be repeated.
 * @throws what the call throws
 */
export async function storeAgain<T>(wait: (ms: number) => Promise<void>, call: () => Promise<T>): Promise<T> {
  for (let left = tries; ; left -= 1)
    try {
      return await call();
    } catch (error) {
      if (left <= 1 || !isDomainError(error) || error.kind !== 'unavailable') throw error;
      await wait(againMs);
    }
}
