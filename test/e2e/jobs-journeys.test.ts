/** What the line does by itself, as those see it who look after it; and a restored line, until somebody lets it send. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startLine, type RunningLine } from '../support/running-line.js';
import { enter } from './editor-browser.js';
import { keyboardOf } from './by-keyboard.js';
import { accessibilityProblems, launch, openPage, picture } from './simulator-browser.js';
import { codeOf, joinBy, type StaffPage } from './staff-browser.js';
import { until } from './until.js';

const title = '暂停发送：计划中的内容都不会发出';
let browser: Browser;
let root = '';
let line: RunningLine;
let administrator: StaffPage;
const lines: RunningLine[] = [];

async function start(data: string): Promise<RunningLine> {
  const started = await startLine(data);
  lines.push(started);
  return started;
}

/** A command of the line on a data folder. @throws Error with what it printed */
function command(data: string, name: string, ...args: readonly string[]): void {
  const done = spawnSync(process.execPath, [resolve('dist/runtime/commands', `${name}.js`), ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: data },
    encoding: 'utf8',
    timeout: 30_000,
  });
  if (done.status !== 0) throw new Error(`${name}: ${done.stdout}${done.stderr}`);
}

/** The line's backup, restored into a folder of its own beside it. */
function restored(from: string): string {
  const [kept, data] = [join(root, 'kept'), join(root, 'restored')];
  command(from, 'backup', '--to', kept);
  mkdirSync(data);
  for (const name of ['line-keys.json', 'line-secret']) copyFileSync(join(from, name), join(data, name));
  command(data, 'restore', join(kept, readdirSync(kept)[0] ?? ''));
  return data;
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'fairline-jobs-'));
  [browser, line] = await Promise.all([launch(), start(join(root, 'line'))]);
  await until(async () => line.output().includes('#/join/'));
  administrator = await joinBy(browser, /http:\S+#\/join\/\S+/.exec(line.output())?.[0] ?? '', '管理员');
  await enter(administrator);
}, 120_000);
afterAll(async () => {
  await browser.close();
  for (const one of lines) await one.stop();
  rmSync(root, { recursive: true, force: true });
}, 30_000);

/** A picture of where a page stands, in which nothing is wrong for who cannot see it. */
async function lookAt(page: Page, name: string): Promise<void> {
  await picture(page, `jobs-${name}`);
  expect(await accessibilityProblems(page)).toEqual([]);
}

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

describe('an administrator', () => {
  test('sees what the line does, and how it went', async () => {
    const { page } = administrator;
    await page.getByRole('navigation').getByRole('link', { name: '定时任务' }).click();
    const files = rowOf(page, 'settle-files');
    await files.waitFor();
    expect(await files.textContent()).toMatch(/加密文件.*成功.*每天/);
    expect(await rowOf(page, 'burn-drafts').textContent()).toContain('为保护举报人，不计数');
    expect(await page.getByText(title).count()).toBe(0);
    await lookAt(page, 'list');
  });

  test('has one run now, and sees what came of it', async () => {
    const { page } = administrator;
    await page.getByRole('button', { name: '立即运行：加密文件' }).press('Enter');
    const files = rowOf(page, 'settle-files');
    await files.getByText(/^您要求的运行（\d\d:\d\d:\d\d）：成功。$/).waitFor();
    expect(await page.getByRole('status').filter({ hasText: '加密文件已运行：成功。' }).count()).toBe(1);
    // nothing that came and went has taken the focus away
    expect(await keyboardOf(page).focused()).toMatchObject({ name: '立即运行：加密文件', trouble: '' });
  });

  test('finds no letter that could not be delivered', async () => {
    const { page, problems } = administrator;
    await page.getByRole('link', { name: '未送达的信件' }).click();
    await page.getByText('信件全部送达').waitFor();
    await lookAt(page, 'letters');
    expect(problems).toEqual([]);
  });
});

test('a restored line says on every page that it sends nothing, until somebody releases it by keyboard', async () => {
  const copy = await start(restored(join(root, 'line')));
  const { credentials } = administrator;
  const { page, problems } = await openPage(browser, copy.consoleUrl, {
    ...{ width: 1440, height: 900, scheme: 'light' },
  });
  await page.locator('#sign-in-name').fill(credentials.name);
  await page.locator('#sign-in-passphrase').fill(credentials.passphrase);
  await page.locator('#sign-in-code').fill(codeOf(credentials, 1));
  await page.keyboard.press('Enter');

  const banner = page.getByRole('status').getByRole('region', { name: title });
  await banner.waitFor();
  expect(await banner.textContent()).toMatch(/数据库是从备份恢复的，.* 起暂停。为免重复发送/);
  // it stays as it is from page to page: who listens has heard it once
  await page.evaluate("document.querySelector('[role=status] .held').setAttribute('data-seen', 'yes')");
  await page.getByRole('navigation').getByRole('link', { name: '定时任务' }).click();
  const articles = rowOf(page, 'advance-articles');
  await articles.getByText('暂停中').waitFor();
  expect(await articles.getByRole('button').count()).toBe(0);
  expect(await banner.getAttribute('data-seen')).toBe('yes');
  await lookAt(page, 'held');

  const keys = keyboardOf(page);
  await keys.go('核对并放行', 'Shift+Tab');
  await keys.press('Enter');
  await page.getByRole('dialog', { name: '放行计划中的内容？' }).waitFor();
  await lookAt(page, 'release');
  await keys.go(/全部核对之后/);
  await keys.type('好');
  await keys.press('Enter');
  await page.getByText('请只输入“放行”两个字。').waitFor();
  await keys.press('Control+a');
  await keys.type('放行');
  await page.keyboard.press('Enter');
  await banner.waitFor({ state: 'detached' });
  await page.getByText('已放行，计划中的内容会照常发出。').waitFor();
  await until(async () => (await page.evaluate<string>('document.activeElement.id')) === 'main');

  // what rested goes on at the next look
  await articles.getByText('一分钟之内').waitFor();
  await page.reload();
  await rowOf(page, 'advance-articles').waitFor();
  expect(await banner.count()).toBe(0);
  expect([keys.troubles, problems.filter((problem) => !problem.includes('status of 401'))]).toEqual([[], []]);
}, 120_000);
