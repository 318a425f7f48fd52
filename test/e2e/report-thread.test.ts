/** A report that its receipt has opened, in the web form. */
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { lookAt } from './report-stage/open-form.js';
import { formOnStage, press, title, asksBeforeReload, told } from './report-stage/person.js';
import { stageReceipt } from './report-stage/settings.js';
import type { StageView } from './report-stage/stage.js';

const open = formOnStage();

describe('an opened report', () => {
  const messages = [
    { id: 'q1', day: '2027-04-16', text: 'Which door was it?', verified: true, question: { kind: 'place' } },
    { id: 'q2', day: '2027-04-16', text: 'When exactly?', verified: true, question: { kind: 'moment' } },
    { id: 'x', day: '2027-04-17', text: 'Ring 000.', verified: false, question: { kind: 'story' } },
  ] as const;

  async function openThread(how: StageView = {}): Promise<Page> {
    const { page } = await open({
      ...how,
      settings: { thread: { state: 'received', outcome: null, messages }, ...how.settings },
    });
    await press(page, 'Check a report');
    await page.locator('input.digits').fill('1234-5678-9012-3456-7891');
    await press(page, 'Open');
    await page.locator('.facts').waitFor();
    return page;
  }

  test('a receipt that is wrong is told apart from one that opens nothing', async () => {
    const { page } = await open();
    await press(page, 'Check a report');
    await press(page, 'Open');
    expect(await page.locator('.problems').innerText()).toContain('all twenty digits');
    await page.locator('input.digits').fill(stageReceipt.replace(/^1/, '7'));
    await press(page, 'Open');
    expect(await page.locator('.problems').innerText()).toContain('mistyped');
    await page.locator('input.digits').fill('0000 0000 0000 0000 0000');
    await press(page, 'Open');
    await page.getByText('opened no report').first().waitFor();
    expect(await page.locator('input.digits').inputValue()).toBe('0000 0000 0000 0000 0000');
  });

  test('shows state, dates, case number and messages, and of each whether it is verified', async () => {
    const page = await openThread();
    const facts = await page.locator('.facts').innerText();
    expect(facts).toContain('Received, not yet read');
    expect(facts).toContain('Tuesday 20 April 2027');
    expect(facts).toContain('1234 5678');
    const marks = await page.locator('.messages .mark').allInnerTexts();
    expect(marks).toEqual(['Verified', 'Verified', 'Not verified']);
  });

  test('a question of the desk is answered as one, and one that is not verified cannot be', async () => {
    const page = await openThread();
    expect(await page.locator('.messages .answer').count()).toBe(2);
    const second = page.locator('.messages > li').nth(1);
    await second.getByRole('button', { name: 'Send the answer' }).click();
    expect(await second.locator('.problems').innerText()).toContain('Write a few words');
    await second.locator('textarea').fill('yesterday');
    await second.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByText('Your answer has been sealed and sent.').first().waitFor();
    expect((await told(page)).added).toEqual([{ text: 'yesterday', answers: 'q2' }]);
    expect(await page.locator('.facts').innerText()).toContain('Additions\n1');
  });

  test('can be added to, and what is written and not sent is not lost by mistake', async () => {
    const page = await openThread();
    await page.getByLabel('What you want to add').fill('one more thing');
    expect(await asksBeforeReload(page)).toBe(true);
    await press(page, 'Send the addition');
    await page.getByText('It has been added.').first().waitFor();
    expect((await told(page)).added).toEqual([{ text: 'one more thing', answers: null }]);
    expect(await page.getByLabel('What you want to add').inputValue()).toBe('');
    expect(await asksBeforeReload(page)).toBe(false);
  });

  test('is withdrawn after a question that names what is lost', async () => {
    const page = await openThread();
    await page.getByText('Withdraw the report').click();
    await press(page, 'Withdraw…');
    expect(await page.locator('.lost li').count()).toBe(3);
    await press(page, 'Keep it as it is');
    await page.getByText('Withdraw the report').click();
    await press(page, 'Withdraw…');
    await press(page, 'Withdraw it for good');
    await page.locator('.facts').getByText('Withdrawn by you').waitFor();
    expect(await page.getByText('Withdraw the report').count()).toBe(0);
  });

  test('gets another receipt, which is checked as the first one was', async () => {
    const page = await openThread();
    await page.getByText('Change the receipt').click();
    await press(page, 'Make a new receipt');
    await page.locator('.receipt').waitFor();
    expect(await asksBeforeReload(page)).toBe(true);
    await page.getByLabel('The last four digits').fill('7891');
    await press(page, 'Check the digits');
    await page.locator('.facts').waitFor();
  });

  test('once closed shows its outcome, takes no more, and can be objected to', async () => {
    const page = await openThread({
      settings: { thread: { state: 'closed', outcome: 'unsubstantiated', messages: [] } },
    });
    expect(await page.locator('.facts').innerText()).toContain('Unsubstantiated');
    await lookAt(page, 'thread-closed-en');
    await page.getByLabel('Why you disagree').fill('the second door');
    await press(page, 'Send the objection');
    await page.getByText('Your objection has been sent.').first().waitFor();
    expect((await told(page)).added).toEqual([{ text: 'the second door', answers: 'dispute' }]);
  });

  test('is closed with its keys wiped, and the browser’s back does not open it again', async () => {
    const page = await openThread();
    await press(page, 'Close the report');
    expect(await title(page)).toContain('The report is closed on this page');
    expect((await told(page)).wiped).toEqual(['thread']);
    await page.goBack();
    await page.waitForTimeout(200);
    expect(await page.locator('.facts').count()).toBe(0);
  });
});
