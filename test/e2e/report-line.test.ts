/** The web form on a whole line: a report with files, its receipt, and the way back to it, in both languages. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { startLine, type RunningLine } from '../support/running-line.js';
import { kept, keptNothing, lookAt, openForm } from './report-stage/open-form.js';
import { launch } from './simulator-browser.js';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

const journeys = [
  {
    ...{
      lang: 'zh',
      profile: 'national-security',
      begin: '开始举报',
      on: /^(下一题|同意，继续)$/,
      send: '发送举报',
    },
    ...{ check: '核对', matched: '对上了', first: '回到第一页', back: '查询进度', open: '打开' },
    ...{ story: '机房的门整晚开着，有人把硬盘装进包里。', when: '昨天晚上', where: '三号楼地下机房' },
    ...{ add: '要补充的内容', addSend: '发送补充', added: '已经加上。', verified: '已核实' },
    ...{
      withdraw: '撤回举报',
      withdrawAct: '撤回……',
      withdrawYes: '撤回，不再处理',
      withdrawn: '已由举报人撤回',
    },
  },
  {
    ...{ lang: 'en', profile: 'integrity-line', begin: 'Report something', send: 'Send the report' },
    on: /^(Continue|Agree and continue)$/,
    ...{
      check: 'Check the digits',
      matched: 'It matches',
      first: 'To the first page',
      back: 'Check a report',
    },
    ...{ open: 'Open', story: 'Somebody put a disk from the store into a bag.', when: 'yesterday evening' },
    ...{ where: 'the basement of building 3', add: 'What you want to add', addSend: 'Send the addition' },
    ...{ added: 'It has been added.', verified: 'Verified', withdraw: 'Withdraw the report' },
    ...{ withdrawAct: 'Withdraw…', withdrawYes: 'Withdraw it for good', withdrawn: 'Withdrawn by you' },
  },
] as const;
type Journey = (typeof journeys)[number];

describe.each(journeys)('a person who writes $lang to $profile', (says) => {
  let folder: string;
  let line: RunningLine;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fairline-form-line-'));
    line = await startLine(folder, { PROFILE: `profiles/${says.profile}` });
  });
  afterAll(async () => {
    await line.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The desk's command line, beside the running line. */
  const desk = (...args: readonly string[]): string =>
    execFileSync(process.execPath, ['dist/runtime/commands/desk.js', ...args], {
      env: { PATH: process.env['PATH'], DATA_DIR: folder, PROFILE: `profiles/${says.profile}` },
      encoding: 'utf8',
    });

  test('reports with files, copies the receipt, reads a verified answer, adds to it and withdraws', async () => {
    const view = { width: 390, height: 844, scheme: 'light' } as const;
    const { page, problems, foreign } = await openForm(browser, `${line.url}/report?lang=${says.lang}`, {
      view,
    });
    const press = (name: string | RegExp): Promise<void> =>
      page.getByRole('button', { name, exact: typeof name === 'string' }).click();

    await press(says.begin);
    await answerAll(page, says);
    await lookAt(page, `line-${says.lang}-summary`);
    await page.locator('.sending .button.main').click();
    await page.locator('.receipt').waitFor({ timeout: 30_000 });
    const receipt = (await page.locator('.code').innerText()).replace(/\s/g, '');
    expect(receipt).toMatch(/^\d{20}$/);
    await page.locator('input.digits').fill(receipt.slice(-4));
    await press(says.check);
    await page.getByText(says.matched).first().waitFor();
    expect(await page.content()).not.toContain(receipt.slice(-4));

    const caseNumber = /\d{8}/.exec(desk('list'))?.[0] ?? '';
    const opened = desk('open', caseNumber);
    expect(opened).toContain(says.story);
    expect(opened).toContain('image/jpeg');
    desk('reply', caseNumber, 'Which door was it?');

    await press(says.first);
    await press(says.back);
    await page.locator('input.digits').fill(receipt);
    await press(says.open);
    await page.locator('.facts').waitFor({ timeout: 30_000 });
    await lookAt(page, `line-${says.lang}-thread`);
    expect((await page.locator('.facts').innerText()).replace(/\s/g, '')).toContain(caseNumber);
    expect(await page.locator('.messages').innerText()).toContain('Which door was it?');
    expect(await page.locator('.messages .mark').allInnerTexts()).toEqual([says.verified]);
    await page.getByLabel(says.add).fill('the one in the yard');
    await press(says.addSend);
    await page.getByText(says.added).first().waitFor();
    expect(desk('open', caseNumber)).toContain('the one in the yard');
    await page.locator('summary', { hasText: says.withdraw }).click();
    await press(says.withdrawAct);
    await press(says.withdrawYes);
    await page.locator('.facts').getByText(says.withdrawn).waitFor();

    expect(await kept(page)).toEqual(keptNothing);
    expect(foreign).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

/** Answers the first choice of everything, and adds a picture and a file of several parts. */
async function answerAll(page: Page, says: Journey): Promise<void> {
  const main = page.locator('main');
  const words = [says.where, says.story, says.when];
  await page.locator('.step').waitFor();
  while ((await page.locator('.summary').count()) === 0) {
    const heading = await main.locator('h1').innerText();
    if ((await main.locator('input[type=date]').count()) > 0) await main.locator('textarea').fill(says.when);
    else if ((await main.locator('textarea').count()) > 0)
      await main
        .locator('textarea')
        .fill((await main.locator('textarea[rows="9"]').count()) > 0 ? says.story : (words[0] ?? ''));
    else if ((await main.locator('input[type=radio]').count()) > 0)
      await main.locator('input[type=radio]').first().check();
    else if ((await main.locator('input[type=checkbox]').count()) > 0)
      await main.locator('input[type=checkbox]').check();
    else await addFiles(page);
    await page.getByRole('button', { name: says.on }).click();
    await page.waitForFunction((before) => document.querySelector('h1')?.innerText !== before, heading);
  }
}

async function addFiles(page: Page): Promise<void> {
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#456' } })
    .withExif({ IFD0: { Make: 'Camera of somebody' } })
    .jpeg()
    .toBuffer();
  await page.setInputFiles('main input[type=file]', [
    { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: picture },
    { name: 'papers.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(2_500_000, 'x') },
  ]);
  await page.locator('.files .done').nth(1).waitFor({ timeout: 30_000 });
}
