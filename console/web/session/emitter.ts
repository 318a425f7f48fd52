/** Tells who listens, in the order in which they began to. */
export interface Emitter<Name extends string> {
  /** Answers how to stop listening. */
  on(name: Name, listener: () => void): () => void;
  emit(name: Name): void;
}

export function createEmitter<Name extends string>(): Emitter<Name> {
  const listeners = new Map<Name, Set<() => void>>();
  return {
    on: (name, listener) => {
      const those = listeners.get(name) ?? new Set();
      listeners.set(name, those.add(listener));
      return () => {
        those.delete(listener);
      };
    },
    emit: (name) => {
      for (const listener of [...(listeners.get(name) ?? [])]) listener();
    },
  };
}
