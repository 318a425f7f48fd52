/** So many at once, the others in the order they came. */
export interface Slots {
  /** Runs the work when there is room for it. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function createSlots(atOnce: number): Slots {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return {
    async run(work) {
      if (busy < atOnce) busy += 1;
      else
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      try {
        return await work();
      } finally {
        // who waited longest takes the place over
        const next = waiting.shift();
        if (next) next();
        else busy -= 1;
      }
    },
  };
}
