/**
 * `npm run bench -- console`: the staff console in a browser, on a whole line. From a key to the paint that shows its
 * letter, in an article of 20,000 characters beside a short one; and what the first page weighs, and takes, with a
 * processor that is four times slower. Needs Chromium.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { inviteByHttp, joinByHttp, type Joined } from '../test/support/staff-by-http.js';
import { startLine } from '../test/support/running-line.js';
import { freshPage, launch } from './console/browser.js';
import { firstPage } from './console/first-page.js';
import { typed } from './console/keystrokes.js';
import { longArticle } from './console/long-article.js';
import { at } from './turns/load.js';

const letters = 200;
const rounds = 5;
const slower = 4;
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const ms = (values: readonly number[], share: number): string => `${at([...values], share).toFixed(1)} ms`;

spawnSync(process.execPath, ['tools/build-console.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
const folder = mkdtempSync(join(tmpdir(), 'fairline-bench-'));
const line = await startLine(folder, { LOG_LEVEL: 'warn' });
const { consoleUrl } = line;
const browser = await launch();
try {
  const administrator = await joinByHttp(consoleUrl, line.output(), 'administrator');
  const editor = await joinByHttp(
    consoleUrl,
    await inviteByHttp(consoleUrl, administrator, ['editor']),
    'editor',
  );
  for (const characters of [1_000, 20_000]) await measureTyping(editor, longArticle(characters));
  await measureFirstPage(1);
  await measureFirstPage(slower);
} finally {
  await browser.close();
  await line.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measureTyping(editor: Joined, body: string): Promise<void> {
  const page = await articleIn(browser, editor, body);
  for (const [where, keys] of [
    ['at the beginning', ['Control+Home', 'ArrowDown', 'End']],
    ['at the end', ['Control+End']],
  ] as const) {
    for (const key of keys) await page.keyboard.press(key);
    const { byFrame, byBrowser } = await typed(page, letters);
    say(
      `key to paint, ${String(body.length)} characters, ${where}: median ${ms(byFrame, 0.5)}, p95 ${ms(byFrame, 0.95)}, slowest ${Math.max(...byFrame).toFixed(1)} ms; Event Timing p95 ${ms(byBrowser, 0.95)}`,
    );
  }
  await page.context().close();
}

/** The article's editor, with the caret in its text. */
async function articleIn(within: Browser, { cookie }: Joined, body: string): Promise<Page> {
  const headers = { 'content-type': 'application/json', origin: consoleUrl, cookie };
  const send = async (
    method: string,
    path: string,
    sent: object,
  ): Promise<{ id: string; revision: number }> => {
    const answer = await fetch(`${consoleUrl}/api${path}`, { method, headers, body: JSON.stringify(sent) });
    if (!answer.ok) throw new Error(`${path} answered ${String(answer.status)}`);
    return (await answer.json()) as { id: string; revision: number };
  };
  const { id, revision } = await send('POST', '/articles', { kind: 'case' });
  const zh = { title: '很长的文章', digest: '摘要', coverAlt: '封面', body };
  const rest = { kind: 'case', author: '', cover: null, tags: [], category: null, sources: [] };
  await send('PUT', `/articles/${id}`, { revision, content: { ...rest, texts: { zh, en: null } } });

  const page = await freshPage(within);
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url: consoleUrl }]);
  await page.goto(`${consoleUrl}/#/articles/${id}`);
  await page.locator('#field-body-zh p').first().waitFor();
  await page.locator('#field-body-zh').focus();
  return page;
}

async function measureFirstPage(times: number): Promise<void> {
  const all = [];
  for (let round = 0; round < rounds; round += 1) all.push(await firstPage(browser, `${consoleUrl}/`, times));
  const [{ bytes, requests } = { bytes: 0, requests: 0 }] = all;
  say(
    `first page, processor ${String(times)}× slower: ${(bytes / 1024).toFixed(0)} KiB in ${String(requests)} answers, something to be seen after ${ms(
      all.map(({ painted }) => painted),
      0.5,
    )}, interactive after ${ms(
      all.map(({ interactive }) => interactive),
      0.5,
    )} (median of ${String(rounds)})`,
  );
}
