/** A small memory of what happened lately, in this process only: the oldest is forgotten first. */
export interface Recent<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  forget(key: string): void;
}

const most = 10_000;

export function createRecent<T>(): Recent<T> {
  const all = new Map<string, T>();
  return {
    get: (key) => all.get(key),
    set(key, value) {
      all.delete(key);
      all.set(key, value);
      const [oldest] = all.keys();
      if (all.size > most && oldest !== undefined) all.delete(oldest);
    },
    forget(key) {
      all.delete(key);
    },
  };
}
