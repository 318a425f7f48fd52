/** The form in a browser, and everything that must not happen while somebody uses it. */
import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessibilityProblems, picture, type View } from '../simulator-browser.js';

export interface Opened {
  readonly page: Page;
  /** what the console complained of, policy violations too */
  readonly problems: string[];
  /** requests to another host than the line */
  readonly foreign: string[];
}

export interface OpenedHow {
  readonly view: View;
  /** runs before the page's own script */
  readonly script?: string;
  readonly userAgent?: string | undefined;
  readonly javaScript?: boolean;
}

export async function openForm(browser: Browser, address: string, how: OpenedHow): Promise<Opened> {
  const { view, script, userAgent, javaScript = true } = how;
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    colorScheme: view.scheme,
    ...{ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' },
    javaScriptEnabled: javaScript,
    ...(userAgent === undefined ? {} : { userAgent }),
  });
  const host = new URL(address).host;
  const foreign: string[] = [];
  // nothing leaves this machine, also not what somebody leaves for
  await context.route(
    (url) => url.host !== host,
    async (route) => {
      foreign.push(route.request().url());
      await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>elsewhere</title>' });
    },
  );
  context.setDefaultTimeout(8000);
  const page = await context.newPage();
  if (script !== undefined) await page.addInitScript(script);
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(address);
  return { page, problems, foreign };
}

/** A picture, in which nothing is wrong for who cannot see it, and nothing lies beside the screen. */
export async function lookAt(page: Page, name: string): Promise<void> {
  await picture(page, `report-${name}`);
  const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  const found = await accessibilityProblems(page);
  expect({ name, found, beyond: Math.max(0, beyond) }).toEqual({ name, found: [], beyond: 0 });
}

/** What the browser keeps for this page, in all the places that there are. */
export async function kept(page: Page): Promise<Readonly<Record<string, number>>> {
  const cookies = await page.context().cookies();
  const others = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  return { cookies: cookies.length, ...others };
}

export const keptNothing = { cookies: 0, local: 0, session: 0, databases: 0, caches: 0, workers: 0 };
