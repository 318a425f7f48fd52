import { describe, expect, test } from '@jest/globals';
import { someContent, someLiveArticle, someText } from '../../../support/articles.js';
import { appWithArticles, failing, publicUrl } from '../../articles.js';
import { DomainError } from '../../../../domain/errors.js';
import { parseXml } from './xml.js';

const day = 86_400_000;
const newest = Date.parse('2027-04-15T02:00:00Z');
const article = (
  i: number,
  texts = { zh: someText({ title: `标题${i}` }), en: someText({ title: `Title ${i}` }) },
) =>
  someLiveArticle({
    slug: `a-${i}`,
    firstAt: newest - i * day,
    at: newest - i * day,
    content: someContent({ texts }),
  });

interface Item {
  readonly title: string;
  readonly 'content:encoded': string;
}
interface Channel {
  readonly title: string;
  readonly item?: readonly Item[];
}
const channelOf = (text: string) =>
  (parseXml(text) as { readonly rss: { readonly channel: Channel } }).rss.channel;

describe('the feed', () => {
  test('says what it is, where it is, and in which language', async () => {
    const { text, headers } = await appWithArticles([article(0)]).http.get('/a/feed.xml?lang=en');
    expect(headers['content-type']).toBe('application/rss+xml; charset=utf-8');
    expect(channelOf(text)).toMatchObject({
      title: 'Sample line: Awareness articles',
      link: `${publicUrl}/a/?lang=en`,
      'atom:link': {
        '@href': `${publicUrl}/a/feed.xml?lang=en`,
        '@rel': 'self',
        '@type': 'application/rss+xml',
      },
      language: 'en',
      lastBuildDate: 'Thu, 15 Apr 2027 02:00:00 GMT',
    });
    expect(text).toContain('<description>Sample – not an official channel. ');
  });

  test('has each article whole, with addresses that lead here from anywhere', async () => {
    const body = `See [this](/a/other).\n\n![A desk](picture:${'d'.repeat(32)})`;
    const one = article(0, { zh: someText(), en: someText({ title: 'Title', body }) });
    const { text } = await appWithArticles([one]).http.get('/a/feed.xml?lang=en');
    const [item] = channelOf(text).item ?? [];
    expect(item).toEqual({
      title: 'Title',
      link: `${publicUrl}/a/a-0?lang=en`,
      guid: { '#text': `${publicUrl}/a/a-0?lang=en`, '@isPermaLink': 'true' },
      pubDate: 'Thu, 15 Apr 2027 02:00:00 GMT',
      'dc:creator': '编辑部',
      category: ['Case', '照片', '港口'],
      description: someText().digest,
      'content:encoded': [
        `<p><img src="${publicUrl}/a/pictures/${'c'.repeat(32)}/web" alt="A harbour at dusk"></p>`,
        `<p>See <a href="${publicUrl}/a/other?lang=en">this</a>.</p>`,
        `<figure><img src="${publicUrl}/a/pictures/${'d'.repeat(32)}/web" alt="A desk" loading="lazy" /></figure>`,
      ].join(''),
    });
  });

  test('has the newest thirty of its language, however many are in the other', async () => {
    const chinese = Array.from({ length: 60 }, (_, i) => article(i, { zh: someText(), en: null as never }));
    const english = Array.from({ length: 35 }, (_, i) => article(100 + i));
    const { http } = appWithArticles([...chinese, ...english]);
    const titles = (text: string) => (channelOf(text).item ?? []).map(({ title }) => title);
    expect(titles((await http.get('/a/feed.xml?lang=en')).text)).toEqual(
      Array.from({ length: 30 }, (_, i) => `Title ${100 + i}`),
    );
    expect(titles((await http.get('/a/feed.xml?lang=zh')).text)).toHaveLength(30);
  });

  test('is in the language that the reader asks for by its browser', async () => {
    const { text, headers } = await appWithArticles().http.get('/a/feed.xml').set('Accept-Language', 'en');
    expect(channelOf(text)).toMatchObject({ language: 'en' });
    expect(headers['vary']).toBe('Accept-Language');
  });

  test('of nothing is a feed', async () => {
    const { text } = await appWithArticles().http.get('/a/feed.xml?lang=zh');
    expect(channelOf(text)).toMatchObject({ title: '示例热线：宣传文章', language: 'zh-CN' });
    expect(channelOf(text)).not.toHaveProperty('lastBuildDate');
  });

  test('is well formed whatever is in an article', async () => {
    const evil = `]]></title><script>&nbsp;"'\u202e\u0000\u000b\ufffe\ud800`;
    const text = someText({ title: evil, digest: evil, body: `${evil}\n\n<b>`, coverAlt: evil });
    const one = {
      ...article(0),
      content: someContent({ texts: { zh: text, en: null }, tags: [evil], author: evil }),
    };
    const [item] = channelOf((await appWithArticles([one]).http.get('/a/feed.xml?lang=zh')).text).item ?? [];
    expect(item?.title).toBe(`]]></title><script>&nbsp;"'`);
    expect(item?.['content:encoded']).not.toContain('<script>');
  });

  test('is not sent again while it is the same', async () => {
    const { http, catalogue } = appWithArticles([article(0), article(1)]);
    const tag = (await http.get('/a/feed.xml')).headers['etag'] ?? '';
    expect((await http.get('/a/feed.xml').set('If-None-Match', tag)).status).toBe(304);
    catalogue.withdraw('a-1');
    const changed = await http.get('/a/feed.xml').set('If-None-Match', tag);
    expect([changed.status, changed.headers['cache-control']]).toEqual([200, 'no-cache']);
  });

  test.each(['/a/feed.xml', '/sitemap.xml'])(
    '%s is for programs, which get an error as such',
    async (path) => {
      const { http } = appWithArticles([], failing(new DomainError('storage.unavailable')));
      const { status, body } = await http.get(path);
      expect([status, body]).toMatchObject([503, { code: 'storage.unavailable' }]);
    },
  );
});
