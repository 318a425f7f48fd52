/** Leaving the web form: at once, and not by mistake. */
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { formOnStage, title, go, begin, asksBeforeReload } from './report-stage/person.js';

const open = formOnStage();

describe('leaving', () => {
  test('asks first as soon as something was entered, and says what would be lost', async () => {
    const { page } = await open();
    expect(await asksBeforeReload(page)).toBe(false);
    await begin(page);
    await page.getByLabel('A gap in how').check();
    expect(await asksBeforeReload(page)).toBe(true);
    expect(await page.locator('.would-lose').innerText()).toContain('1 answer will be lost');
    expect(await page.getByLabel('A gap in how').isChecked()).toBe(true);
  });

  test.each([
    ['the button', (page: Page) => page.getByRole('link', { name: 'Leave this page' }).click()],
    [
      'Escape, three times',
      async (page: Page) => {
        for (let n = 0; n < 3; n += 1) await page.keyboard.press('Escape');
      },
    ],
  ] as const)('at once by %s: no question, and going back shows a harmless page', async (_how, leave) => {
    const { page } = await open();
    await begin(page);
    await page.getByLabel('A gap in how').check();
    await go(page);
    await page.locator('textarea').fill('something that nobody may see');
    let asked = false;
    page.on('dialog', (dialog) => {
      asked = true;
      void dialog.accept();
    });
    await leave(page);
    await page.waitForURL('https://www.wikipedia.org/');
    expect(asked).toBe(false);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/a/');
    await page.goBack();
    expect(page.url()).not.toContain('/report');
  });

  test('Escape pressed slowly, or twice, leaves nothing', async () => {
    const { page } = await open();
    await begin(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.waitForTimeout(2100);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(100);
    expect(await title(page)).toBe('What kind of thing is it about?');
  });

  test('wipes keys, answers and page', async () => {
    const { page } = await open();
    await begin(page);
    await page.getByLabel('A gap in how').check();
    await go(page);
    await page.locator('textarea').fill('something that nobody may see');
    const after = await page.evaluate(() => {
      const field = document.querySelector('textarea');
      globalThis.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      const { told: all } = globalThis as unknown as { told: { wiped: string[] } };
      return { wiped: all.wiped, left: document.querySelector('main')?.textContent, field: field?.value };
    });
    expect(after).toEqual({ wiped: ['report'], left: '', field: '' });
  });

  test('in another language goes to a page that is usual there', async () => {
    const { page } = await open({ lang: 'zh' });
    expect(await page.locator('#exit').getAttribute('href')).toBe('https://www.baidu.com/');
  });
});
