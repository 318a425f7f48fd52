/** An article from its first word to its day in the calendar, by two people who have no mouse. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { keyboardOf, type Keyboard } from './by-keyboard.js';
import { drawing } from './drawing.js';
import { editorOn } from './editor-browser.js';
import { openEditorLine, type EditorLine } from './editor-line.js';
import { stored } from './page-requests.js';
import { accessibilityProblems, picture } from './simulator-browser.js';
import { codeOf, type StaffPage } from './staff-browser.js';

/** The tenth of next month, by the clock of the line. */
const tenth = ((): string => {
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' });
  const [year = 0, month = 0] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month, 10)).toISOString().slice(0, 10);
})();

let desk: EditorLine;
let writer: StaffPage & { readonly keys: Keyboard };
let reviewer: StaffPage & { readonly keys: Keyboard };

beforeAll(async () => {
  desk = await openEditorLine();
  const [one, two] = await Promise.all([
    desk.hireSignedOut('程一', 'editor'),
    desk.hireSignedOut('林二', 'editor'),
  ]);
  writer = { ...one, keys: keyboardOf(one.page) };
  reviewer = { ...two, keys: keyboardOf(two.page) };
}, 60_000);
afterAll(() => desk.close(), 30_000);

/** The browser notes down that nobody is signed in yet. */
const signedOut = 'Failed to load resource: the server responded with a status of 401 (Unauthorized)';

async function signIn({ page, credentials, keys }: typeof writer): Promise<void> {
  await page.locator('#sign-in-name').waitFor();
  await page.keyboard.press('Tab');
  await keys.go('姓名');
  await keys.type(credentials.name);
  await keys.go('口令');
  await keys.type(credentials.passphrase);
  await keys.go('六位验证码');
  await keys.type(codeOf(credentials, 1));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '文章' }).waitFor();
  expect(await keys.focused()).toMatchObject({ tag: 'H1', name: '文章' });
}

/** Opens what the focus is on, and looks at it. */
async function windowOf({ page, keys }: typeof writer, first: string): Promise<void> {
  await page.getByRole('dialog').waitFor();
  expect(await keys.go(first)).toMatchObject({ name: first });
  expect(await accessibilityProblems(page)).toEqual([]);
}

const gone = (page: Page): Promise<void> => page.getByRole('dialog').waitFor({ state: 'hidden' });

const article = (page: Page) => stored(page, editorOn(page).id());

const body = `## 先看要什么

公开的可以谈，[见规定](https://example.org/rules)。

- 不写
- 不拍

| 报酬 | 时间 |  |
| --- | --- | --- |
|  |  |  |
|  |  |  |

表格之后。

![一只手机](picture:PICTURE "借来的手机")

图片之后。`;

describe('by keyboard alone', () => {
  test('an article is made, and its text is written with all that it can hold', async () => {
    const { page, keys } = writer;
    await signIn(writer);
    await keys.go('新建文章');
    await page.keyboard.press('Enter');
    await windowOf(writer, '空白页');
    await keys.go('案例');
    await keys.press('ArrowDown');
    await keys.go('开始撰写');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '尚无标题' }).waitFor();
    expect(await keys.focused()).toMatchObject({ tag: 'H1', name: '尚无标题' });
    await keys.go('从空白开始');
    await page.keyboard.press('Enter');
    await page.locator('#field-title-zh').waitFor();
    expect(await keys.type('借来的账号')).toMatchObject({ name: '中文标题' });
    await keys.press('Tab');
    expect(await keys.type('有人出钱借您的账号。')).toMatchObject({ name: '中文摘要' });
    await keys.press('Tab');
    await keys.go('中文正文');

    await keys.press('Control+Alt+2');
    await keys.type('先看要什么');
    await keys.press('Enter');
    await keys.type('公开的可以谈，');
    await keys.press('Control+k');
    await windowOf(writer, '网址');
    await keys.type('example.org/rules');
    await keys.go('链接的文字');
    await keys.type('见规定');
    await page.keyboard.press('Enter');
    await gone(page);
    await keys.type('。');
    await keys.press('Enter', 'Control+Shift+8');
    await keys.type('不写');
    await keys.press('Enter');
    await keys.type('不拍');
    await keys.press('Enter', 'Enter', 'Alt+F10');
    await keys.go('表格', 'ArrowRight');
    await keys.press('Enter');
    await keys.type('报酬');
    await keys.press('Tab');
    await keys.type('时间');
    await keys.press('ArrowDown', 'ArrowDown', 'ArrowDown');
    await keys.type('表格之后。');
    await keys.press('Enter', 'Alt+F10');
    await keys.go('图片', 'ArrowLeft');
    await page.keyboard.press('Enter');
    await windowOf(writer, '选择图片');
    await page.locator('dialog[open] input[type=file]').dispatchEvent('cancel', { bubbles: true });
    expect(await keys.focused()).toMatchObject({ name: '选择图片' });
    await keys.choose(await drawing('phone.jpg'));
    await keys.go('图片内容（中文）');
    await keys.type('一只手机');
    await keys.go('图片下方的说明（选填）');
    await keys.type('借来的手机');
    await page.keyboard.press('Enter');
    await gone(page);
    await page.locator('#field-body-zh img').waitFor();
    expect(await keys.type('图片之后。')).toMatchObject({ name: '中文正文' });
    expect(keys.troubles).toEqual([]);
  });

  test('it gets a cover and the rest, and is sent for review', async () => {
    const { page, keys } = writer;
    await keys.go(/^封面内容/);
    await keys.type('手机与账号');
    await keys.go('选择封面');
    await keys.choose(await drawing('cover.jpg'));
    await page.locator('.choice img').waitFor();
    await keys.go('换一张');
    await keys.go('作者');
    await keys.type('宣传科');
    await keys.go('新标签');
    await keys.type('账号');
    expect(await keys.press('Enter')).toMatchObject({ name: '新标签' });
    await keys.go('添加出处');
    expect(await keys.press('Enter')).toMatchObject({ name: '出处 1：标题' });
    await keys.go('移除出处 1');
    expect(await keys.press('Enter')).toMatchObject({ name: '添加出处' });
    await keys.go('送审', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText('已送审。').waitFor();
    expect(await keys.focused()).toMatchObject({ name: '取回修改' });
    const { state, kind, texts, cover, author, tags } = await article(page);
    expect({ state, kind, author, tags }).toEqual({
      ...{ state: 'in_review', kind: 'law', author: '宣传科', tags: ['账号'] },
    });
    expect(cover).toMatch(/^[0-9a-f]{32}$/);
    expect(texts.zh?.body.replace(/picture:[0-9a-f]{32}/, 'picture:PICTURE')).toBe(body);

    await keys.go('更多');
    expect(await keys.press('Enter')).toMatchObject({ name: '版本与经过' });
    await keys.go('正文快捷键', 'ArrowDown');
    await page.keyboard.press('Enter');
    await windowOf(writer, '关闭');
    await page.keyboard.press('Escape');
    await gone(page);
    expect(await keys.focused()).toMatchObject({ name: '更多' });
    await keys.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '版本', exact: true }).waitFor();
    await keys.go('回到正文', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('#field-title-zh').waitFor();
    expect(await keys.focused()).toMatchObject({ tag: 'H1', name: '借来的账号' });
    expect(keys.troubles).toEqual([]);
    expect(writer.problems).toEqual([signedOut]);
  });

  test('somebody else finds it, ticks what was looked at, and says when', async () => {
    const { page, keys } = reviewer;
    await signIn(reviewer);
    await keys.go('审核', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '阅读并审核：借来的账号' }).waitFor();
    expect(await keys.press('j')).toMatchObject({ name: '阅读并审核：借来的账号' });
    await page.keyboard.press('Enter');
    await page.locator('#review-panel').waitFor();
    expect(await keys.focused()).toMatchObject({ tag: 'H1', name: '借来的账号' });
    await keys.go('审核');
    expect(await keys.press('Enter')).toMatchObject({ tag: 'SECTION', name: '审核' });
    for (const check of [/^写的是行为/, /^没有写出真实的人/, /^其中没有/]) {
      await keys.go(check);
      await keys.press('Space');
    }
    await keys.go('日期');
    await keys.typeDay(page.locator('#approve-day'), tenth);
    await keys.go('批准并安排发布');
    await picture(page, 'keyboard-review');
    await page.keyboard.press('Enter');
    await page.getByText('已批准，到时间自动发布。').waitFor();
    expect((await keys.focused()).name).toContain('到时间自动发布');
    expect((await article(page)).plan?.at).toBe(`${tenth}T02:00:00.000Z`);
    expect(keys.troubles).toEqual([]);
  });

  test('in the calendar it moves to another day, and that can be taken back', async () => {
    const { page, keys } = reviewer;
    await keys.go('日历', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '日历' }).waitFor();
    await keys.go('下个月');
    await page.keyboard.press('Enter');
    const entry = page.locator('[data-key]');
    await entry.waitFor();
    expect((await keys.press('j')).name).toContain('借来的账号');
    await page.keyboard.press('m');
    await windowOf(reviewer, '日期');
    await keys.typeDay(page.locator('#move-day'), tenth.replace(/10$/, '17'));
    await keys.go('改动发布时间');
    await page.keyboard.press('Enter');
    await gone(page);
    await page.locator(`[data-date="${tenth.replace(/10$/, '17')}"] [data-key]`).waitFor();
    expect((await keys.focused()).name).toContain('借来的账号');
    await keys.go('撤销');
    await picture(page, 'keyboard-undo');
    await page.keyboard.press('Enter');
    await page.locator(`[data-date="${tenth}"] [data-key]`).waitFor();
    expect((await keys.focused()).name).toContain('借来的账号');
    expect(keys.troubles).toEqual([]);
    expect(reviewer.problems).toEqual([signedOut]);
  });
});
