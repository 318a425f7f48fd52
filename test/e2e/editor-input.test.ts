/** Bad input in the editor: it is neutral, or refused with a reason in words. Nothing of it runs, nothing is fetched for it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newArticle, type ArticleEditor } from './editor-browser.js';
import { openEditorLine, type EditorLine } from './editor-line.js';
import * as hostile from './hostile-input.js';
import { openJobs, withoutJobs, type Jobs } from './jobs-by-hand.js';
import { ran, watch } from './nothing-runs.js';
import { ask, stored, type Answer } from './page-requests.js';
import { openPage, picture } from './simulator-browser.js';
import type { StaffPage } from './staff-browser.js';
import { until } from './until.js';

let desk: EditorLine;
let jobs: Jobs | undefined;
let writer: StaffPage;
let reviewer: StaffPage;
let editor: ArticleEditor;
const watched = { hosts: new Set<string>(), dialogs: [] as string[] };

/** The browser notes down each answer that refuses something; what it has to say beside that is a problem. */
const problemsOf = ({ problems }: StaffPage): readonly string[] =>
  problems.filter((problem) => !/the server responded with a status of (409|413|422)/.test(problem));

beforeAll(async () => {
  desk = await openEditorLine(withoutJobs);
  jobs = await openJobs(desk.line, desk.folder);
  [writer, reviewer] = await Promise.all([desk.hire('程一', 'editor'), desk.hire('林二', 'editor')]);
  watch(writer.page, watched);
  editor = await newArticle(writer.page);
  await editor.show('zh');
}, 60_000);
afterAll(async () => {
  await jobs?.close();
  await desk.close();
}, 30_000);

const article = () => stored(writer.page, editor.id());

/** Puts a text in its place, past all that the page itself would not send. */
async function put(text: Readonly<Record<string, string>>): Promise<Answer> {
  const { revision, kind, author, cover, tags, category, sources } = await article();
  const zh = { title: '标题', digest: '摘要', body: '正文', coverAlt: '封面', ...text };
  const content = { kind, author, cover, tags, category, sources, texts: { zh, en: null } };
  return ask(writer.page, 'PUT', `/articles/${editor.id()}`, { revision, content });
}

describe('what is uploaded', () => {
  test.each([
    ['a drawing that is called a photo', hostile.svgAsPng, 422, '此文件不是可用的图片。'],
    ['a drawing', hostile.svgItself, null, '请选择 JPEG、PNG、WebP 或 GIF。'],
    ['a script that begins like a GIF', hostile.scriptAsGif, 422, '此文件不是可用的图片。'],
    ['more than 40 million points', hostile.tooManyPoints, 413, '图片太大：最多 20 MB、4000 万像素。'],
  ])('is refused in words: %s', async (_, made, status, words) => {
    const { page } = writer;
    const file = typeof made === 'function' ? await made() : made;
    const cover = page.locator('.choice:has(#field-cover)');
    const answered = status === null ? null : page.waitForResponse('**/api/pictures');
    await cover.locator('input[type=file]').setInputFiles(file);
    expect((await answered)?.status() ?? null).toBe(status);
    await cover.locator('.error, .error-note').filter({ hasText: words }).waitFor();
    expect((await article()).cover).toBeNull();
  });

  test('is written anew, without what stood behind its end', async () => {
    const { page } = writer;
    const shown = page.locator('.choice:has(#field-cover) img');
    await page
      .locator('.choice:has(#field-cover) input[type=file]')
      .setInputFiles(await hostile.pageBehindPicture());
    await shown.waitFor();
    expect(await page.locator('.choice:has(#field-cover) [role=alert]').innerText()).toBe('');
    const address = (await shown.getAttribute('src'))?.replace('/cover', '');
    for (const rendition of ['web', 'small', 'platform', 'cover']) {
      const bytes = await page.evaluate(async (at) => (await fetch(at)).text(), `${address}/${rendition}`);
      expect(bytes).not.toContain('alert');
    }
  });
});

describe('what is pasted', () => {
  test('leaves its words, and a link to the web', async () => {
    const { page } = writer;
    await editor.toEnd('zh');
    await page.evaluate((markup) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', markup);
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(paste);
    }, hostile.hostileHtml);
    await editor.body('zh').getByText('这里是正文。').waitFor();
    expect(await editor.body('zh').innerHTML()).toBe(
      '<p>这里是<strong>正文</strong>。</p><p>指令 折行 数据 旧 <a href="https://example.org/ok">通知</a> "&gt;</p><p>更多</p><p>细节</p><p>动</p>',
    );
    expect(await ran(page)).toBe(false);
    await page.keyboard.press('Control+z');
  });
});

describe('a text without end', () => {
  test('is not saved, and it is said why; what was written before it stays', async () => {
    const { page } = writer;
    await editor.toEnd('zh');
    await page.keyboard.insertText('字'.repeat(60_001));
    await page.keyboard.press('Control+s');
    await page.locator('.facts').getByText('未保存。 正文太长，服务器不接收。').first().waitFor();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+s');
    await page.locator('.facts').getByText('已保存').waitFor();
    expect((await article()).texts.zh?.body).toBe('');
  });
});

describe('signs that nobody sees', () => {
  test('are not kept in a title', async () => {
    const { page } = writer;
    await editor.field('title-zh').fill('收到\u200B邀\u202E请\u2066怎么办\uFEFF');
    await page.keyboard.press('Control+s');
    await until(async () => (await article()).texts.zh?.title === '收到邀请怎么办');
    await page.reload();
    await editor.field('title-zh').waitFor();
    expect(await editor.field('title-zh').inputValue()).toBe('收到邀请怎么办');
  });

  test.each([
    ['a sign of no width', 'a\u200Bbc', '请使用小写字母、数字和单个连字符'],
    ['an override of direction', 'abc\u202Ecba', '请使用小写字母、数字和单个连字符'],
    ['letters that look like others', '\u0430b\u0441', '请使用小写字母、数字和单个连字符'],
    ['a word that leads elsewhere', 'feed', '这个词在网址里另有用途'],
  ])('are refused in an address: %s', async (_, word, words) => {
    const { page } = writer;
    const { slug } = await article();
    await page.getByRole('textbox', { name: '文章网址' }).fill(word);
    await page.getByRole('button', { name: '更改网址' }).click();
    await page.locator('.fields .error').filter({ hasText: words }).waitFor();
    expect((await article()).slug).toBe(slug);
  });
});

describe('what is sent past the page', () => {
  const form = {
    code: expect.any(String),
    message: expect.any(String),
    requestId: expect.stringMatching(/^[0-9a-f]{16}$/),
  };

  test('is refused in one form, whatever is wrong with it', async () => {
    const { revision, kind, texts, author, cover, tags, category, sources } = await article();
    const content = { kind, texts, author, cover, tags, category, sources };
    const zh = { title: '', digest: '', body: '', coverAlt: '' };
    const path = `/articles/${editor.id()}`;
    const refused = async (body: unknown): Promise<readonly [number, unknown]> => {
      const answer = await ask(writer.page, 'PUT', path, body);
      expect(answer.body).toMatchObject(form);
      const { code, details } = answer.body as { code: string; details?: { fields?: object } };
      return [answer.status, details?.fields === undefined ? code : Object.keys(details.fields)];
    };
    const odd = { zh: { ...zh, html: '<b>' }, en: null };
    const long = { zh: { ...zh, body: `${'> '.repeat(10_000)}${'字'.repeat(1_000_000)}` }, en: null };
    const cases: readonly (readonly [sent: unknown, status: number, what: unknown])[] = [
      [{ revision, content, extra: 1 }, 422, ['extra']],
      [{ revision, content: { ...content, texts: odd } }, 422, ['content.texts.zh.html']],
      [{ revision: '1', content }, 422, ['revision']],
      [{ revision, content: { ...content, cover: '../x' } }, 422, ['content.cover']],
      [{ revision, content: [] }, 422, ['content']],
      ...['null', '[]', '{'].map((text) => [text, 422, 'request.invalid'] as const),
      [{ revision, content, slug: 'a\u200Bbc' }, 422, ['slug']],
      [{ revision: revision - 1, content: { ...content, author: '别人' } }, 409, 'article.stale'],
      [{ revision: revision + 1, content }, 409, 'article.stale'],
      [{ revision, content: { ...content, texts: long } }, 422, ['content.texts.zh.body']],
    ];
    for (const [sent, status, what] of cases) expect(await refused(sent)).toEqual([status, what]);
    expect((await article()).revision).toBe(revision);
  });

  test('opens at once, however deep it goes, and no word of it is lost', async () => {
    const { page } = writer;
    expect(
      (await put({ body: `${'> '.repeat(10_000)}引文的底\n\n${'- '.repeat(9_000)}列表的底` })).status,
    ).toBe(200);
    await page.reload();
    await editor.body('zh').getByText('列表的底').waitFor();
    await editor.toEnd('zh');
    await page.keyboard.type('还能接着写');
    await page.keyboard.press('Control+s');
    await until(async () => (await article()).texts.zh?.body.endsWith('还能接着写') === true);
    expect((await article()).texts.zh?.body).toMatch(/引文的底[^]*列表的底/);
    await picture(page, 'editor-deep');
  });

  test('runs nowhere: not in the editor, not beside it, not where readers have it', async () => {
    const { page } = writer;
    await editor.field('author').fill('宣传科');
    await page.keyboard.press('Control+s');
    await until(async () => (await article()).author === '宣传科');
    const said = {
      title: '<b onclick=alert(1)>标题</b>',
      digest: `"><img src=x onerror=alert(1)>摘要`,
      coverAlt: '" onload="alert(1)',
    };
    expect((await put({ ...said, body: hostile.hostileMarkdown })).status).toBe(200);
    await page.reload();
    await editor.body('zh').getByText('这里是正文。').waitFor();
    const preview = await ask(writer.page, 'POST', '/preview', { body: hostile.hostileMarkdown });
    const { web, platform } = preview.body as { readonly web: string; readonly platform: string };
    for (const html of [web, platform])
      expect(html).not.toMatch(/<(script|img|svg|iframe|p [^>]*onclick|b )/);
    await page.locator('.phone-text').getByText('这里是正文。').waitFor();
    await picture(page, 'editor-hostile');
    for (const tab of ['对话卡片', '锁屏']) await page.getByRole('tab', { name: tab }).click();
    expect(await ran(page)).toBe(false);

    const step = (who: StaffPage, taken: object) =>
      article().then(({ revision }) =>
        ask(who.page, 'POST', `/articles/${editor.id()}/steps`, { revision, ...taken }),
      );
    expect(await step(writer, { step: 'submit' })).toMatchObject({ status: 200 });
    const plan = { at: new Date(Date.now() + 3_600_000).toISOString(), platform: { way: 'none', tag: null } };
    const checks = ['shows_conduct', 'names_no_real_person', 'no_opinion_case'];
    expect(await step(reviewer, { step: 'approve', plan, checks })).toMatchObject({ status: 200 });
    for (const state of ['about_to_go', 'published'] as const) {
      await jobs?.timeComes(editor.id());
      await jobs?.until(editor.id(), state);
    }
    const { slug } = await article();
    const reader = await openPage(desk.browser, `${desk.line.url}/a/${slug}?lang=zh`, {
      width: 390,
      height: 844,
      scheme: 'light',
    });
    watch(reader.page, watched);
    await reader.page.reload();
    await reader.page.getByText('这里是正文。').waitFor();
    await picture(reader.page, 'reader-hostile');
    expect(await ran(reader.page)).toBe(false);
    expect(reader.problems).toEqual([]);
  });
});

test('nothing ran, no other host was asked, and no rule of our own was broken', () => {
  expect(watched.dialogs).toEqual([]);
  expect([...watched.hosts].sort()).toEqual(
    [desk.line.consoleUrl, desk.line.url].map((url) => new URL(url).host).sort(),
  );
  expect(problemsOf(writer)).toEqual([]);
});
