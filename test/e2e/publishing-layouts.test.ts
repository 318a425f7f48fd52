/** The editors' desk in three widths, two languages, by day and by night: nothing wrong, nothing beside the screen. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { invite } from './editor-browser.js';
import { openPublishingDesk, type PublishingDesk } from './publishing-desk.js';
import { ask } from './page-requests.js';
import { lookAt, openPublishingLine, type PublishingLine } from './publishing-line.js';
import type { View } from './simulator-browser.js';
import type { StaffPage } from './staff-browser.js';
import { until } from './until.js';

let opened: PublishingLine;
let desk: PublishingDesk;
/** ids of articles in these states */
let articles: Readonly<Record<'draft' | 'review' | 'scheduled' | 'hold' | 'published', string>>;
let link = '';
/** a day notice that is a draft, and what it recurs by */
let notice = { id: '', notice: '' };

beforeAll(async () => {
  opened = await openPublishingLine();
  desk = await openPublishingDesk(opened);
  const published = await desk.published('出境之前，先想清楚三件事', 'quiet');
  const hold = await desk.aboutToGo('共享文件夹里的三个错误');
  const scheduled = await desk.written('兼职“拍照员”：一个大学生的案例');
  await scheduled.submit();
  const plan = await desk.openedBy(desk.reviewer, scheduled.id());
  await plan.approve({ at: ['2099-10-01', '09:30'], way: 'send' });
  const ids = { published: published.id, hold: hold.id, scheduled: scheduled.id() };
  const review = await desk.written('收到陌生“调研”邀请怎么办');
  await review.submit();
  const sent = { ...ids, review: review.id() };
  articles = { ...sent, draft: (await desk.written('国庆前后的提醒：照片、定位与朋友圈')).id() };
  const { body } = await ask(desk.author.page, 'GET', '/occurrences?from=2027-04-01&to=2027-04-30');
  const [first] = (body as { items: readonly (typeof notice)[] }).items;
  if (first === undefined) throw new Error('no day notice is planned');
  notice = first;
  link = await invite(desk.administrator, ['编辑', '主管']);
}, 180_000);
afterAll(() => opened.close(), 30_000);

const views = [
  { width: 1440, height: 900, scheme: 'dark', lang: 'en' },
  { width: 768, height: 1024, scheme: 'light', lang: 'en' },
  { width: 390, height: 844, scheme: 'dark', lang: 'zh' },
] as const satisfies readonly (View & { lang: 'zh' | 'en' })[];

/** Another window of somebody who is signed in. */
async function windowOf({ page }: StaffPage, view: (typeof views)[number]): Promise<Page> {
  const context = await opened.browser.newContext({
    viewport: { width: view.width, height: view.height },
    colorScheme: view.scheme,
    locale: view.lang === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    storageState: await page.context().storageState(),
  });
  return context.newPage();
}

/** Pages by name: who looks at them, where they are, and what is there when they are complete. */
const pages = () =>
  [
    ['list', desk.author, '/articles', '[data-row]'],
    ['review', desk.reviewer, '/review', '[data-row]'],
    ['month', desk.author, '/calendar?view=month&day=2099-10-01', '.drafts'],
    ['week', desk.author, '/calendar?view=week&day=2099-10-01', '.drafts'],
    ['notices', desk.author, '/notices', '[data-row]'],
    ['notice', desk.author, `/notices/${encodeURIComponent(notice.id)}`, '.facts .state'],
    ['notice-days', desk.author, '/notices/days', '[data-row]'],
    ['notice-day', desk.author, `/notices/days/${notice.notice}`, '.detail form'],
    ['holidays', desk.author, '/notices/holidays/2027', 'form'],
    ['staff', desk.administrator, '/staff', '[data-row]'],
    ...Object.entries(articles).map(
      ([state, id]) => [`article-${state}`, desk.reviewer, `/articles/${id}`, '.facts .state'] as const,
    ),
  ] as const;

describe('the desk', () => {
  test.each(views)('$width wide, $lang, $scheme', async (view) => {
    const windows = new Map<StaffPage, Page>();
    const problems: string[] = [];
    for (const [name, who, path, complete] of pages()) {
      const page = windows.get(who) ?? (await windowOf(who, view));
      if (!windows.has(who)) {
        windows.set(who, page);
        page.on('console', (message) => {
          if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
        });
        page.on('pageerror', (error) => problems.push(error.message));
      }
      // what was there before must not be taken for what comes
      await page.goto('about:blank');
      await page.goto(`${opened.line.consoleUrl}/#${path}`);
      await page.locator(complete).first().waitFor();
      await until(async () => (await page.locator('.loading').count()) === 0);
      await lookAt(page, `${name}-${String(view.width)}-${view.lang}-${view.scheme}`);
    }
    for (const page of windows.values()) await page.context().close();
    expect(problems).toEqual([]);
  });

  test.each(views)('an invitation, $width wide, $lang, $scheme', async (view) => {
    const context = await opened.browser.newContext({
      viewport: { width: view.width, height: view.height },
      colorScheme: view.scheme,
      locale: view.lang === 'zh' ? 'zh-CN' : 'en-GB',
    });
    const page = await context.newPage();
    await page.goto(link);
    await page.locator('main .el-button--primary').waitFor();
    expect(page.url()).not.toContain('join/');
    await lookAt(page, `invitation-${String(view.width)}-${view.lang}-${view.scheme}`);
    await context.close();
  });
});
