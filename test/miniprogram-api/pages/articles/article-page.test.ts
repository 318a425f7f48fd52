import { describe, expect, test } from '@jest/globals';
import { someContent, someLiveArticle, someText } from '../../../support/articles.js';
import { appWithArticles, publicUrl } from '../../articles.js';
import { read } from '../../html.js';

const zhText = someText({
  title: '一张付了钱的照片',
  digest: '有人出钱请人拍港口。',
  coverAlt: '黄昏的港口',
});
const both = someContent({ texts: { zh: zhText, en: someText() } });
const harbour = someLiveArticle({
  slug: 'harbour',
  firstAt: Date.parse('2027-04-14T17:00:00Z'), // the 15th in China
  at: Date.parse('2027-04-15T03:00:00Z'),
  content: both,
});
const onlyChinese = { ...harbour, content: { ...both, texts: { zh: zhText, en: null } } };

const pageOf = async (article = harbour, query = '?lang=en') => {
  const { text } = await appWithArticles([article]).http.get(`/a/${article.slug}${query}`);
  return { html: text, ...read(text) };
};

describe('the page of an article', () => {
  test('has title, digest, kind, author and the day written out in the line’s zone', async () => {
    const page = await pageOf();
    expect(page.all('h1').map(({ text }) => text)).toEqual(['A photograph that was paid for']);
    expect(page.text('p', { class: 'digest' })).toBe(someText().digest);
    expect(page.all('p', { class: 'meta' }).map(({ text }) => text)).toEqual([
      'Case',
      'Thursday 15 April 2027 · 编辑部',
    ]);
    expect(page.text('h2')).toBe('What happened');
    const chinese = await pageOf(harbour, '?lang=zh');
    expect(chinese.all('p', { class: 'meta' }).map(({ text }) => text)).toEqual([
      '案例',
      '2027年4月15日 星期四 · 编辑部',
    ]);
  });

  test('says when it was changed later', async () => {
    const page = await pageOf({ ...harbour, at: Date.parse('2027-04-16T03:00:00Z') });
    expect(page.all('time').map(({ attributes }) => attributes['datetime'])).toEqual([
      '2027-04-15',
      '2027-04-16',
    ]);
  });

  test('names its sources, topics, and the way to report something like it', async () => {
    const page = await pageOf();
    expect(page.linkTo('反间谍法')).toBe('https://example.org/law');
    expect(page.linkTo('港口')).toBe(`/a/?lang=en&q=${encodeURIComponent('港口')}`);
    expect(page.linkTo('Report something like this')).toBe('/report?category=secrets&lang=en');
    expect((await pageOf(harbour, '?lang=zh')).linkTo('举报类似情况')).toBe(
      '/report?category=secrets&lang=zh',
    );
  });

  test('has no link to report where there is nowhere, and no empty headings', async () => {
    const bare = someContent({ category: null, sources: [], tags: [], cover: null, author: '' });
    const page = await pageOf({ ...harbour, content: bare });
    expect(page.linkTo('Report something like this')).toBeUndefined();
    expect(page.all('h2').map(({ text }) => text)).toEqual(['What happened']);
    expect(page.all('img')).toEqual([]);
    const { http } = appWithArticles([harbour], { reportLink: () => null });
    expect(
      read((await http.get('/a/harbour?lang=en')).text).linkTo('Report something like this'),
    ).toBeUndefined();
  });

  test('makes no link of a source that is no web address', async () => {
    const sources = [{ title: 'a source', url: 'javascript:alert(1)' }];
    const page = await pageOf({ ...harbour, content: { ...both, sources } });
    expect(page.html).toContain('<li>a source</li>');
    expect(page.html).not.toContain('javascript:');
  });

  test('says of every picture what it shows', async () => {
    const text = someText({ body: `![A desk](picture:${'d'.repeat(32)} "Where it was")` });
    const page = await pageOf({ ...harbour, content: { ...both, texts: { zh: null, en: text } } });
    expect(page.all('img').map(({ attributes }) => [attributes['src'], attributes['alt']])).toEqual([
      [`/a/pictures/${'c'.repeat(32)}/web`, 'A harbour at dusk'],
      [`/a/pictures/${'d'.repeat(32)}/web`, 'A desk'],
    ]);
    expect(page.text('figcaption')).toBe('Where it was');
  });

  test('leads on to three others of its kind: the ones before it, then the newest', async () => {
    const day = 86_400_000;
    const of = (slug: string, age: number, kind: 'case' | 'law' = 'case') =>
      someLiveArticle({
        ...{ slug, firstAt: harbour.firstAt - age * day },
        content: someContent({ kind, texts: { zh: null, en: someText({ title: slug }) } }),
      });
    const others = [of('newest', -2), of('newer', -1), of('older', 1), of('law', 0, 'law')];
    const { http } = appWithArticles([harbour, ...others]);
    const page = read((await http.get('/a/harbour?lang=en')).text);
    const shown = page.all('a').map(({ attributes }) => attributes['href']);
    expect(shown.slice(shown.indexOf('/a/older?lang=en')).slice(0, 3)).toEqual(
      ['older', 'newest', 'newer'].map((slug) => `/a/${slug}?lang=en`),
    );
    expect(page.all('h2').at(-1)?.text).toBe('More cases');
    expect(shown).not.toContain('/a/law?lang=en');
  });

  test('keeps links to other articles in the language that is read', async () => {
    const text = someText({ body: 'See [this](/a/other).' });
    const page = await pageOf({ ...harbour, content: { ...both, texts: { zh: null, en: text } } });
    expect(page.linkTo('this')).toBe('/a/other?lang=en');
  });

  test('shows who runs the line, and of a sample that it is no official channel', async () => {
    const page = await pageOf();
    expect(page.text('p', { class: 'band' })).toBe('Sample – not an official channel');
    expect(page.text('footer')).toContain('Sample operator');
    expect(page.linkTo('Sample line')).toBe('/?lang=en');
    expect(page.linkTo('Awareness articles')).toBe('/a/?lang=en');
  });
});

describe('the language of an article’s page', () => {
  test.each([
    ['?lang=en', 'zh-CN', 'en'],
    ['?lang=zh', 'en', 'zh-CN'],
    ['', 'en', 'en'],
    ['', 'fr', 'zh-CN'],
    ['?lang=fr&from=singlemessage', 'en', 'en'],
  ])('%s for a reader of %s is %s', async (query, accepted, lang) => {
    const answer = await appWithArticles([harbour])
      .http.get(`/a/harbour${query}`)
      .set('Accept-Language', accepted);
    expect(read(answer.text).all('html')[0]?.attributes['lang']).toBe(lang);
    expect(answer.headers['vary']).toBe('Accept-Language');
  });

  test('can be changed, and search engines are told of both', async () => {
    const page = await pageOf();
    const [other] = page.all('a', { class: 'lang' });
    expect(other).toMatchObject({
      text: '中文',
      attributes: { href: '/a/harbour?lang=zh', lang: 'zh-CN', hreflang: 'zh-CN' },
    });
    const alternates = page
      .all('link', { rel: 'alternate' })
      .filter(({ attributes }) => 'hreflang' in attributes);
    expect(alternates.map(({ attributes }) => [attributes['hreflang'], attributes['href']])).toEqual([
      ['zh-CN', `${publicUrl}/a/harbour?lang=zh`],
      ['en', `${publicUrl}/a/harbour?lang=en`],
      ['x-default', `${publicUrl}/a/harbour`],
    ]);
  });

  test('that has no text yet shows the other, says so, and marks what is in it', async () => {
    const page = await pageOf(onlyChinese);
    expect(page.all('html')[0]?.attributes['lang']).toBe('en');
    expect(page.text('p', { class: 'note' })).toContain('has not been translated into English yet');
    expect(page.all('h1')[0]).toMatchObject({ text: zhText.title, attributes: { lang: 'zh-CN' } });
    expect(page.all('div', { class: 'text' })[0]?.attributes['lang']).toBe('zh-CN');
    expect(page.all('link', { rel: 'canonical' })[0]?.attributes['href']).toBe(
      `${publicUrl}/a/harbour?lang=zh`,
    );
    const hreflangs = page.all('link').flatMap(({ attributes }) => attributes['hreflang'] ?? []);
    expect(hreflangs).toEqual(['zh-CN', 'x-default']);
  });

  test('that is there has no note, and one to come is not called a translation', async () => {
    const page = await pageOf(onlyChinese, '?lang=zh');
    expect(page.all('p', { class: 'note' })).toEqual([]);
    expect(page.all('a', { class: 'lang' })[0]?.attributes).not.toHaveProperty('hreflang');
  });
});
