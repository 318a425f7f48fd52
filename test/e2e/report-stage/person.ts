/** Somebody at the web form whose line does what the test says. */
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Browser, Dialog, Page } from 'playwright-core';
import { launch } from '../simulator-browser.js';
import type { Opened } from './open-form.js';
import { openStage, type Stage, type StageView } from './stage.js';

/** Opens the form for a test, in English unless it says otherwise, and closes it afterwards. */
export function formOnStage(): (how?: StageView) => Promise<Opened> {
  let browser: Browser;
  let stage: Stage;
  const pages: Page[] = [];
  beforeAll(async () => {
    stage = await openStage();
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });
  return async (how = {}) => {
    const opened = await stage.open(browser, { lang: 'en', ...how });
    pages.push(opened.page);
    return opened;
  };
}

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();
export const title = (page: Page): Promise<string> => page.locator('h1').innerText();
export const go = (page: Page): Promise<void> => press(page, 'Continue');

export async function begin(page: Page): Promise<void> {
  await press(page, 'Report something');
  await page.getByText('Question 1 of about').waitFor();
}

/** Up to the summary; the files question is passed over. */
export async function answerAll(page: Page): Promise<void> {
  await begin(page);
  await toSummary(page);
}

export async function toSummary(page: Page): Promise<void> {
  while ((await page.locator('.summary').count()) === 0) {
    const main = page.locator('main');
    if ((await main.locator('textarea').count()) > 0)
      await main.locator('textarea').fill('last week, at the gate');
    if ((await main.locator('input[type=radio]').count()) > 0)
      await main.locator('input[type=radio]').first().check();
    if ((await main.locator('input[type=checkbox]').count()) > 0)
      await main.locator('input[type=checkbox]').check();
    await press(page, /^(Continue|Agree and continue)$/);
  }
}

/** Whether the browser asks before the page is loaded again; the answer is no. */
export async function asksBeforeReload(page: Page): Promise<boolean> {
  let asked = false;
  const answer = (dialog: Dialog): void => {
    asked = dialog.type() === 'beforeunload';
    void dialog.dismiss().catch(() => undefined);
  };
  page.on('dialog', answer);
  const loaded = page.waitForEvent('load', { timeout: 1500 }).catch(() => undefined);
  await page.evaluate(() => {
    setTimeout(() => {
      location.reload();
    });
  });
  await loaded;
  page.off('dialog', answer);
  return asked;
}

export const told = (
  page: Page,
): Promise<{ sent: { answers: object; files: object[] }[]; wiped: string[]; added: object[] }> =>
  page.evaluate(() => {
    const { told: all } = globalThis as unknown as {
      told: { sent: never[]; wiped: string[]; added: never[] };
    };
    return { sent: all.sent, wiped: all.wiped, added: all.added };
  });
