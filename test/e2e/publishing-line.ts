/** A whole line whose clockwork is the test's, and a browser, for journeys of articles. */
import { expect } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startLine, type RunningLine } from '../support/running-line.js';
import { enter } from './editor-browser.js';
import { openJobs, withoutJobs, type Jobs } from './jobs-by-hand.js';
import { accessibilityProblems, launch, picture } from './simulator-browser.js';
import { joinBy, type StaffPage } from './staff-browser.js';

export interface PublishingLine {
  readonly browser: Browser;
  readonly line: RunningLine;
  readonly jobs: Jobs;
  /** Joins as the first administrator, by the link that the start printed. */
  administrator(): Promise<StaffPage>;
  close(): Promise<void>;
}

export async function openPublishingLine(): Promise<PublishingLine> {
  const folder = mkdtempSync(join(tmpdir(), 'fairline-publishing-'));
  // the line first: a browser that nobody closes would keep the run from ending
  const line = await startLine(folder, withoutJobs);
  const jobs = await openJobs(line, folder);
  const browser = await launch();
  return {
    ...{ browser, line, jobs },
    async administrator() {
      const link = /http:\S+#\/join\/\S+/.exec(line.output())?.[0] ?? '';
      const joined = await joinBy(browser, link, '管理员');
      await enter(joined);
      return joined;
    },
    async close() {
      await browser.close();
      await jobs.close();
      await line.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A picture of where a page stands, in which nothing is wrong for who cannot see it, and nothing lies beside the screen. */
export async function lookAt(page: Page, name: string): Promise<void> {
  await picture(page, `publishing-${name}`);
  const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  const found = await accessibilityProblems(page);
  expect({ name, found, beyond: Math.max(0, beyond) }).toEqual({ name, found: [], beyond: 0 });
}
