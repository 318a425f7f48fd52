/** Work that is done a little later, and not at all once stopped. */
export function createTimers(delayMs: number): { later(task: () => Promise<void>): void; stop(): void } {
  const pending = new Set<NodeJS.Timeout>();
  return {
    later: (task) => {
      const timer = setTimeout(() => {
        pending.delete(timer);
        void task();
      }, delayMs);
      timer.unref();
      pending.add(timer);
    },
    stop: () => {
      for (const timer of pending) clearTimeout(timer);
      pending.clear();
    },
  };
}
