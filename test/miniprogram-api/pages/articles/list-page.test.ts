import { describe, expect, test } from '@jest/globals';
import { articleKinds } from '../../../../domain/articles/article.js';
import { someContent, someLiveArticle, someText } from '../../../support/articles.js';
import { appWithArticles, publicUrl } from '../../articles.js';
import { read } from '../../html.js';

const day = 86_400_000;
const newest = Date.parse('2027-04-15T02:00:00Z');
const several = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const firstAt = newest - i * day;
    const texts = {
      zh: someText({ title: `标题${i}` }),
      en: someText({ title: `Title ${i}`, digest: 'A digest.' }),
    };
    return someLiveArticle({ slug: `a-${i}`, firstAt, at: firstAt, content: someContent({ texts }) });
  });

const show = async (path: string, articles = several(3)) => {
  const answer = await appWithArticles(articles).http.get(path);
  return { answer, html: answer.text, ...read(answer.text) };
};
const titles = (page: ReturnType<typeof read>) => page.all('h2').map(({ text }) => text);

describe('the list of articles', () => {
  test('shows each with title, digest, kind and day, newest first', async () => {
    const page = await show('/a/?lang=en');
    expect(page.all('h1').map(({ text }) => text)).toEqual(['Awareness articles']);
    expect(titles(page)).toEqual(['Title 0', 'Title 1', 'Title 2']);
    expect(page.linkTo('Title 1')).toBe('/a/a-1?lang=en');
    expect(page.all('li').at(-3)?.text.replace(/\s+/g, ' ').trim()).toBe(
      'Title 0 A digest. Case · Thursday 15 April 2027',
    );
    expect(titles(await show('/a/?lang=zh'))).toEqual(['标题0', '标题1', '标题2']);
  });

  test('has pictures beside the words, which say it all', async () => {
    const page = await show('/a/?lang=en', several(1));
    expect(page.all('img').map(({ attributes }) => attributes)).toEqual([
      { src: `/a/pictures/${'c'.repeat(32)}/small`, alt: '', loading: 'lazy' },
    ]);
  });

  test('marks what is in the other language', async () => {
    const texts = { zh: someText({ title: '只有中文' }), en: null };
    const page = await show('/a/?lang=en', [someLiveArticle({ content: someContent({ texts }) })]);
    expect(page.all('h2')[0]?.attributes['lang']).toBe('zh-CN');
    expect(page.html).toContain('In Chinese');
  });

  test('is turned by links, and back', async () => {
    const { http } = appWithArticles(several(23));
    const first = read((await http.get('/a/?lang=en')).text);
    expect(titles(first)).toHaveLength(20);
    const older = first.linkTo('Older articles') ?? '';
    expect(older).toBe('/a/?lang=en&cursor=20');
    expect(first.linkTo('Back to the newest articles')).toBeUndefined();
    const second = read((await http.get(older)).text);
    expect(titles(second)).toEqual(['Title 20', 'Title 21', 'Title 22']);
    expect(second.linkTo('Older articles')).toBeUndefined();
    expect(second.linkTo('Back to the newest articles')).toBe('/a/?lang=en');
  });

  test('can be of one kind, which is marked', async () => {
    const law = someLiveArticle({
      content: someContent({ kind: 'law', texts: { zh: null, en: someText({ title: 'A law' }) } }),
    });
    const page = await show('/a/?lang=en&kind=law', [...several(2), law]);
    expect(page.text('h1')).toBe('Awareness articles: Law');
    expect(titles(page)).toEqual(['A law']);
    expect(page.all('a', { 'aria-current': 'page' }).map(({ text }) => text)).toEqual(['Law']);
    const links = page.all('a').map(({ attributes }) => attributes['href']);
    for (const kind of articleKinds) expect(links).toContain(`/a/?lang=en&kind=${kind}`);
    expect(page.linkTo('All')).toBe('/a/?lang=en');
  });

  test('without articles says so', async () => {
    expect((await show('/a/?lang=en', [])).text('p', { class: 'empty' })).toBe('There are no articles yet.');
    expect((await show('/a/?lang=zh&kind=law')).text('p', { class: 'empty' })).toBe('这个类别还没有文章。');
  });

  test('says about itself what it is', async () => {
    const page = await show('/a/?lang=en&kind=case');
    expect(page.text('title')).toBe('Awareness articles: Cases – Sample line');
    expect([page.meta('og:type'), page.meta('og:title')]).toEqual(['website', 'Awareness articles: Cases']);
    expect(page.meta('description')).toBe(page.meta('og:description'));
    expect(page.meta('robots')).toBeUndefined();
    const links = page
      .all('link')
      .map(({ attributes }) => [attributes['hreflang'] ?? attributes['rel'], attributes['href']]);
    expect(links.slice(0, 4)).toEqual([
      ['canonical', `${publicUrl}/a/?lang=en&kind=case`],
      ['zh-CN', `${publicUrl}/a/?lang=zh&kind=case`],
      ['en', `${publicUrl}/a/?lang=en&kind=case`],
      ['x-default', `${publicUrl}/a/?kind=case`],
    ]);
    expect(page.all('a', { class: 'lang' })[0]?.attributes['href']).toBe('/a/?lang=zh&kind=case');
    expect(page.all('link', { type: 'application/rss+xml' })[0]?.attributes['href']).toBe(
      '/a/feed.xml?lang=en',
    );
  });

  test.each([
    ['en', 'Add the education days to your calendar'],
    ['zh', '把教育日加入日历'],
  ])('leads to the education days as a calendar, in %s', async (lang, words) => {
    expect((await show(`/a/?lang=${lang}`)).linkTo(words)).toBe(`/days.ics?lang=${lang}`);
  });

  test('lets its form be sent to it and nowhere else', async () => {
    const { answer } = await show('/a/');
    expect(answer.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    expect(answer.headers).not.toHaveProperty('set-cookie');
  });

  test('is not sent again while it is the same', async () => {
    const { http, catalogue } = appWithArticles(several(2));
    const { headers } = await http.get('/a/');
    expect(headers['cache-control']).toBe('no-cache');
    const tag = headers['etag'] ?? '';
    expect((await http.get('/a/').set('If-None-Match', tag)).status).toBe(304);
    catalogue.withdraw('a-1');
    expect((await http.get('/a/').set('If-None-Match', tag)).status).toBe(200);
  });

  test('is where /a leads', async () => {
    const { status, headers } = await appWithArticles().http.get('/a?lang=en').redirects(0);
    expect([status, headers['location']]).toEqual([301, '/a/?lang=en']);
  });

  test.each(['?kind=opinion', '?utm=1&lang=en', '?cursor=', '?q=', '?q=%20'])(
    '%s adds nothing that matters',
    async (query) => {
      const page = await show(`/a/${query}`);
      expect(titles(page)).toHaveLength(3);
    },
  );

  test('has no page for a cursor that was not given out', async () => {
    const { answer } = await show('/a/?cursor=x&lang=en');
    expect([answer.status, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  });
});

describe('the search', () => {
  test('has a labelled field that keeps what was asked', async () => {
    const page = await show('/a/?lang=en&q=Title+1');
    expect(titles(page)).toEqual(['Title 1']);
    expect(page.text('h1')).toBe('Articles about “Title 1”');
    const [field] = page.all('input', { type: 'search' });
    expect(field?.attributes).toMatchObject({ name: 'q', value: 'Title 1', maxlength: '100' });
    expect(page.all('label')[0]?.attributes['for']).toBe(field?.attributes['id']);
    expect(page.all('form')[0]?.attributes['action']).toBe('/a/');
    expect(page.all('input', { type: 'hidden' })[0]?.attributes).toMatchObject({ name: 'lang', value: 'en' });
    expect(page.all('a', { 'aria-current': 'page' })).toEqual([]);
  });

  test('is for no search engine to keep', async () => {
    const page = await show('/a/?q=a');
    expect(page.meta('robots')).toBe('noindex');
    expect(page.all('link', { rel: 'canonical' })).toEqual([]);
  });

  test('that finds nothing says so, with every sign escaped', async () => {
    const page = await show(`/a/?lang=en&q=${encodeURIComponent('"><script>')}`);
    expect(page.text('p', { class: 'empty' })).toBe(
      'No article was found. Try other words, or fewer of them.',
    );
    expect(page.text('h1')).toBe('Articles about “"><script>”');
    expect(page.all('script')).toEqual([]);
  });

  test('goes on over pages', async () => {
    const { http } = appWithArticles(several(21));
    const page = read((await http.get('/a/?lang=en&q=Title')).text);
    const more = page.linkTo('More results') ?? '';
    expect(more).toBe('/a/?lang=en&q=Title&cursor=20');
    expect(titles(read((await http.get(more)).text))).toEqual(['Title 20']);
  });

  test('of more than a hundred characters is for the first hundred', async () => {
    const page = await show(`/a/?q=${encodeURIComponent('𠮷'.repeat(101))}`);
    expect(page.all('input', { type: 'search' })[0]?.attributes['value']).toBe('𠮷'.repeat(100));
  });
});
