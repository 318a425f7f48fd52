/** From a key that is pressed to the paint that shows its letter. */
import type { Page } from 'playwright-core';

/** Milliseconds of each key, measured twice. */
export interface Keystrokes {
  /** to the task behind the next frame */
  readonly byFrame: readonly number[];
  /** as the browser's Event Timing has it, in steps of 8 ms; keys of less than 16 ms count as 16 */
  readonly byBrowser: readonly number[];
}

/** Gaps between keys, in milliseconds: bursts, and pauses in which what waits for a rest is done. */
const gaps = [70, 90, 60, 110, 80, 130, 60, 150, 90, 70, 380, 100, 60, 410, 90, 450, 70, 120, 600, 80];

/** Types so many letters where the caret stands. */
export async function typed(page: Page, letters: number): Promise<Keystrokes> {
  await page.evaluate(watchKeys);
  for (let n = 0; n < letters; n += 1) {
    await page.keyboard.press('abcdefghijklmnopqrstuvwxyz'.charAt(n % 26));
    await page.waitForTimeout(gaps[n % gaps.length] ?? 80);
  }
  return page.evaluate(async () => {
    const { keys } = globalThis as unknown as { keys: { byFrame: number[]; byBrowser: Map<number, number> } };
    // the browser tells of an event some frames later
    await new Promise((resolve) => setTimeout(resolve, 500));
    const told = [...keys.byBrowser.values()];
    const unsaid = Math.max(0, keys.byFrame.length - told.length);
    return { byFrame: keys.byFrame, byBrowser: [...told, ...Array.from({ length: unsaid }, () => 16)] };
  });
}

/** Runs in the page. */
function watchKeys(): void {
  const keys = { byFrame: [] as number[], byBrowser: new Map<number, number>() };
  Object.assign(globalThis, { keys });
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => keys.byFrame.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    },
    { capture: true, passive: true },
  );
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries())
      if (name === 'keydown') keys.byBrowser.set(startTime, duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}
