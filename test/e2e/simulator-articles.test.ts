import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import sharp from 'sharp';
import { articleDesk, type ArticleDesk } from '../simulator/support/article-desk.js';
import { sampleLine } from '../simulator/support/sample-line.js';
import { world, type World } from '../simulator/support/world.js';
import { accessibilityProblems, launch, openPage, picture } from './simulator-browser.js';

let browser: Browser;
let w: World;
let desk: ArticleDesk;
let pictures: readonly [cover: string, second: string, inside: string];

/** A drawing as a JPEG, as a camera's would come. */
const drawing = (from: string, to: string): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="500"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs><rect width="900" height="500" fill="url(#g)"/><circle cx="680" cy="170" r="90" fill="#ffffff55"/><path d="M0 500 260 230 430 390 600 270 900 500Z" fill="#00000044"/></svg>`,
    ),
  )
    .jpeg({ quality: 70 })
    .toBuffer();

beforeAll(async () => {
  browser = await launch();
  w = await world(sampleLine, { pace: { limitMs: 2000, gapMs: 1 }, resultDelayMs: 20 });
  desk = articleDesk(w);
  const [first, other] = await Promise.all([drawing('#0b5a61', '#7cc7ca'), drawing('#7d4a00', '#efbb62')]);
  const thumb = async (bytes: Buffer): Promise<string> =>
    String((await desk.upload('material/add_material', bytes, { type: 'thumb' }))['media_id']);
  pictures = [
    await thumb(first),
    await thumb(other),
    String((await desk.upload('media/uploadimg', other))['url']),
  ];
});
afterAll(async () => {
  await browser.close();
  await w.close();
});

const digest = '每年四月十五日是全民国家安全教育日。收到陌生“调研”邀请时，三步就能判断。';
const title = '收到陌生“调研”邀请怎么办';
const content = (): string => `<section style="font-size:16px;line-height:1.75;color:#1d2527">
<p style="margin:0 0 16px">有人自称研究机构，出高价请您“写一份内部情况”。先停一停，想三件事。</p>
<h2 style="margin:24px 0 16px;font-size:20px;color:#0b5a61">先看要什么</h2>
<section style="margin:0 0 16px"><img src="${pictures[2]}" alt="山与日" style="display:block;width:100%"></section>
<blockquote style="margin:0 0 16px;padding:8px 16px;border-left:3px solid #0b5a61;background-color:#f0eee8">公开的可以谈，内部的不写、不拍、不传。</blockquote>
<table style="width:100%;border-collapse:collapse"><tr><td style="padding:8px;border:1px solid #dcd9d0">报酬</td><td style="padding:8px;border:1px solid #dcd9d0">远高于行情</td></tr></table>
</section>`;

/** A follower who was sent two articles together, and a third one as a preview. */
async function reader(): Promise<{ openid: string; preview: string; msgId: unknown }> {
  const openid = await w.follower();
  const sent = desk.events('MASSSENDJOBFINISH').length;
  const both = await desk.draft(
    { title, digest, content: content(), thumb_media_id: pictures[0] },
    { title: '出境数据申报的五个常见误会', digest: '', thumb_media_id: pictures[1] },
  );
  // To one tag at a time: everybody may be written to once a day only.
  const { tag } = await desk.post('tags/create', { tag: { name: `t${sent}` } });
  const tagid = (tag as { id: number }).id;
  await desk.post('tags/members/batchtagging', { openid_list: [openid], tagid });
  const { msg_id } = await desk.sendAll(both, { filter: { is_to_all: false, tag_id: tagid } });
  await desk.event('MASSSENDJOBFINISH', sent + 1);
  const preview = await desk.draft({ title: '预览中的文章', digest, thumb_media_id: pictures[1] });
  await desk.post('message/mass/preview', {
    touser: openid,
    msgtype: 'mpnews',
    mpnews: { media_id: preview },
  });
  return { openid, preview, msgId: msg_id };
}

/** Follows the link of a card, which opens beside the chat. */
async function opened(page: Page, name: string | RegExp): Promise<Page> {
  const [there] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name }).click(),
  ]);
  await there.waitForLoadState();
  return there;
}

const views = [390, 1440].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    (['zh', 'en'] as const).map((lang) => ({ width, height: width === 390 ? 844 : 900, scheme, lang })),
  ),
);

describe('articles on the phone page', () => {
  test.each(views)('$width × $height, $scheme, $lang: card, page, and what is left of it', async (view) => {
    const { openid, msgId } = await reader();
    const { page, problems } = await openPage(browser, `${w.url}/simulator/?lang=${view.lang}`, view);
    await page.evaluate(`sessionStorage.setItem('phone.1', '${openid}')`);
    await page.reload();
    await page.getByRole('link', { name: '预览中的文章' }).waitFor();
    const look = async (at: Page, state: string): Promise<void> => {
      await picture(at, `article-${view.width}-${view.scheme}-${view.lang}-${state}`);
      expect({ state, found: await accessibilityProblems(at) }).toEqual({ state, found: [] });
    };
    const loaded = await page.evaluate<boolean[]>(
      "Promise.all([...document.querySelectorAll('.card img')].map((i) => i.decode().then(() => i.naturalWidth > 0)))",
    );
    expect(loaded).toEqual([true, true, true]);
    await look(page, '2-preview-card');
    await page.getByRole('link', { name: title }).scrollIntoViewIfNeeded();
    await look(page, '1-cards');
    const article = await opened(page, title);
    expect(await article.locator('h1').innerText()).toBe(title);
    const images = await article.evaluate<boolean[]>(
      'Promise.all([...document.images].map((i) => i.decode().then(() => i.naturalWidth > 0)))',
    );
    expect(images).toEqual([true, true]);
    const original = article.getByRole('link', {
      name: view.lang === 'zh' ? '阅读原文' : 'Read the original',
    });
    expect(await original.getAttribute('href')).toBe('https://line.example/a/day');
    expect(
      await article.evaluate<number>('document.documentElement.scrollWidth - innerWidth'),
    ).toBeLessThanOrEqual(0);
    await look(article, '3-article');
    await original.scrollIntoViewIfNeeded();
    await look(article, '4-article-end');
    await look(await opened(page, '预览中的文章'), '5-preview');
    await desk.post('message/mass/delete', { msg_id: msgId });
    await article.reload();
    await look(article, '6-gone');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('a card from elsewhere opens there, without its picture; an address that is none opens nothing', async () => {
    const openid = await w.follower();
    const custom = (article: object): Promise<unknown> =>
      desk.post('message/custom/send', { touser: openid, msgtype: 'news', news: { articles: [article] } });
    await custom({ title: '别处', url: 'https://line.example/a/1', picurl: 'https://line.example/1.jpg' });
    await custom({ title: '不是地址', url: 'javascript:alert(1)' });
    const view = { width: 390, height: 844, scheme: 'light' } as const;
    const { page, problems } = await openPage(browser, `${w.url}/simulator/`, view);
    await page.evaluate(`sessionStorage.setItem('phone.1', '${openid}')`);
    await page.reload();
    const link = page.getByRole('link', { name: '别处' });
    expect(await link.getAttribute('href')).toBe('https://line.example/a/1');
    expect(await page.locator('.card img').count()).toBe(0);
    expect(await page.locator('.card').nth(1).getAttribute('href')).toBeNull();
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
