import { describe, expect, test } from '@jest/globals';
import { someContent, someLiveArticle, someText } from '../../../support/articles.js';
import { appWithArticles, publicUrl } from '../../articles.js';
import { read } from '../../html.js';

const both = someContent({ texts: { zh: someText(), en: someText() } });
const harbour = someLiveArticle({ slug: 'harbour', content: both });

const pageOf = async (article = harbour) => {
  const { text } = await appWithArticles([article]).http.get(`/a/${article.slug}?lang=en`);
  return { html: text, ...read(text) };
};

describe('what an article’s page says about itself', () => {
  test('is its title, digest, address and picture', async () => {
    const page = await pageOf();
    expect(page.text('title')).toBe('A photograph that was paid for – Sample line');
    expect(page.meta('description')).toBe(someText().digest);
    expect(page.all('link', { rel: 'canonical' })[0]?.attributes['href']).toBe(
      `${publicUrl}/a/harbour?lang=en`,
    );
    const og = ['type', 'title', 'description', 'url', 'site_name', 'image', 'image:alt'];
    expect(og.map((name) => page.meta(`og:${name}`))).toEqual([
      'article',
      'A photograph that was paid for',
      someText().digest,
      `${publicUrl}/a/harbour?lang=en`,
      'Sample line',
      `${publicUrl}/a/pictures/${'c'.repeat(32)}/cover`,
      'A harbour at dusk',
    ]);
    expect(page.meta('twitter:card')).toBe('summary_large_image');
    const bare = await pageOf({ ...harbour, content: { ...both, cover: null } });
    expect([bare.meta('og:image'), bare.meta('twitter:card')]).toEqual([undefined, 'summary']);
  });

  test('stays text, whatever a title, digest or tag is made of', async () => {
    const evil = `</title><script>alert("1")</script>'"&\u202eevil`;
    const text = someText({ title: evil, digest: evil, coverAlt: evil });
    const content = { ...both, texts: { zh: null, en: text }, tags: [evil], author: evil };
    const page = await pageOf({
      ...harbour,
      content: { ...content, sources: [{ title: evil, url: 'https://e.example/"><script>' }] },
    });
    const shown = evil.replace('\u202e', '');
    expect(page.all('script')).toEqual([]);
    expect(page.html).not.toContain('\u202e');
    expect(page.text('title')).toBe(`${shown} – Sample line`);
    expect(page.all('h1').map((each) => each.text)).toEqual([shown]);
    expect([page.meta('og:title'), page.meta('description')]).toEqual([shown, shown]);
    expect(page.all('img')[0]?.attributes['alt']).toBe(shown);
    expect(Object.keys(page.all('img')[0]?.attributes ?? {})).toEqual(['class', 'src', 'alt']);
  });

  test('runs nothing, keeps nothing, and is framed by nobody', async () => {
    const { text, headers } = await appWithArticles([harbour]).http.get('/a/harbour');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers).not.toHaveProperty('set-cookie');
    expect(text).not.toMatch(/<script|style=|\son\w+=/);
    const { http } = appWithArticles([harbour]);
    const style = read(text).all('link', { rel: 'stylesheet' })[0]?.attributes['href'] ?? '';
    expect(style).toMatch(/^\/a\/style\.[0-9a-f]{16}\.css$/);
    const sheet = await http.get(style);
    expect([sheet.text, sheet.headers['content-type'], sheet.headers['cache-control']]).toEqual([
      'body{margin:0}',
      'text/css; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
  });
});
