/** Lets so many run at once; the others wait in the order in which they came. */
export function atMost(running: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = running;
  const begun = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const ended = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return async (work) => {
    await begun();
    try {
      return await work();
    } finally {
      ended();
    }
  };
}
