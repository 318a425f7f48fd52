import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { articleDesk, type ArticleDesk, jpeg, png } from '../support/article-desk.js';
import { world, type World } from '../support/world.js';

let w: World;
let desk: ArticleDesk;
beforeEach(async () => {
  w = await world(() => null);
  desk = articleDesk(w);
});
afterEach(() => w.close());

const webp = Buffer.concat([Buffer.from('RIFF\x10\x00\x00\x00WEBPVP8 ', 'latin1'), Buffer.alloc(16)]);
const gif = Buffer.from('GIF89a..........');

describe('pictures of articles', () => {
  test.each([
    ['a WebP', webp, 40005],
    ['a GIF', gif, 40005],
    ['a text', Buffer.from('<html>'), 40005],
    ['a megabyte', jpeg(1024 * 1024), 40009],
    ['nothing', Buffer.alloc(0), 41005],
  ])('%s is refused inside an article', async (_, bytes, errcode) => {
    expect(await desk.upload('media/uploadimg', bytes)).toMatchObject({ errcode });
  });

  test.each([
    ['a JPEG of a byte less than a megabyte', jpeg(1024 * 1024 - 1)],
    ['a PNG, whatever its name', png],
  ])('%s is taken, and stands in no library', async (_, bytes) => {
    const { url } = await desk.upload('media/uploadimg', bytes);
    expect(url).toEqual(expect.stringContaining('/simulator/wechat/files/'));
    expect(await w.platform('GET', '/cgi-bin/material/get_materialcount')).toMatchObject({ image_count: 0 });
    const media_id = String(url).split('/').at(-1);
    expect(await desk.post('material/get_material', { media_id })).toMatchObject({ errcode: 40007 });
  });

  test.each([
    ['a PNG', png, 40005],
    ['a WebP', webp, 40005],
    ['a byte over 64 kB', jpeg(64 * 1024 + 1), 40012],
  ])('%s is refused as a cover', async (_, bytes, errcode) => {
    expect(await desk.upload('material/add_material', bytes, { type: 'thumb' })).toMatchObject({ errcode });
  });

  test('a JPEG of 64 kB is a cover, a WebP is no picture of the library', async () => {
    const add = (bytes: Buffer, type: string): Promise<Record<string, unknown>> =>
      desk.upload('material/add_material', bytes, { type });
    expect(await add(jpeg(64 * 1024), 'thumb')).toHaveProperty('media_id');
    expect(await add(webp, 'image')).toMatchObject({ errcode: 40005 });
    expect(await add(png, 'picture')).toMatchObject({ errcode: 40004 });
  });
});

describe('an article is checked', () => {
  const refused: readonly (readonly [string, object, number])[] = [
    ['no title', { title: '' }, 45003],
    ['a title of 33', { title: '字'.repeat(33) }, 45003],
    ['an author of 17', { author: '字'.repeat(17) }, 45004],
    ['a digest of 129', { digest: '字'.repeat(129) }, 45004],
    ['a source of 1,025 bytes', { content_source_url: `https://e.test/${'a'.repeat(1010)}` }, 45005],
    ['no content', { content: '' }, 45166],
    ['nothing but a script', { content: '<script>x</script>' }, 45166],
    ['20,000 characters', { content: `<p>${'字'.repeat(19_993)}</p>` }, 45166],
    ['no cover', { thumb_media_id: '' }, 40007],
    ['an unknown cover', { thumb_media_id: 'x' }, 40007],
  ];
  test.each(refused)('%s', async (_, changes, errcode) => {
    const article = await desk.article(changes);
    expect(await desk.post('draft/add', { articles: [article] })).toMatchObject({ errcode });
    const media_id = await desk.draft();
    expect(await desk.post('draft/update', { media_id, index: 0, articles: article })).toMatchObject({
      errcode,
    });
  });

  test('the longest of everything', async () => {
    const changes = {
      title: '字'.repeat(32),
      author: '字'.repeat(16),
      digest: '字'.repeat(128),
      content: `<p>${'字'.repeat(19_992)}</p>`,
      content_source_url: `https://e.test/${'a'.repeat(1009)}`,
    };
    const { news_item } = await desk.post('draft/get', { media_id: await desk.draft(changes) });
    expect(news_item).toMatchObject([changes]);
  });

  test('a cover is permanent, a picture, and in the library', async () => {
    const { url } = await desk.upload('media/uploadimg', png);
    const { thumb_media_id: passing } = await desk.upload('media/upload', jpeg(), { type: 'thumb' });
    const { media_id: sound } = await desk.upload('material/add_material', Buffer.from('#!AMR\n....'), {
      type: 'voice',
      name: 'a.amr',
    });
    for (const thumb_media_id of [String(url).split('/').at(-1), passing, sound]) {
      const article = await desk.article({ thumb_media_id });
      expect(await desk.post('draft/add', { articles: [article] })).toMatchObject({ errcode: 40007 });
    }
  });

  test('what is no article, too many of them, no draft, no place', async () => {
    const articles = await Promise.all(Array.from({ length: 9 }, () => desk.article()));
    expect(await desk.post('draft/add', { articles })).toMatchObject({ errcode: 45008 });
    expect(await desk.post('draft/add', { articles: [] })).toMatchObject({ errcode: 45008 });
    expect(await desk.post('draft/add', { articles: ['x'] })).toMatchObject({ errcode: 47001 });
    const media_id = await desk.draft();
    const update = (body: object): Promise<Record<string, unknown>> => desk.post('draft/update', body);
    expect(await update({ media_id: 'x', index: 0, articles: articles[0] })).toMatchObject({
      errcode: 40007,
    });
    expect(await update({ media_id, index: 1, articles: articles[0] })).toMatchObject({ errcode: 40035 });
    expect(await update({ media_id, index: 0, articles })).toMatchObject({ errcode: 47001 });
  });
});

describe('what is kept', () => {
  test('pictures that this platform gave out, and no others', async () => {
    const { url: inside } = await desk.upload('media/uploadimg', png);
    const { url: library } = await desk.upload('material/add_material', png, { type: 'image' });
    const openid = await w.follower();
    await w.api('POST', `/users/${openid}/messages`, { type: 'image', base64: png.toString('base64') });
    const sent = w.received.at(-1)?.fields['PicUrl'];
    const unknown = String(inside).replace(/[^/]+$/, 'unknown');
    const elsewhere = 'https://mmbiz.qpic.cn/mmbiz_png/x/0';
    const images = [inside, library, sent, unknown, elsewhere].map((src) => `<img src="${String(src)}">`);
    expect(await desk.kept(`<p>a</p>${images.join('')}`)).toBe(`<p>a</p>${images.slice(0, 2).join('')}`);
  });

  test('links to articles of the platform, and no others', async () => {
    await desk.post('freepublish/submit', { media_id: await desk.draft() });
    const { PublishEventInfo: info } = await desk.event('PUBLISHJOBFINISH');
    const { article_detail } = info as { article_detail: { item: { article_url: string } } };
    const kept = [article_detail.item.article_url, 'https://mp.weixin.qq.com/s/abc'];
    const lost = ['https://line.example/a/day', 'https://mp.weixin.qq.com.e.test/s/abc', '/a/day', '#top'];
    const html = [...kept, ...lost].map((href) => `<a href="${href}">x</a>`).join('');
    expect(await desk.kept(html)).toBe(
      kept.map((href) => `<a href="${href}">x</a>`).join('') + '<a>x</a>'.repeat(lost.length),
    );
  });

  test('a draft that is changed is cleaned too', async () => {
    const media_id = await desk.draft();
    const articles = await desk.article({ content: '<div class="a" style="color:red">x</div>' });
    await desk.post('draft/update', { media_id, index: 0, articles });
    const { news_item } = await desk.post('draft/get', { media_id });
    expect(news_item).toMatchObject([{ content: '<div>x</div>' }]);
  });

  test('a digest that is not given is the beginning of the text, of an article that stands alone', async () => {
    const content = `<p>${'字'.repeat(60)}</p>`;
    const digests = async (...changes: object[]): Promise<unknown[]> => {
      const { news_item } = await desk.post('draft/get', { media_id: await desk.draft(...changes) });
      return (news_item as { digest: unknown }[]).map(({ digest }) => digest);
    };
    expect(await digests({ digest: '', content })).toEqual(['字'.repeat(54)]);
    expect(await digests({ digest: '', content }, { digest: 'b' })).toEqual(['', 'b']);
  });

  test('a list of drafts leaves the content out on request', async () => {
    await desk.draft();
    const list = (no_content: number): Promise<Record<string, unknown>> =>
      desk.post('draft/batchget', { offset: 0, count: 20, no_content });
    expect(await list(0)).toMatchObject({ item: [{ content: { news_item: [{ content: '<p>正文</p>' }] } }] });
    expect(await list(1)).toMatchObject({ item: [{ content: { news_item: [{ content: '' }] } }] });
    expect(await desk.post('draft/batchget', { offset: 0, count: 21 })).toMatchObject({ errcode: 40097 });
  });
});
