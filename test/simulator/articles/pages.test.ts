import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { articleDesk, type ArticleDesk, png } from '../support/article-desk.js';
import { world, type World } from '../support/world.js';

let w: World;
let desk: ArticleDesk;
beforeEach(async () => {
  w = await world(() => null, { resultDelayMs: 1 });
  desk = articleDesk(w);
});
afterEach(() => w.close());

/** Publishes one draft; answers its id and the address of its first article. */
const publish = async (...changes: object[]): Promise<{ article_id: string; url: string }> => {
  const before = desk.events('PUBLISHJOBFINISH').length;
  await desk.post('freepublish/submit', { media_id: await desk.draft(...changes) });
  await desk.event('PUBLISHJOBFINISH', before + 1);
  const { item } = await desk.post('freepublish/batchget', { offset: 0, count: 1 });
  const [{ article_id, content }] = item as [
    { article_id: string; content: { news_item: [{ url: string }] } },
  ];
  return { article_id, url: content.news_item[0].url };
};

describe('the page of an article', () => {
  test('shows title, author, cover, what is kept, and where to read on', async () => {
    await w.api('POST', '/clock', { now: '2027-04-15T08:00:00+08:00' });
    const { url: picture } = await desk.upload('media/uploadimg', png);
    const thumb_media_id = await desk.thumb();
    const content = `<p style="color:#111">正文<script>x</script></p><img src="${String(picture)}" alt="图">`;
    const { url } = await publish({ title: '一 < 二', content, thumb_media_id });
    const { status, html, headers } = await desk.page(url);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    for (const part of [
      '<html lang="zh">',
      '<title>一 &lt; 二</title>',
      '<h1>一 &lt; 二</h1>',
      '<span>宣传组</span> <span>示例公众号</span>',
      '2027年4月15日 星期四</time>',
      `<img class="article-cover" src="/simulator/wechat/files/${thumb_media_id}" alt="">`,
      '<p style="color:#111">正文</p>',
      `<img src="${new URL(String(picture)).pathname}" alt="图">`,
      '<a class="article-original" href="https://line.example/a/day" rel="noreferrer noopener">阅读原文</a>',
    ])
      expect(html).toContain(part);
    expect(html).not.toContain('<script');
  });

  test('runs no script, and takes pictures and styles from here only', async () => {
    const policy = (await desk.page((await publish()).url)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("img-src 'self' data:;");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test('its cover and picture can be fetched from here', async () => {
    const { html } = await desk.page((await publish()).url);
    const source = /class="article-cover" src="([^"]+)"/.exec(html)?.[1] ?? '';
    const response = await fetch(w.url + source);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  });

  test('speaks English around an article in either language', async () => {
    const page = async (changes: object): Promise<string> =>
      (await desk.page(`${(await publish(changes)).url}?lang=en`)).html;
    const chinese = await page({});
    expect(chinese).toContain('<html lang="en">');
    expect(chinese).toContain('<article lang="zh">');
    expect(chinese).toContain('Read the original');
    expect(await page({ title: 'The day', content: '<p>Text</p>' })).toContain('<article lang="en">');
  });

  test.each(['', 'javascript:x()', 'mailto:a@b.test'])('has no way on to %j', async (content_source_url) => {
    expect((await desk.page((await publish({ content_source_url })).url)).html).not.toContain('阅读原文');
  });

  test('goes without a cover that was removed', async () => {
    const thumb_media_id = await desk.thumb();
    const { url } = await publish({ thumb_media_id });
    await desk.post('material/del_material', { media_id: thumb_media_id });
    const { status, html } = await desk.page(url);
    expect([status, html.includes('article-cover')]).toEqual([200, false]);
  });

  test('leads to another article under the name it is open under', async () => {
    const { url } = await publish();
    const second = await publish({ content: `<a href="${url}">x</a>` });
    expect((await desk.page(second.url)).html).toContain(`<a href="${new URL(url).pathname}">x</a>`);
  });
});

describe('an article that is not there', () => {
  test('was taken back; the others of its draft are still read', async () => {
    const { article_id, url } = await publish({}, { title: '第二篇' });
    await desk.post('freepublish/delete', { article_id, index: 1 });
    const gone = await desk.page(url);
    expect([gone.status, gone.html]).toEqual([410, expect.stringContaining('此内容已被发布者删除')]);
    expect(gone.html).not.toContain('正文');
    expect(await desk.page(url.replace(/1$/, '2'))).toMatchObject({ status: 200 });
    expect((await desk.page(`${url}?lang=en`)).html).toContain('The account has deleted this article');
  });

  test('was sent and taken back', async () => {
    const openid = await w.follower();
    const { msg_id } = await desk.sendAll(await desk.draft());
    await desk.event('MASSSENDJOBFINISH');
    const { articles } = (await w.outbox(openid)).at(-1) as { articles: { url: string }[] };
    expect(await desk.page(articles[0]?.url)).toMatchObject({
      status: 200,
      html: expect.stringContaining('正文'),
    });
    await desk.post('message/mass/delete', { msg_id });
    expect(await desk.page(articles[0]?.url)).toMatchObject({
      status: 410,
      html: expect.stringContaining('此内容已被发布者删除'),
    });
  });

  test('was blocked by the platform', async () => {
    await w.api('POST', '/outcomes', { publish: 6 });
    await desk.post('freepublish/submit', { media_id: await desk.draft() });
    const { PublishEventInfo: info } = await desk.event('PUBLISHJOBFINISH');
    const { article_detail } = info as { article_detail: { item: { article_url: string } } };
    let page = await desk.page(article_detail.item.article_url);
    for (let i = 0; i < 100 && page.status === 200; i += 1)
      page = await desk.page(article_detail.item.article_url);
    expect(page).toMatchObject({ status: 410, html: expect.stringContaining('此内容无法查看') });
  });

  test('never was', async () => {
    const { url } = await publish();
    for (const address of [
      url.replace(/1$/, '2'),
      url.replace(/1$/, '0'),
      url.replace(/articles\/.+/, 'articles/x/1'),
    ])
      expect(await desk.page(address)).toMatchObject({
        status: 404,
        html: expect.stringContaining('没有这篇文章'),
      });
  });

  test('a page is for this machine only', async () => {
    const { pathname } = new URL((await publish()).url);
    const response = await fetch(w.url + pathname, { headers: { 'x-forwarded-for': '192.0.2.1' } });
    expect(response.status).toBe(403);
  });
});
