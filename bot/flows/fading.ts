/** A memory that fades, in this process only: what was not touched for a while is forgotten, and of too much the oldest. */
export interface Fading<K, T> {
  get(key: K): T | null;
  /** Keeps a value for as long again; null forgets it. */
  set(key: K, value: T | null): void;
}

const most = 10_000;

/** @param forgotten told of each value that is given up, and of what takes its place, to wipe what is secret in it */
export function createFading<K, T>(
  now: () => number,
  idleMs: number,
  forgotten: (value: T, next: T | null) => void = () => undefined,
): Fading<K, T> {
  const all = new Map<K, { readonly value: T; readonly until: number }>();
  const forget = (key: K): void => {
    const known = all.get(key);
    all.delete(key);
    if (known !== undefined) forgotten(known.value, null);
  };
  const sweep = (): void => {
    for (const [key, { until }] of all) {
      // In order of last use: the first that is still open ends the search.
      if (until > now() && all.size <= most) return;
      forget(key);
    }
  };
  return {
    get(key) {
      sweep();
      return all.get(key)?.value ?? null;
    },
    set(key, value) {
      const before = all.get(key)?.value;
      all.delete(key);
      if (before !== undefined) forgotten(before, value);
      if (value !== null) all.set(key, { value, until: now() + idleMs });
      sweep();
    },
  };
}
