/** What the web form says before it begins, and what it leaves behind. */
import { describe, expect, test } from '@jest/globals';
import { kept, keptNothing, lookAt } from './report-stage/open-form.js';
import { formOnStage, press, begin, answerAll } from './report-stage/person.js';

const open = formOnStage();

describe('the first page', () => {
  test('says when no report can be taken, before anybody writes one', async () => {
    const { page } = await open({ settings: { takesReports: false } });
    await page.getByText('No reports can be taken').waitFor();
    expect(await page.getByRole('button', { name: 'Report something' }).count()).toBe(0);
    expect(await page.locator('.notice li').allInnerTexts()).toEqual(['Telephone: 12339']);
    await lookAt(page, 'not-taken-en');
  });

  test('inside WeChat says so first, and offers its link', async () => {
    const { page } = await open({ userAgent: 'Mozilla/5.0 MicroMessenger/8.0.50' });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByText('This page is open inside WeChat').waitFor();
    await lookAt(page, 'wechat-en');
    await press(page, 'Copy the link');
    await page.getByText('The link is copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/report$/);
  });

  test('needs no script to say who runs the line, what it takes, how it protects and which other ways there are', async () => {
    const { page, problems } = await open({ javaScript: false });
    const says = await page.locator('body').innerText();
    for (const words of [
      'not an official channel',
      'call 110 first',
      'it needs JavaScript',
      'confidential, not anonymous',
      '12339',
      'Sample Operator',
    ])
      expect(says).toContain(words);
    expect(problems).toEqual([]);
  });

  test('keeps nothing on the device and asks no other host, whatever was done', async () => {
    const { page, foreign, problems } = await open();
    await answerAll(page);
    await press(page, 'Send the report');
    await page.locator('.receipt').waitFor();
    expect(await kept(page)).toEqual(keptNothing);
    expect(foreign).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('no field has a name or lets the browser fill, correct or look up what is in it', async () => {
    const { page } = await open();
    await begin(page);
    const wrong: string[] = [];
    while ((await page.locator('.summary').count()) === 0) {
      wrong.push(
        ...(await page.evaluate(() =>
          [...document.querySelectorAll('input, textarea, form')]
            .filter(
              (field) =>
                field.getAttribute('autocomplete') !== 'off' ||
                (field instanceof HTMLTextAreaElement && field.spellcheck) ||
                (field.hasAttribute('name') && (field as HTMLInputElement).type !== 'radio'),
            )
            .map((field) => field.outerHTML),
        )),
      );
      if ((await page.locator('main textarea').count()) > 0)
        await page.locator('main textarea').fill('last week');
      const box = page.locator('main input[type=radio], main input[type=checkbox]').first();
      if ((await box.count()) > 0) await box.check();
      await press(page, /^(Continue|Agree and continue)$/);
    }
    expect(wrong).toEqual([]);
  });
});
