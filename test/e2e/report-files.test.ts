/** Files on their way out of the web form. */
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { lookAt } from './report-stage/open-form.js';
import { formOnStage, press, go, begin, toSummary, told } from './report-stage/person.js';

const open = formOnStage();

describe('files', () => {
  const photo = { name: 'IMG_1.HEIC', mimeType: '', buffer: Buffer.alloc(300_000, 7) };

  async function toFiles(page: Page): Promise<void> {
    await begin(page);
    while ((await page.locator('main input[type=file]').count()) === 0) {
      const main = page.locator('main');
      if ((await main.locator('textarea').count()) > 0) await main.locator('textarea').fill('last week');
      else await main.locator('input[type=radio]').first().check();
      await go(page);
    }
  }

  test('a picture of a kind that only phones know is taken, and called safe when it has arrived', async () => {
    const { page } = await open();
    await toFiles(page);
    await page.setInputFiles('main input[type=file]', photo);
    await page.locator('.files .done').waitFor();
    expect(await page.locator('.files').innerText()).toContain('Safe: sealed, sent and checked');
    expect(await page.locator('.files').innerText()).toContain('Place, camera and names were removed');
    await toSummary(page);
    expect(await page.locator('.summary').innerText()).toContain('1 file, safe');
  });

  test('a report waits for a file that is still on its way and then goes off by itself', async () => {
    const { page } = await open({ settings: { files: 'wait' } });
    await toFiles(page);
    await page.setInputFiles('main input[type=file]', photo);
    await toSummary(page);
    expect(await page.locator('.sending').innerText()).toContain('still on its way');
    await press(page, 'Send when the files are safe');
    await page.getByText('Waiting for the files').waitFor();
    expect((await told(page)).sent).toEqual([]);
    await page.evaluate(() => {
      const { told: all } = globalThis as unknown as { told: { uploads: { arrive(): void }[] } };
      all.uploads[0]?.arrive();
    });
    await page.locator('.receipt').waitFor();
    expect((await told(page)).sent[0]?.files).toEqual([{ name: 'IMG_1.HEIC', state: 'done' }]);
  });

  test('or goes off without it, if somebody says so', async () => {
    const { page } = await open({ settings: { files: 'wait' } });
    await toFiles(page);
    await page.setInputFiles('main input[type=file]', photo);
    await toSummary(page);
    await press(page, 'Send now, without that file');
    await page.locator('.receipt').waitFor();
    expect((await told(page)).sent[0]).toMatchObject({ withoutUnfinished: true });
  });

  test('can be paused, gone on with, tried again and removed', async () => {
    const { page } = await open({ settings: { files: 'fail' } });
    await toFiles(page);
    await page.setInputFiles('main input[type=file]', photo);
    await page.locator('.files').getByText('Not sent: the connection was lost').waitFor();
    await lookAt(page, 'file-failed');
    await press(page, 'Try again: IMG_1.HEIC');
    await page.locator('.files .done').waitFor();
    await press(page, 'Remove IMG_1.HEIC');
    expect(await page.locator('.files li').count()).toBe(0);
    expect(await page.locator('main input[type=file]').evaluate((e) => e === document.activeElement)).toBe(
      true,
    );
  });

  test('an empty one, and one too many, are named and not taken', async () => {
    const { page } = await open();
    await toFiles(page);
    await page.setInputFiles('main input[type=file]', [
      { name: 'cloud.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
      ...[1, 2, 3, 4].map((n) => ({ ...photo, name: `${String(n)}.jpg` })),
    ]);
    const refused = page.locator('main [role=alert]');
    expect(await refused.innerText()).toContain('cloud.jpg has nothing in it');
    expect(await refused.innerText()).toContain('There is room for 3 files');
    expect(await page.locator('.files li').count()).toBe(3);
  });
});
