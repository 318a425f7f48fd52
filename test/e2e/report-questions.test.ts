/** What somebody meets among the questions of the web form. */
import { describe, expect, test } from '@jest/globals';
import { lookAt } from './report-stage/open-form.js';
import {
  formOnStage,
  press,
  title,
  go,
  begin,
  answerAll,
  asksBeforeReload,
  told,
} from './report-stage/person.js';

const open = formOnStage();

describe('the questions', () => {
  test('an unanswered question is named beside its field and at the top, which has the focus; nothing is ever grey', async () => {
    const { page } = await open();
    await begin(page);
    expect(await page.locator('button:disabled').count()).toBe(0);
    await go(page);
    const problems = page.locator('.problems');
    expect(await problems.evaluate((element) => element === document.activeElement)).toBe(true);
    await problems.getByRole('link', { name: 'Choose one of these.' }).press('Enter');
    expect(
      await page
        .locator('input[type=radio]')
        .first()
        .evaluate((e) => e === document.activeElement),
    ).toBe(true);
    expect(await page.locator('fieldset .problem').innerText()).toContain('Choose one of these.');
    expect(new URL(page.url()).hash).toBe('');
  });

  test('the browser’s back goes to the question before, with its answer, and forward again', async () => {
    const { page } = await open();
    await begin(page);
    await page.getByLabel('A gap in how').check();
    await go(page);
    await page.locator('textarea').fill('half a sentence');
    await page.goBack();
    expect(await title(page)).toBe('What kind of thing is it about?');
    expect(await page.getByLabel('A gap in how').isChecked()).toBe(true);
    await page.goForward();
    expect(await page.locator('textarea').inputValue()).toBe('half a sentence');
    await press(page, 'Back');
    await page.getByText('Question 1 of').waitFor();
    await press(page, 'Back');
    await press(page, 'Go on with the report');
    expect(await title(page)).toBe('What kind of thing is it about?');
  });

  test('an entry of the history holds a number and nothing that was written', async () => {
    const { page } = await open();
    await answerAll(page);
    expect(await page.evaluate(() => history.state as unknown)).toEqual({
      step: expect.any(Number) as unknown,
    });
    expect(page.url()).toMatch(/\/report\?lang=en$/);
  });

  test('a time is read back in days, a day can be chosen, and one to come is refused', async () => {
    const { page } = await open();
    await begin(page);
    await page.getByLabel('A gap in how').check();
    await go(page);
    await page.locator('textarea').fill('a story');
    await go(page);
    await page.locator('textarea').fill('yesterday evening');
    await page.getByText('Understood as Wednesday 14 April 2027.').waitFor();
    await page.locator('input[type=date]').fill('2027-04-01');
    expect(await page.locator('textarea').inputValue()).toBe('1 April 2027');
    await page.getByText('Understood as Thursday 1 April 2027.').waitFor();
    await page.locator('textarea').fill('tomorrow');
    await go(page);
    expect(await page.locator('.problems').innerText()).toContain('still to come');
    await press(page, 'I don’t know');
    expect(await title(page)).toBe('Where was it?');
  });

  test('what was only said or thought ends it kindly: nothing is sent, everything is wiped, and no way leads back', async () => {
    const { page } = await open();
    await begin(page);
    await page.getByLabel('It is only about what someone said').check();
    await go(page);
    expect(await title(page)).toBe('This is not taken here');
    await lookAt(page, 'ended-en');
    expect((await told(page)).sent).toEqual([]);
    expect((await told(page)).wiped).toEqual(['report']);
    await page.goBack();
    await page.waitForTimeout(200);
    expect(await title(page)).toBe('This is not taken here');
    expect(await asksBeforeReload(page)).toBe(false);
  });

  test('a change from the summary comes back to it and names what fell away', async () => {
    const { page } = await open();
    await answerAll(page);
    await press(page, 'Change: Questions back');
    await page.getByLabel('No more questions, please').check();
    await press(page, 'Save the change');
    await page.locator('.summary').waitFor();
    expect(await page.locator('.notice').innerText()).toContain('Contact');
    expect(await page.locator('.summary').innerText()).not.toContain('Contact\n');
  });

  test('a very long account says how much room is left, and is not taken beyond it', async () => {
    const { page } = await open();
    await begin(page);
    await page.getByLabel('A gap in how').check();
    await go(page);
    await page.locator('textarea').fill('short');
    expect(await page.locator('.left').innerText()).toBe('');
    await page.locator('textarea').fill('a'.repeat(40_000));
    expect(await page.locator('.left').innerText()).toContain('Room for about 1990 more letters');
    await page.locator('textarea').fill('a'.repeat(43_000));
    await go(page);
    expect(await page.locator('.problems').innerText()).toContain('more than one report can hold');
  });
});
