import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something is so. @throws when it is not after 20 seconds */
export async function until(is: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 20_000;
  while (!(await is())) {
    if (performance.now() > end) throw new Error(`waited in vain for: ${is.toString()}`);
    await sleep(50);
  }
}
