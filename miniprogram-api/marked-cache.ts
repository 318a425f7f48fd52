/** Keeps what was made out of published articles until something of them changes. */

export interface MarkedCacheOptions<T> {
  /** a word that changes when anything kept may be out of date */
  readonly mark: () => Promise<string>;
  /** bytes of all that is kept; what was not asked for longest goes first */
  readonly most: number;
  readonly sizeOf: (kept: T) => number;
}

export interface MarkedCache<T> {
  /** What is kept under the key, else what `make` makes; null is not kept. @throws what `mark` and `make` throw */
  readonly get: (key: string, make: () => Promise<T | null>) => Promise<T | null>;
}

export function createMarkedCache<T>({ mark, most, sizeOf }: MarkedCacheOptions<T>): MarkedCache<T> {
  const kept = new Map<string, T>();
  let size = 0;
  let present = '';

  function drop(key: string): void {
    const old = kept.get(key);
    if (old === undefined) return;
    kept.delete(key);
    size -= sizeOf(old);
  }

  function keep(key: string, made: T): void {
    drop(key);
    const weight = sizeOf(made);
    if (weight > most) return;
    kept.set(key, made);
    size += weight;
    for (const oldest of kept.keys()) {
      if (size <= most) return;
      drop(oldest);
    }
  }

  return {
    async get(key, make) {
      const now = await mark();
      if (now !== present) {
        kept.clear();
        size = 0;
        present = now;
      }
      const found = kept.get(key);
      if (found !== undefined) {
        kept.delete(key);
        kept.set(key, found); // a Map keeps the order of insertion: the last is the youngest
        return found;
      }
      const made = await make();
      // made while something changed: right enough to answer with, not to keep
      if (made !== null && now === present) keep(key, made);
      return made;
    },
  };
}
