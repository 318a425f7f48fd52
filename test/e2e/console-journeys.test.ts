/** The console as staff use it, on a whole line, in a browser. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startLine, type RunningLine } from '../support/running-line.js';
import { accessibilityProblems, launch, picture } from './simulator-browser.js';
import { joinBy, type StaffPage } from './staff-browser.js';

let browser: Browser;
let folder = '';
let line: RunningLine;
let administrator: StaffPage;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fairline-console-'));
  line = await startLine(folder);
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await line.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

describe('accounts', () => {
  test('the first administrator joins by the link that the first start printed', async () => {
    const link = /http:\S+#\/join\/\S+/.exec(line.output())?.[0] ?? '';
    administrator = await joinBy(browser, link, '管理员');
    const { page, problems, credentials } = administrator;
    expect(credentials.passphrase.split(' ')).toHaveLength(6);
    await picture(page, 'console-joined');
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(problems).toEqual([]);
    expect(page.url()).not.toContain('join/');
  }, 120_000);
});
