/** What people paste from other programs: it stands in the text as our own, and Ctrl+Z takes it back. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fromWord, fromWps, onAPage } from './clipboard-html.js';
import { newArticle, type ArticleEditor } from './editor-browser.js';
import { openEditorLine, type EditorLine } from './editor-line.js';
import { stored } from './page-requests.js';
import { picture } from './simulator-browser.js';
import type { StaffPage } from './staff-browser.js';
import { until } from './until.js';

const word = `## 收到邀请之后

有人自称研究机构，**出高价**请您“写一份情况”。详见[通知](https://example.org/notice)。

### 先看三件事

- 要什么
  - 公开的可以谈
- 给多少

> 内部的不写、不拍、不传。

| 说法 | 怎么办 |
| --- | --- |
| 报酬优厚 | 先停一停 |`;
const wps = `## 怎么留下记录

对方的账号、**时间**和原话，照抄下来。

1. 不要删除聊天
2. 不要转发给别人

| 记下什么 |  |
| --- | --- |
| 时间 | 到分钟 |`;

const news = `## 提防高薪兼职

对方往往从**一份问卷**开始，*价钱*越来越高。

### 怎么识别

- [问得越来越细](https://example.org/a?from=list)
- 要您**拍照**

> 说不清用途的钱，不要收。

| 阶段 | 报酬 |
| --- | --- |
| 问卷 | 200 元 |

示意图

本文由编辑部提供。`;

const inCells = `见通知

| 甲怎么留下记录 对方的账号、**时间**和原话，照抄下来。 不要删除聊天 不要转发给别人 记下什么 时间 到分钟 | 阶段 | 报酬 |
| --- | --- | --- |
|  | 问卷 | 200 元 |
|  |  |  |`;

let desk: EditorLine;
let writer: StaffPage;
let editor: ArticleEditor;
const hosts = new Set<string>();

beforeAll(async () => {
  desk = await openEditorLine();
  writer = await desk.hire('程一', 'editor');
  writer.page.on('request', (request) => hosts.add(new URL(request.url()).host));
  editor = await newArticle(writer.page);
  await editor.show('zh');
}, 60_000);
afterAll(() => desk.close(), 30_000);

/** The clipboard of another program, as the browser hands it on. */
const paste = (page: Page, html: string): Promise<void> =>
  page.evaluate((markup) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', markup);
    clipboardData.setData('text/plain', 'words only');
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, html);

/** Saves, and waits until the server has it like this; else answers what it has. */
async function kept(expected: string): Promise<string> {
  const { page } = writer;
  let body = '';
  await page.keyboard.press('Control+s');
  await until(async () => {
    body = (await stored(page, editor.id())).texts.zh?.body ?? '';
    return body === expected;
  }).catch(() => undefined);
  return body;
}

/** What the text still carries of where it came from. */
const foreign = (): Promise<readonly string[]> =>
  editor
    .body('zh')
    .locator('[class]:not(.tableWrapper, .ProseMirror-trailingBreak), [onclick], font, span, script, iframe')
    .evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML));

/** Nothing is left of it for the next one. */
async function empty(): Promise<void> {
  await editor.toEnd('zh');
  await writer.page.keyboard.press('Control+a');
  await writer.page.keyboard.press('Delete');
  expect(await kept('')).toBe('');
}

describe('what is pasted', () => {
  test.each([
    ['Word', fromWord, word],
    ['WPS', fromWps, wps],
  ])(
    'from %s stands behind the words before it with its headings, lists, quotes and tables',
    async (program, html, markdown) => {
      const { page } = writer;
      await editor.toEnd('zh');
      await page.keyboard.type('之前。');
      await paste(page, html);
      expect(await kept(`之前。\n\n${markdown}`)).toBe(`之前。\n\n${markdown}`);
      expect(await foreign()).toEqual([]);
      await picture(page, `editor-from-${program.toLowerCase()}`);
      await page.keyboard.press('Control+z');
      expect(await kept('之前。')).toBe('之前。');
      await page.keyboard.press('Control+z');
      expect(await kept('')).toBe('');
    },
  );

  test('from Word says which pictures it left on its own disk', async () => {
    const { page } = writer;
    await editor.toEnd('zh');
    await paste(page, fromWord);
    const said = page.locator('.foot').getByText('有 1 张图片在其他网站上，没有带入。');
    await said.waitFor();
    expect(await editor.body('zh').locator('img').count()).toBe(0);
    await empty();
  });

  test('from a web page, with the keys for it, asks that page for nothing', async () => {
    const { page } = writer;
    const other = await page.context().newPage();
    await other.route('**', (route) => route.abort());
    await other.setContent(onAPage);
    await other.keyboard.press('Control+a');
    await other.keyboard.press('Control+c');
    await other.close();
    await editor.toEnd('zh');
    await page.keyboard.press('Control+v');
    expect(await kept(news)).toBe(news);
    expect(await foreign()).toEqual([]);
    await page.keyboard.press('Control+z');
    expect(await kept('')).toBe('');
  });

  test('in a cell stays in it, and a few words stay in their line', async () => {
    const { page } = writer;
    await editor.toEnd('zh');
    await page.keyboard.type('见');
    await paste(page, '<h1 class="t"><span style="color:red">通知</span></h1>');
    await page.keyboard.press('Enter');
    await editor.addTable('zh', ['甲']);
    await paste(page, fromWps);
    await page.keyboard.press('Tab');
    await paste(page, onAPage.slice(onAPage.indexOf('<table'), onAPage.indexOf('<figure')));
    expect(await kept(inCells)).toBe(inCells);
    await empty();
  });

  test('leaves nothing behind: no problem, and no other host was asked', () => {
    expect(writer.problems).toEqual([]);
    expect([...hosts]).toEqual([new URL(desk.line.consoleUrl).host]);
  });
});
