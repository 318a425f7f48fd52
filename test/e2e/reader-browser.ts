/** What people outside the desk see of an article: its pages, the API, the chat, the platform. */
import type { Browser, Page } from 'playwright-core';
import { openPage, type View } from './simulator-browser.js';

const phone: View = { width: 390, height: 844, scheme: 'light' };

/** The page of an article for readers, and the status that it was answered with. */
export async function openArticle(
  browser: Browser,
  url: string,
  slug: string,
  lang: 'zh' | 'en',
): Promise<{ page: Page; problems: string[] }> {
  return openPage(browser, `${url}/a/${slug}?lang=${lang}`, phone);
}

/** What the public API says of an article, and with which status. */
export async function fromApi(
  url: string,
  slug: string,
  lang: 'zh' | 'en' = 'zh',
): Promise<{ status: number; body: Readonly<Record<string, unknown>> }> {
  const response = await fetch(`${url}/api/v1/articles/${slug}?lang=${lang}`);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** The status of the page for readers. */
export const statusOf = async (url: string, slug: string): Promise<number> =>
  (await fetch(`${url}/a/${slug}?lang=zh`)).status;

/** A phone that follows the account. */
export async function openChat(browser: Browser, url: string): Promise<{ page: Page; problems: string[] }> {
  const opened = await openPage(browser, `${url}/simulator/?lang=zh`, phone);
  await opened.page.getByRole('button', { name: '关注此账号' }).click();
  await opened.page.locator('li.them:visible').first().waitFor();
  return opened;
}

/** Taps a choice of the last answer and answers what the account says then. */
export async function tap(page: Page, name: string | RegExp): Promise<string> {
  const said = page.locator('li.them:visible');
  const before = await said.count();
  await said.last().getByRole('button', { name }).click();
  await said.nth(before).waitFor();
  return said.last().innerText();
}

/** Sets what the next publication comes to, as the platform decides it: 0 done, 4 refused by its check. */
export const platformDecides = (url: string, publish: 0 | 4): Promise<void> =>
  control(url, 'outcomes', { publish });

/** The next call of an API of the platform is answered with an error. */
export const platformFails = (url: string, api: string, errcode: number): Promise<void> =>
  control(url, 'faults', { kind: 'errcode', api, errcode, times: 1 });

async function control(url: string, what: string, body: object): Promise<void> {
  const response = await fetch(`${url}/simulator/api/${what}`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });
  if (!response.ok) throw new Error(`${String(response.status)} from the simulator`);
}
