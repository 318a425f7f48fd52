/** What somebody waits for who opens the console for the first time. */
import type { Browser } from 'playwright-core';
import { freshPage } from './browser.js';

export interface FirstPage {
  /** as they come over the wire, with their headers */
  readonly bytes: number;
  readonly requests: number;
  /** milliseconds until something is seen, and until a letter that is typed stands in the field */
  readonly painted: number;
  readonly interactive: number;
}

/** Opens it with nothing in any cache. `slower`: by how much the processor is held back */
export async function firstPage(browser: Browser, url: string, slower: number): Promise<FirstPage> {
  const page = await freshPage(browser, slower);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let [bytes, requests] = [0, 0];
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await page.addInitScript(watchField);
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => 'interactive' in globalThis);
  const answer = await page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    interactive: (globalThis as unknown as { interactive: number }).interactive,
  }));
  const measured = { bytes, requests, ...answer };
  await page.context().close();
  return measured;
}

/** Runs in the page: the field is there, and what is to be done with it is done at once. */
function watchField(): void {
  const look = (): void => {
    const field = document.querySelector<HTMLInputElement>('#sign-in-name');
    if (field === null) {
      requestAnimationFrame(look);
      return;
    }
    // behind everything that was begun before it, and the paint that shows it
    requestAnimationFrame(() => {
      setTimeout(() => {
        Object.assign(globalThis, { interactive: performance.now() });
      });
    });
  };
  requestAnimationFrame(look);
}
