/** A person at a real line, from the first message to the receipt and back with it, in a browser. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { startLine, type RunningLine } from '../support/running-line.js';
import { accessibilityProblems, launch, openPage, picture, type View } from './simulator-browser.js';
import { receiptIn } from '../support/receipt-in.js';

let browser: Browser;
let folder: string;
let line: RunningLine;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fairline-browser-'));
  [browser, line] = await Promise.all([launch(), startLine(folder, { LIMIT_REPORTS_DAY: '100' })]);
});
afterAll(async () => {
  await browser.close();
  await line.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Script {
  readonly lang: 'zh' | 'en';
  readonly follow: string;
  readonly keyboard: string;
  readonly message: string;
  readonly greeted: string;
  /** how it is begun */
  readonly begin: string;
  readonly first: string;
  /** what is said, or a choice that is tapped, in turn */
  readonly answers: readonly (string | { readonly tap: string })[];
  readonly send: string;
  readonly sent: string;
  readonly checked: string;
  readonly state: string;
  /** first messages in free words: something told, the way on that is tapped then, and what that says */
  readonly told: string;
  readonly beginsWith: string;
  readonly begun: string;
  /** a cry for help, and how its answer begins */
  readonly cry: string;
  readonly call: string;
}

const chinese: Script = {
  lang: 'zh',
  follow: '关注此账号',
  keyboard: '切换到键盘',
  message: '消息',
  greeted: '我要举报',
  begin: '我要举报',
  first: '第1题',
  answers: [
    '4',
    '机房的门整晚开着，我看见有人把硬盘装进包里',
    { tap: '说完了，下一题' },
    '上周三晚上',
    '三号楼地下机房',
    { tap: '跳过' },
    '1',
    '1',
    '没有',
    '1',
    '2',
    '1',
  ],
  send: '确认发送',
  sent: '回执',
  checked: '对上了',
  told: '我们公司有人把图纸拍照发给外国客户',
  beginsWith: '用它作开头，开始举报',
  begun: '第1题',
  cry: '有人拿刀在楼下',
  call: '请马上打 110',
  state: '收到',
};

const english: Script = {
  lang: 'en',
  follow: 'Follow this account',
  keyboard: 'Switch to the keyboard',
  message: 'Message',
  greeted: 'report',
  begin: 'report',
  first: 'Question 1',
  answers: [
    '4',
    'The server room stood open all night and I saw somebody put a disk into a bag',
    { tap: 'That is all, next question' },
    'last Wednesday evening',
    'the basement of building 3',
    { tap: 'skip' },
    '1',
    '1',
    'no',
    '1',
    '2',
    '1',
  ],
  send: 'Send the report',
  sent: 'receipt',
  checked: 'match',
  told: 'someone in our company photographed drawings and sent them to a client abroad',
  beginsWith: 'Yes, begin a report with it',
  begun: 'Question 1',
  cry: 'there is a man with a knife downstairs',
  call: 'Call 110 now',
  state: 'received',
};

const said = (page: Page) => page.locator('li.them:visible');

/** Does something and answers what the account says then. */
async function answer(page: Page, act: () => Promise<void>): Promise<string> {
  const before = await said(page).count();
  await act();
  await said(page).nth(before).waitFor();
  return said(page).last().innerText();
}

async function writes(page: Page, script: Script, text: string): Promise<string> {
  const keyboard = page.getByRole('button', { name: script.keyboard });
  if (await keyboard.isVisible()) await keyboard.click();
  return answer(page, async () => {
    await page.getByLabel(script.message, { exact: true }).fill(text);
    await page.keyboard.press('Enter');
  });
}

const taps = (page: Page, name: string): Promise<string> =>
  answer(page, () => said(page).last().getByRole('button', { name, exact: true }).click());

const views: readonly View[] = [
  { width: 390, height: 844, scheme: 'light' },
  { width: 1440, height: 900, scheme: 'dark' },
];

describe.each([chinese, english])('a report in $lang', (script) => {
  test.each(views)('goes from the greeting to the receipt at $width pixels', async (view) => {
    const { page, problems } = await openPage(browser, `${line.url}/simulator/?lang=${script.lang}`, view);
    const shown = (name: string) => picture(page, `line-${script.lang}-${String(view.width)}-${name}`);
    const greeting = await answer(page, () => page.getByRole('button', { name: script.follow }).click());
    expect(greeting).toContain(script.greeted);
    await shown('1-greeting');
    expect(await writes(page, script, script.begin)).toContain(script.first);
    await shown('2-first');
    let last = '';
    for (const one of script.answers)
      last = typeof one === 'string' ? await writes(page, script, one) : await taps(page, one.tap);
    expect(last).toContain(script.send);
    await shown('3-summary');
    const sent = await taps(page, script.send);
    const receipt = receiptIn(sent) ?? '';
    expect(receipt).not.toBe('');
    await shown('4-receipt');
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await writes(page, script, receipt.replace(/\D/g, '').slice(-4))).toContain(script.checked);
    expect(await writes(page, script, receipt)).toContain(script.state);
    await shown('5-follow-up');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('begins with a first message in free words, and answers a cry for help with the number', async () => {
    const view: View = { width: 390, height: 844, scheme: 'light' };
    const { page, problems } = await openPage(browser, `${line.url}/simulator/?lang=${script.lang}`, view);
    const shown = (name: string) => picture(page, `line-${script.lang}-390-${name}`);
    await answer(page, () => page.getByRole('button', { name: script.follow }).click());
    expect(await writes(page, script, script.cry)).toMatch(new RegExp(`^\\S+\\s+${script.call}`));
    await shown('6-cry');
    expect(await writes(page, script, script.told)).toContain(script.beginsWith);
    await shown('7-told');
    expect(await taps(page, script.beginsWith)).toContain(script.begun);
    await shown('8-begun');
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
