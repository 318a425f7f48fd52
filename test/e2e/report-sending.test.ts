/** From the last button of the web form to the receipt. */
import { describe, expect, test } from '@jest/globals';
import { lookAt } from './report-stage/open-form.js';
import {
  answerAll,
  asksBeforeReload,
  begin,
  formOnStage,
  go,
  press,
  title,
  told,
} from './report-stage/person.js';

const open = formOnStage();

describe('sending', () => {
  test('a lost connection loses nothing, and the same button sends it again', async () => {
    const { page } = await open({ settings: { sends: ['lost', 'limit', 'nobody'] } });
    await answerAll(page);
    await press(page, 'Send the report');
    expect(await page.locator('.problems').innerText()).toContain('it is never sent twice');
    await press(page, 'Send the report');
    await page.getByText('call 12339').waitFor();
    await press(page, 'Send the report');
    await page.getByText('nobody could open it').waitFor();
    await press(page, 'Send the report');
    await page.locator('.receipt').waitFor();
    const { sent } = await told(page);
    expect(sent.map(({ answers }) => answers)).toEqual(Array(4).fill(sent[0]?.answers));
  });

  test('begins to be prepared with the first answer, while somebody still writes', async () => {
    const { page } = await open();
    await begin(page);
    const prepared = (): Promise<string[]> =>
      page.evaluate(() => (globalThis as unknown as { told: { prepared: string[] } }).told.prepared);
    expect(await prepared()).toEqual([]);
    await page.getByLabel('A gap in how').check();
    await go(page);
    expect(await prepared()).toEqual(['Question 1 of about 11']);
  });

  test('an earlier try that had arrived after all is said, because later changes are not in it', async () => {
    const { page } = await open({ settings: { earlier: true } });
    await answerAll(page);
    await press(page, 'Send the report');
    expect(await page.locator('main .notice').first().innerText()).toContain('first try had arrived');
  });

  test('the receipt is checked by its last four digits, and then forgotten', async () => {
    const { page } = await open();
    await answerAll(page);
    await press(page, 'Send the report');
    await page.locator('.receipt').waitFor();
    expect(await page.locator('.code').innerText()).toBe('1234 5678 9012 3456 7891');
    expect(await page.locator('main').innerText()).toContain('by Tuesday 20 April 2027');
    expect(await asksBeforeReload(page)).toBe(true);
    await page.getByLabel('The last four digits').fill('7890');
    await press(page, 'Check the digits');
    expect(await page.locator('.problems').innerText()).toContain('not the last four');
    expect((await told(page)).wiped).toEqual([]);
    await page.getByLabel('The last four digits').fill(' 7 8 9 1 ');
    await press(page, 'Check the digits');
    expect(await title(page)).toBe('It matches. You have your receipt');
    await lookAt(page, 'receipt-saved-en');
    expect((await told(page)).wiped).toEqual(['report']);
    expect(await page.content()).not.toContain('7891');
    await page.goBack();
    await page.waitForTimeout(200);
    expect(await title(page)).toBe('It matches. You have your receipt');
    expect(await asksBeforeReload(page)).toBe(false);
  });

  test('the receipt is copied with its gaps, and on paper stands with what to do and nothing of the report', async () => {
    const { page } = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await answerAll(page);
    await press(page, 'Send the report');
    await press(page, 'Copy');
    await page.getByText('Copied.').first().waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('1234 5678 9012 3456 7891');
    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('body').innerText();
    expect(printed).toContain('1234 5678 9012 3456 7891');
    expect(printed).toContain('“Check a report”');
    expect(printed).not.toMatch(/last four|gate|Leave this page|Sample Operator/);
  });

  test('whoever does without the receipt is asked by what that loses', async () => {
    const { page } = await open();
    await answerAll(page);
    await press(page, 'Send the report');
    await press(page, 'Go on without writing it down');
    expect(await page.locator('main').innerText()).toContain('not be able to see replies');
    await press(page, 'Back to the receipt');
    await page.locator('.receipt').waitFor();
    await press(page, 'Go on without writing it down');
    await press(page, 'Go on without the receipt');
    expect(await title(page)).toBe('Your report is here');
  });

  test('what was entered is deleted after a question that counts it', async () => {
    const { page } = await open();
    await answerAll(page);
    await press(page, 'Delete it all, do not send');
    expect(await page.locator('main').innerText()).toContain('12 answers will be destroyed');
    await press(page, 'Keep it and go back');
    await page.locator('.summary').waitFor();
    await press(page, 'Delete it all, do not send');
    await press(page, 'Delete it all');
    expect(await title(page)).toBe('Everything has been destroyed. Nothing was sent.');
    expect((await told(page)).sent).toEqual([]);
    expect(await page.content()).not.toContain('at the gate');
  });
});
