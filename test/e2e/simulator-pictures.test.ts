import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { sampleLine } from '../simulator/support/sample-line.js';
import { world, type World } from '../simulator/support/world.js';
import { accessibilityProblems, launch, openPage, picture } from './simulator-browser.js';

let browser: Browser;
let w: World;
beforeAll(async () => {
  browser = await launch();
  w = await world(sampleLine, { pace: { limitMs: 2000, gapMs: 1 } });
});
afterAll(async () => {
  await browser.close();
  await w.close();
});

const sizes = [
  [390, 844],
  [768, 1024],
  [1440, 900],
] as const;
const views = sizes.flatMap(([width, height]) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    (['zh', 'en'] as const).map((lang) => ({ width, height, scheme, lang })),
  ),
);

describe('the phone page, looked at by axe in every state', () => {
  test.each(views)('$width × $height, $scheme, $lang', async (view) => {
    const { page, problems } = await openPage(browser, `${w.url}/simulator/?lang=${view.lang}`, view);
    const name = `${view.width}-${view.scheme}-${view.lang}`;
    const look = async (state: string): Promise<void> => {
      await picture(page, `${name}-${state}`);
      expect({ state, found: await accessibilityProblems(page) }).toEqual({ state, found: [] });
    };
    await page.locator('.follow .primary').waitFor();
    await look('1-follow');
    await page.locator('.follow .primary').click();
    await page.locator('.them').first().waitFor();
    await look('2-greeting');
    await page.locator('.menu-bar button').first().click();
    await page.locator('.tap').first().waitFor();
    await page.locator('.tap').first().click();
    await page.locator('.them').nth(2).waitFor();
    await look('3-report');
    await page.locator('.bar > .icon-button').click();
    await page.locator('.keyboard .icon-button').click();
    await look('4-more');
    await page.locator('.choices:not([hidden]) button').nth(1).click();
    await look('5-place');
    await page.locator('textarea').fill('坏');
    await page.keyboard.press('Enter');
    await page.locator('.notice').waitFor();
    await look('6-notice');
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
