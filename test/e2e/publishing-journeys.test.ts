/**
 * Articles from the empty draft to the reader, on a whole line, in browsers of several people.
 *
 * Nobody waits ten minutes here, and nobody waits for the clockwork's next minute: the line runs without the role `jobs`,
 * and that role's part is done by the test (jobs-by-hand.ts), which ticks when it is told to. That an article's time has come
 * is written into its document: planned, and brought into its state, so much earlier. All else is as on any line.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { drawing } from './drawing.js';
import { editorOn, enter, hire, invite, newArticle } from './editor-browser.js';
import { lookAt, openPublishingLine, type PublishingLine } from './publishing-line.js';
import { fromApi, openArticle, openChat, statusOf, tap } from './reader-browser.js';
import { openPage } from './simulator-browser.js';
import { joinBy, type StaffPage } from './staff-browser.js';

let opened: PublishingLine;
let administrator: StaffPage;
let author: StaffPage;
let reviewer: StaffPage;

beforeAll(async () => {
  opened = await openPublishingLine();
}, 60_000);
afterAll(() => opened.close(), 30_000);

const navigation = (page: Page): Promise<string[]> =>
  page.getByRole('navigation').locator('ul').first().getByRole('link').allInnerTexts();

/** Of the pages of articles and accounts, which may be seen; other subjects have pages of their own. */
const seenOf = (items: readonly string[]): readonly string[] =>
  ['文章', '审核', '日历', '工作人员', '审计日志'].filter((item) => items.includes(item));

describe('who works here', () => {
  test('the first administrator sees the staff and no article', async () => {
    administrator = await opened.administrator();
    const { page } = administrator;
    await page.getByRole('heading', { name: '工作人员' }).waitFor();
    expect(seenOf(await navigation(page))).toEqual(['工作人员']);
    await page.goto(`${opened.line.consoleUrl}/#/articles`);
    await page.getByRole('heading', { name: '您的账户不能查看此页' }).waitFor();
    await lookAt(page, 'not-allowed');
  }, 60_000);

  test('an invitation says what it is for, and opens one account', async () => {
    const link = await invite(administrator, ['编辑']);
    const { page, problems } = await openPage(opened.browser, link, {
      width: 1440,
      height: 900,
      scheme: 'light',
    });
    await page.getByRole('heading', { name: '设置您的账户' }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain('编辑');
    expect(page.url()).not.toContain('join/');
    await lookAt(page, 'invitation');
    await page.context().close();
    author = await joinBy(opened.browser, link, '编辑甲');
    await enter(author);
    const late = await openPage(opened.browser, link, { width: 390, height: 844, scheme: 'dark' });
    await late.page.getByRole('heading', { name: '此邀请不能使用' }).waitFor();
    await lookAt(late.page, 'invitation-gone');
    await late.page.context().close();
    expect(problems.filter((problem) => !problem.includes('status of 401'))).toEqual([]);
  }, 60_000);

  test('an editor sees articles, reviews and the calendar, and nothing of the staff', async () => {
    reviewer = await hire(opened.browser, administrator, '编辑乙', ['编辑']);
    await author.page.getByRole('heading', { name: '文章', exact: true }).waitFor();
    expect(seenOf(await navigation(author.page))).toEqual(['文章', '审核', '日历']);
    await author.page.goto(`${opened.line.consoleUrl}/#/staff`);
    await author.page.getByRole('heading', { name: '您的账户不能查看此页' }).waitFor();
    const status = await author.page.evaluate<number>("fetch('/api/staff').then((answer) => answer.status)");
    expect(status).toBe(403);
    expect(author.problems.splice(0)).toEqual([expect.stringContaining('status of 403')]);
    await administrator.page.reload();
    const accounts = administrator.page.getByRole('region', { name: '账户', exact: true });
    await accounts.getByRole('link', { name: '编辑乙' }).waitFor();
    expect(await accounts.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/编辑甲\s*编辑/),
      expect.stringMatching(/编辑乙\s*编辑/),
      expect.stringMatching(/管理员 · 本人\s*管理员/),
    ]);
    await lookAt(administrator.page, 'staff');
  }, 60_000);
});

describe('an article in two languages', () => {
  const zh = {
    title: '收到陌生“调研”邀请怎么办',
    digest: '有人出高价请您写一份内部情况，先停一停，三步就能判断。',
    body: '有人自称研究机构，出高价请您写一份内部情况。\n遇到时可以联系 ',
    coverAlt: '远处的山和太阳',
  };
  const en = {
    title: 'What to do when a stranger asks for “research”',
    digest: 'Somebody offers a lot for an inside report. Stop: three steps tell what it is.',
    body: 'Somebody who calls themselves an institute offers a lot for an inside report.\nStop and think.',
    coverAlt: 'Mountains far away, and the sun',
  };
  const tableHead = ['情形', '该怎么做', '为什么'];
  const tableCells = ['高价约稿', '不写', '内部情况不外传', '要内部照片', '不拍', '照片里有涉密文件'];
  let id = '';
  let slug = '';

  test('is written from an empty draft', async () => {
    const { page, problems } = author;
    await page.getByRole('navigation').getByRole('link', { name: '文章' }).click();
    await page.getByRole('button', { name: '新建文章' }).click();
    await lookAt(page, 'new-article');
    await page.keyboard.press('Escape');
    const editor = await newArticle(page, '案例');
    id = editor.id();
    await lookAt(page, 'empty');
    await editor.write('zh', zh);
    await editor.addLink('zh', 'https://www.12339.gov.cn/', '国家安全机关举报平台');
    await page.keyboard.press('Enter');
    await editor.addPicture('zh', await drawing('letter.jpg', '#7d4a00'), '一封陌生邮件', '示意图');
    await editor.addTable('zh', [...tableHead, ...tableCells]);
    await editor.write('en', en);
    await editor.setCover(await drawing('cover.jpg'));
    await editor.field('author').fill('宣传组');
    await editor.field('category').selectOption({ index: 1 });
    await editor.addTag('调研');
    await editor.addSource('反间谍法', 'https://www.gov.cn/law');
    await editor.saved();
    slug = await editor.slug();
    await lookAt(page, 'draft');
    expect(problems).toEqual([]);
  });

  test('is sent for review by who wrote it, and cannot be approved by them', async () => {
    const { page } = author;
    const editor = editorOn(page);
    await editor.submit();
    expect(await editor.state().innerText()).toBe('待审核');
    expect(await page.locator('#review-panel').innerText()).toContain('须由另一个人批准');
    await page.getByRole('navigation').getByRole('link', { name: '审核' }).click();
    await page.getByText('您本人的').waitFor();
    expect(await page.getByRole('link', { name: /^阅读并审核/ }).count()).toBe(0);
    expect(await statusOf(opened.line.url, slug)).toBe(404);
  });

  test('is reviewed by another editor, who confirms three things and plans it', async () => {
    const { page, problems } = reviewer;
    await page.getByRole('navigation').getByRole('link', { name: '审核' }).click();
    await lookAt(page, 'queue');
    await page.getByRole('link', { name: `阅读并审核：${zh.title}` }).click();
    const editor = editorOn(page);
    await page.getByRole('button', { name: '批准并安排发布' }).click();
    await page.getByText('三项都须确认，否则请退回。').waitFor();
    await lookAt(page, 'review');
    await editor.approve({ at: ['2099-03-12', '09:30'], way: 'quiet' });
    expect(await editor.state().innerText()).toBe('已排期');
    const notice = page.locator('#state-notice');
    expect(await notice.innerText()).toContain('2099年3月12日 星期四 09:30');
    await lookAt(page, 'scheduled');
    await page.goto(`${opened.line.consoleUrl}/#/calendar?view=month&day=2099-03-01`);
    await page
      .getByRole('link', { name: new RegExp(zh.title) })
      .or(page.getByText(zh.title))
      .first()
      .waitFor();
    await lookAt(page, 'calendar');
    expect(problems).toEqual([]);
  });

  test('is held for ten minutes, in which nobody outside has seen it', async () => {
    await opened.jobs.timeComes(id);
    await opened.jobs.until(id, 'about_to_go');
    const { page } = author;
    await page.goto(`${opened.line.consoleUrl}/#/articles/${id}`);
    await editorOn(page).stands('即将发布');
    expect(await page.locator('#state-notice .left').innerText()).toMatch(/^(10:00|9:\d\d)$/);
    expect(await page.getByRole('button', { name: '停止发布' }).count()).toBeGreaterThan(0);
    expect(await statusOf(opened.line.url, slug)).toBe(404);
    await lookAt(page, 'about-to-go');
  });

  test('goes out, and the page that waits for it says so by itself', async () => {
    await opened.jobs.timeComes(id);
    await opened.jobs.until(id, 'published');
    const { page, problems } = author;
    await editorOn(page).stands('已发布');
    await lookAt(page, 'published');
    expect(problems).toEqual([]);
  });

  test('is read on its pages in both languages', async () => {
    const { page, problems } = await openArticle(opened.browser, opened.line.url, slug, 'zh');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(zh.title);
    const text = page.getByRole('article');
    expect(await text.getByRole('link', { name: '国家安全机关举报平台' }).getAttribute('href')).toBe(
      'https://www.12339.gov.cn/',
    );
    expect(await text.getByRole('columnheader').allInnerTexts()).toEqual(tableHead);
    expect(await text.getByRole('cell').allInnerTexts()).toEqual(tableCells);
    const pictures = await page.evaluate<[string, boolean][]>(
      'Promise.all([...document.images].map((i) => i.decode().then(() => [i.alt, i.naturalWidth > 0])))',
    );
    expect(pictures).toEqual([
      [zh.coverAlt, true],
      ['一封陌生邮件', true],
    ]);
    await lookAt(page, 'reader-zh');
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: en.title }).waitFor();
    expect(await text.innerText()).toContain('Stop and think.');
    await lookAt(page, 'reader-en');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('is in the API, in both languages', async () => {
    const [first, other] = await Promise.all([
      fromApi(opened.line.url, slug),
      fromApi(opened.line.url, slug, 'en'),
    ]);
    expect(first).toMatchObject({ status: 200, body: { title: zh.title, lang: 'zh', kind: 'case' } });
    expect(other).toMatchObject({ status: 200, body: { title: en.title, lang: 'en' } });
    expect(String(first.body['html'])).toContain('alt="一封陌生邮件"');
  });

  test('is found in the chat, and read there', async () => {
    const { page, problems } = await openChat(opened.browser, opened.line.url);
    expect(await tap(page, '宣传文章')).toContain(zh.title);
    const article = await tap(page, new RegExp(zh.title));
    expect(article).toContain('国家安全机关举报平台');
    expect(article).toContain('高价约稿 · 不写 · 内部情况不外传');
    expect(article).toContain('一封陌生邮件');
    await lookAt(page, 'chat');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('has a page on the platform, which told nobody', async () => {
    const there = author.page.getByRole('link', { name: '平台上的页面' });
    const address = await there.getAttribute('href');
    const { page, problems } = await openPage(opened.browser, address ?? '', {
      ...{ width: 390, height: 844, scheme: 'light' },
    });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(zh.title);
    expect(await page.getByText('高价约稿').count()).toBe(1);
    await lookAt(page, 'platform');
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
