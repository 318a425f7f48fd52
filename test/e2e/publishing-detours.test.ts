/** Articles that do not go straight from the draft to the reader. The line is that of publishing-journeys.test.ts. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { editorOn } from './editor-browser.js';
import { openPublishingDesk, type PublishingDesk } from './publishing-desk.js';
import { lookAt, openPublishingLine, type PublishingLine } from './publishing-line.js';
import { fromApi, openChat, platformDecides, platformFails, statusOf, tap } from './reader-browser.js';

let opened: PublishingLine;
let desk: PublishingDesk;

beforeAll(async () => {
  opened = await openPublishingLine();
  desk = await openPublishingDesk(opened);
}, 120_000);
afterAll(() => opened.close(), 30_000);

describe('what does not go straight on', () => {
  test('a reviewer sends it back with a comment and a word; who wrote it answers and sends it again', async () => {
    const editor = await desk.written('共享文件夹里的三个错误');
    await editor.submit();
    const { page } = await desk.openedBy(desk.reviewer, editor.id());
    await page.getByText('第二段说明怎么做。').first().click();
    await page.getByRole('button', { name: '对光标所在段落加批注' }).click();
    await page.getByRole('textbox', { name: '批注' }).fill('请写明三个错误是哪三个。');
    await page.getByRole('button', { name: '添加批注' }).click();
    await page.getByText('1 条未处理').waitFor();
    await lookAt(page, 'comment');
    await page.getByRole('textbox', { name: '退回时给作者的话' }).fill('其余都好，只差这一处。');
    await page.getByRole('button', { name: '退回修改' }).click();
    await page.getByText('已退回修改，原因见批注。').waitFor();
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('state-notice');

    await desk.author.page.reload();
    const again = editorOn(desk.author.page);
    await desk.author.page.getByText('已退回修改，原因见批注。').waitFor();
    await desk.author.page.getByText('其余都好，只差这一处。').waitFor();
    await desk.author.page.getByText('请写明三个错误是哪三个。').waitFor();
    await lookAt(desk.author.page, 'sent-back');
    await again.writeBody('zh', '三个错误：公开链接、共用密码、不设期限。');
    await desk.author.page.getByRole('button', { name: '把编辑乙的批注标为已处理' }).click();
    await desk.author.page.getByText('0 条未处理').waitFor();
    await again.submit();
    await desk.reviewer.page.reload();
    await editorOn(desk.reviewer.page).approve();
    expect([desk.author.problems, desk.reviewer.problems]).toEqual([[], []]);
  });

  test('who sent it takes it back, and nobody is said to have refused it', async () => {
    const editor = await desk.written('先取回的文章');
    await editor.submit();
    await editor.button('取回修改').click();
    await desk.author.page.getByText('审核之前已取回。').waitFor();
    expect(await desk.author.page.getByText('已退回修改').count()).toBe(0);
  });

  test('the platform refuses it: readers have it all the same, the reason is said, and it is tried again', async () => {
    const { id, slug } = await desk.aboutToGo('平台不放行的文章', 'quiet');
    await platformDecides(opened.line.url, 4);
    await opened.jobs.timeComes(id);
    await opened.jobs.until(id, 'partly_published');
    const { page, button } = await desk.openedBy(desk.author, id);
    const notice = page.locator('#state-notice');
    expect(await notice.innerText()).toContain('文章没有通过平台审核。');
    expect(await notice.innerText()).toContain('网页和对话中的读者已经看得到，平台上没有。');
    expect(await statusOf(opened.line.url, slug)).toBe(200);
    await lookAt(page, 'partly-published');
    await button('重试平台部分').click();
    await editorOn(page).stands('发布中');
    await opened.jobs.until(id, 'published');
    await page.reload();
    await notice.getByRole('link', { name: '平台上的页面' }).waitFor();
    expect(desk.author.problems).toEqual([]);
  });

  test('the platform refuses the draft: nobody has it, and the reason stays in sight until it is sent again', async () => {
    const { id, slug } = await desk.aboutToGo('有一处平台不收', 'quiet');
    await platformFails(opened.line.url, '/cgi-bin/draft/add', 45166);
    await opened.jobs.timeComes(id);
    await opened.jobs.until(id, 'refused');
    expect(await statusOf(opened.line.url, slug)).toBe(404);
    const editor = await desk.openedBy(desk.author, id);
    const notice = editor.page.locator('#state-notice');
    expect(await notice.innerText()).toContain('平台在公开之前退回了这篇文章。');
    expect(await notice.innerText()).toContain('平台代码：45166');
    await lookAt(editor.page, 'refused');
    await editor.button('回到草稿').click();
    await editor.stands('草稿');
    expect(await notice.innerText()).toContain('平台代码：45166');
    await editor.submit();
    await notice.getByText('由没有参与撰写的人审核。').waitFor();
    expect(await notice.innerText()).not.toContain('45166');
    expect(desk.author.problems).toEqual([]);
  });

  test('withdrawn, it is gone everywhere, and what cannot be taken back is said first', async () => {
    const { id, slug } = await desk.published('要撤下的文章', 'quiet');
    const { page, button } = await desk.openedBy(desk.reviewer, id);
    const number = /编号 (\d+)/.exec(await page.locator('#state-notice').innerText())?.[1] ?? '';
    await button('更多').click();
    await button('撤下文章').click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toContain('平台上的页面会请求平台删除');
    await lookAt(page, 'withdraw');
    await dialog.getByRole('textbox').fill('撤下');
    await dialog.getByRole('button', { name: '撤下文章' }).click();
    await editorOn(page).stands('已撤下');
    expect(await page.locator('#state-notice').innerText()).toContain('平台上的页面也已删除。');
    await lookAt(page, 'withdrawn');
    await opened.jobs.shown(slug, false);
    expect([await statusOf(opened.line.url, slug), (await fromApi(opened.line.url, slug)).status]).toEqual([
      404, 404,
    ]);
    const chat = await openChat(opened.browser, opened.line.url);
    expect(await tap(chat.page, '宣传文章')).not.toContain(`文章${number}：`);
    await chat.page.context().close();
    expect(desk.reviewer.problems).toEqual([]);
  });

  test('stopped within the ten minutes, it never was public', async () => {
    const { id, slug } = await desk.aboutToGo('停住的文章');
    const { page } = await desk.openedBy(desk.author, id);
    await page.locator('#state-notice').getByRole('button', { name: '停止发布' }).click();
    await page.getByText('发布之前已被停止。').waitFor();
    await opened.jobs.tick();
    expect([await statusOf(opened.line.url, slug), (await fromApi(opened.line.url, slug)).status]).toEqual([
      404, 404,
    ]);
    await lookAt(page, 'stopped');
    expect([desk.author.problems, desk.reviewer.problems, desk.administrator.problems]).toEqual([[], [], []]);
  });
});
