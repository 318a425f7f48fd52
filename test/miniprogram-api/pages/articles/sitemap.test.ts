import { describe, expect, test } from '@jest/globals';
import { someContent, someLiveArticle, someText } from '../../../support/articles.js';
import { appWithArticles, publicUrl } from '../../articles.js';
import { parseXml } from './xml.js';

interface Address {
  readonly loc: string;
  readonly lastmod?: string;
  readonly 'xhtml:link': readonly Readonly<Record<string, string>>[];
}
const addressesIn = (text: string) =>
  (parseXml(text) as { readonly urlset: { readonly url: readonly Address[] } }).urlset.url;

const both = someLiveArticle({
  slug: 'both',
  firstAt: Date.parse('2027-04-10T02:00:00Z'),
  at: Date.parse('2027-04-14T17:00:00Z'), // the 15th in China
});
const onlyChinese = someLiveArticle({
  slug: 'only',
  content: someContent({ texts: { zh: someText(), en: null } }),
});

describe('the sitemap', () => {
  test('has the first page, the list and every article, in each language that there is', async () => {
    const { text, headers } = await appWithArticles([both, onlyChinese]).http.get('/sitemap.xml');
    expect(headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(addressesIn(text).map(({ loc }) => loc.slice(publicUrl.length))).toEqual([
      ...['/?lang=zh', '/?lang=en', '/a/?lang=zh', '/a/?lang=en'],
      ...['/a/both?lang=zh', '/a/both?lang=en', '/a/only?lang=zh'],
    ]);
  });

  test('tells of each when it was changed, and its other language', async () => {
    const { text } = await appWithArticles([both, onlyChinese]).http.get('/sitemap.xml');
    const article = addressesIn(text).find(({ loc }) => loc === `${publicUrl}/a/both?lang=en`);
    expect(article).toEqual({
      loc: `${publicUrl}/a/both?lang=en`,
      lastmod: '2027-04-15',
      'xhtml:link': [
        { '@rel': 'alternate', '@hreflang': 'zh-CN', '@href': `${publicUrl}/a/both?lang=zh` },
        { '@rel': 'alternate', '@hreflang': 'en', '@href': `${publicUrl}/a/both?lang=en` },
      ],
    });
    expect(addressesIn(text)[2]?.lastmod).toBe('2027-04-15');
  });

  test('has all articles, however many', async () => {
    const many = Array.from({ length: 120 }, () => someLiveArticle());
    const { text } = await appWithArticles(many).http.get('/sitemap.xml');
    expect(addressesIn(text)).toHaveLength(4 + 240);
  });

  test('changes with them', async () => {
    const { http, catalogue } = appWithArticles([both]);
    const tag = (await http.get('/sitemap.xml')).headers['etag'] ?? '';
    expect((await http.get('/sitemap.xml').set('If-None-Match', tag)).status).toBe(304);
    catalogue.withdraw('both');
    expect(addressesIn((await http.get('/sitemap.xml')).text)).toHaveLength(4);
  });
});
