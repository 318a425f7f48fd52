/** Something that is read from storage as a whole, kept, and read anew when its mark has changed. */
import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../../domain/ports.js';

const restMs = 2_000;
const patienceMs = 1_000;

export interface Kept<T> {
  readonly mark: string;
  readonly value: T;
}

export interface KeptOptions<T> {
  /** changes whenever what is loaded would */
  readonly mark: () => Promise<string>;
  readonly load: () => Promise<T>;
  readonly clock: Pick<Clock, 'now'>;
  /** told of what went wrong while there was something to go on with */
  readonly failed: (error: unknown) => void;
}

/**
 * Looks at the mark at most once in two seconds, and all who ask meanwhile share the look. What is kept goes on being
 * given while storage fails, or takes longer than a second; only who asks while there is nothing is told why.
 */
export function createKept<T>({ mark, load, clock, failed }: KeptOptions<T>): () => Promise<Kept<T>> {
  let kept: Kept<T> | null = null;
  let lookedAt: number | null = null;
  let looking: Promise<Kept<T>> | null = null;
  let patience: Promise<void> = Promise.resolve();

  const look = async (): Promise<Kept<T>> => {
    const before = kept;
    try {
      const now = await mark();
      return now === before?.mark ? before : { mark: now, value: await load() };
    } catch (error) {
      if (before === null) throw error;
      failed(error);
      return before;
    }
  };
  const begin = (): Promise<Kept<T>> => {
    lookedAt = clock.now();
    patience = setTimeout(patienceMs, undefined, { ref: false });
    return look()
      .then((found) => (kept = found))
      .finally(() => {
        looking = null;
      });
  };
  const ask = (): Promise<Kept<T>> => (looking ??= begin());
  const isFresh = (): boolean => {
    const since = clock.now() - (lookedAt ?? -Infinity);
    return since >= 0 && since < restMs;
  };

  return async () => {
    const before = kept;
    if (before === null) return ask();
    if (looking === null && isFresh()) return before;
    return Promise.race([ask(), patience.then(() => before)]);
  };
}
