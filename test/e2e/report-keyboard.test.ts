/** A whole report by somebody without a mouse, with the focus always to be seen. */
import { expect, test } from '@jest/globals';
import { keyboardOf } from './by-keyboard.js';
import { formOnStage } from './report-stage/person.js';

const open = formOnStage();

test('a report is written, sent and its receipt checked by the keyboard alone', async () => {
  const { page } = await open();
  const keys = keyboardOf(page);
  // the heading has the focus, and the same name
  await keys.press('Tab');
  await keys.go('Report something');
  await keys.press('Enter');
  await page.getByText('Question 1 of').waitFor();
  for (let n = 1; (await page.locator('.summary').count()) === 0; n += 1) {
    const main = page.locator('main');
    const heading = await main.locator('h1').innerText();
    if ((await main.locator('textarea').count()) > 0) {
      await keys.press('Tab');
      await keys.go(heading);
      await keys.type('last week, at the gate');
    } else if ((await main.locator('input[type=radio]').count()) > 0) {
      await keys.go((await main.locator('.choice label').first().innerText()).trim());
      await keys.press('Space');
    } else if ((await main.locator('input[type=checkbox]').count()) > 0) {
      await keys.go(/told it as I know it/);
      await keys.press('Space');
    }
    await keys.go(/^(Continue|Agree and continue)$/);
    await keys.press('Enter');
    await page.waitForFunction((before) => document.querySelector('h1')?.innerText !== before, heading);
    expect(n).toBeLessThan(20);
  }
  await keys.go('Send the report');
  await keys.press('Enter');
  await page.locator('.receipt').waitFor();
  await keys.go('The last four digits, from your paper');
  await keys.type('7891');
  await keys.press('Enter');
  await page.getByText('It matches.').waitFor();
  await keys.go('To the first page');
  expect(keys.troubles).toEqual([]);
});
