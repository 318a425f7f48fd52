/** Two editors at one article, and an article that is written while the session or the connection ends. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { editorOn, newArticle, type ArticleEditor } from './editor-browser.js';
import { openEditorLine, type EditorLine } from './editor-line.js';
import { stored } from './page-requests.js';
import { accessibilityProblems, picture } from './simulator-browser.js';
import { codeOf, type Credentials, type StaffPage } from './staff-browser.js';
import { until } from './until.js';

let desk: EditorLine;

beforeAll(async () => {
  desk = await openEditorLine();
}, 60_000);
afterAll(() => desk.close(), 30_000);

const texts = { title: '收到陌生“调研”邀请', digest: '三步就能判断。', coverAlt: '手机' };

/** Its Chinese text as the server has it. */
const textOf = async ({ page, id }: ArticleEditor) => (await stored(page, id())).texts.zh;

/** A new article of these paragraphs, which the server has. */
async function begun({ page }: StaffPage, ...paragraphs: readonly string[]): Promise<ArticleEditor> {
  const editor = await newArticle(page);
  await editor.write('zh', { ...texts, body: paragraphs.join('\n') });
  await keep(editor, ...paragraphs);
  return editor;
}

/** Saves, and waits until the server has these paragraphs. */
async function keep(editor: ArticleEditor, ...paragraphs: readonly string[]): Promise<void> {
  await editor.page.keyboard.press('Control+s');
  await until(async () => (await textOf(editor))?.body === paragraphs.join('\n\n'));
}

/** Puts words in the place of one paragraph. */
async function rewrite(editor: ArticleEditor, paragraph: string, words: string): Promise<void> {
  await editor.body('zh').getByText(paragraph, { exact: true }).click({ clickCount: 3 });
  await editor.page.keyboard.insertText(words);
}

const says = (page: Page, words: string): Promise<void> =>
  page.locator('.facts').getByText(words).first().waitFor();

const focus = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.tagName ?? '');

/** What the browser notes down of an answer that refuses something. */
const refused = (status: string): string =>
  `Failed to load resource: the server responded with a status of ${status}`;

describe('two editors at once', () => {
  test('nobody writes over the other: the slower one decides, and both see what holds', async () => {
    const [first, second] = [await desk.hire('程一', 'editor'), await desk.hire('林二', 'editor')];
    // so that half a minute of the first one's page can pass at once
    await first.page.clock.install();
    const one = await begun(first, '先停一停。', '看对方要什么。', '留下记录。');
    const { page } = second;
    await page.goto(first.page.url());
    const two = editorOn(page);
    await page.getByText('程一也打开了这篇文章').waitFor();

    await one.field('title-zh').fill('陌生“调研”邀请');
    await rewrite(one, '看对方要什么。', '先看对方要什么。');
    await two.field('digest-zh').fill('停一停，看一看。');
    await rewrite(two, '看对方要什么。', '看对方要的是什么。');
    await two.toEnd('zh');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('保存聊天记录。');
    await keep(one, '先停一停。', '先看对方要什么。', '留下记录。');
    await page.keyboard.press('Control+s');
    await says(page, '未保存：在此期间另有人保存过。');
    expect(await textOf(two)).toMatchObject({ title: '陌生“调研”邀请', digest: '三步就能判断。' });

    await two.button('决定以哪个为准').click();
    const changed = page.getByRole('group', { name: '中文 · 正文' }).first();
    const sides = changed.locator('.sides > div');
    await sides.first().waitFor();
    expect(await sides.allInnerTexts()).toEqual([
      expect.stringContaining('先看对方要什么。'),
      expect.stringContaining('看对方要的是什么。'),
    ]);
    const [left, right] = [await sides.first().boundingBox(), await sides.last().boundingBox()];
    expect(left?.y).toBe(right?.y);
    expect(left?.x).toBeLessThan(right?.x ?? 0);
    await picture(page, 'editor-merge');
    expect(await accessibilityProblems(page)).toEqual([]);
    await two.button('以此保存').click();
    await page.getByText('请为每一处不同选定以哪个为准。').waitFor();
    expect(await focus(page)).toBe('INPUT');
    await changed.getByRole('radio', { name: '两者都用，对方的在前' }).check();
    await two.button('以此保存').click();
    const both = ['先停一停。', '先看对方要什么。', '看对方要的是什么。', '留下记录。', '保存聊天记录。'];
    await keep(two, ...both);
    expect(await focus(page)).toBe('H1');
    const kept = { ...texts, title: '陌生“调研”邀请', digest: '停一停，看一看。', body: both.join('\n\n') };
    expect(await textOf(two)).toEqual(kept);

    await first.page.clock.fastForward(31_000);
    await one.body('zh').getByText('保存聊天记录。').waitFor();
    expect(await one.field('digest-zh').inputValue()).toBe('停一停，看一看。');
    await first.page.getByText('林二也打开了这篇文章').waitFor();
    expect(first.problems).toEqual([]);
    expect(second.problems).toEqual([refused('409 (Conflict)')]);
  });
});

describe('a session that ends while somebody writes', () => {
  async function signInAgain(page: Page, credentials: Credentials): Promise<void> {
    const again = page.getByRole('dialog', { name: '请重新登录，再接着进行' });
    const passphrase = again.locator('#again-passphrase');
    await passphrase.waitFor();
    expect(await passphrase.inputValue()).toBe('');
    await passphrase.fill(credentials.passphrase);
    await again.locator('#again-code').fill(codeOf(credentials, 1));
    await page.keyboard.press('Enter');
    await again.waitFor({ state: 'hidden' });
  }

  test('ends no sentence: the rest of it is written, and all of it is saved after signing in again', async () => {
    const writer = await desk.hire('周三', 'editor');
    const { page } = writer;
    await page.clock.install();
    const editor = await begun(writer, '开头。');
    const other = await page.context().newPage();
    await other.goto(`${desk.line.consoleUrl}/#/sessions`);
    // from here on a moment is over only when the test says so
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.keyboard.type('这句话写到一半，');
    await other.getByRole('button', { name: '在此退出' }).click();
    await other.locator('#sign-in-name').waitFor();
    const ended = page.waitForResponse((answer) => answer.status() === 401);
    await editor.body('zh').dispatchEvent('focusout');
    await ended;
    await says(page, '未保存：已退出登录。内容保留在此页，重新登录后保存。');
    await page.keyboard.type('登录就结束了。');
    await page.clock.resume();
    await page.getByRole('dialog').waitFor();
    await picture(page, 'editor-ended');
    expect(await accessibilityProblems(page)).toEqual([]);
    await signInAgain(page, writer.credentials);
    await page.keyboard.type('又接着写。');
    await keep(editor, '开头。这句话写到一半，登录就结束了。又接着写。');
    await says(page, '已保存');
    expect([...new Set(writer.problems)]).toEqual([refused('401 (Unauthorized)')]);
  });

  test('is the same where the cookie is gone', async () => {
    const writer = await desk.hire('郑四', 'editor');
    const { page } = writer;
    const editor = await begun(writer, '开头。');
    await page.context().clearCookies();
    await page.keyboard.type('之后的话。');
    await page.keyboard.press('Control+s');
    await signInAgain(page, writer.credentials);
    await until(async () => (await textOf(editor))?.body === '开头。之后的话。');
    await says(page, '已保存');
    expect([...new Set(writer.problems)]).toEqual([refused('401 (Unauthorized)')]);
  });
});

describe('without a connection', () => {
  test('what is written stays on the page, and is saved when it is back', async () => {
    const writer = await desk.hire('吴五', 'editor');
    const { page } = writer;
    const editor = await begun(writer, '有连接时。');
    await page.context().setOffline(true);
    await page.keyboard.type('断开之后。');
    await page.keyboard.press('Control+s');
    await says(page, '未保存：没有连接。内容保留在此页，会自动重试。');
    await page.keyboard.type('还在写。');
    await picture(page, 'editor-offline');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.context().setOffline(false);
    await says(page, '刚刚已保存');
    expect((await textOf(editor))?.body).toBe('有连接时。断开之后。还在写。');
    const gone = 'Failed to load resource: net::ERR_INTERNET_DISCONNECTED';
    expect([...new Set(writer.problems)]).toEqual([gone]);
  });
});
