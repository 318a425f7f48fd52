import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../request.js';
import { someContent, someLiveArticle, someText } from '../../../support/articles.js';
import { appWithArticles, failing, publicUrl } from '../../articles.js';
import { DomainError } from '../../../../domain/errors.js';

const base = '/api/v1/articles';
const keys = ['slug', 'kind', 'title', 'digest', 'cover', 'lang', 'publishedOn', 'html'];

/** `count` articles, a day apart, `a-0` the newest. */
const several = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const firstAt = Date.parse('2027-04-15T02:00:00Z') - i * 86_400_000;
    return someLiveArticle({ slug: `a-${i}`, firstAt, at: firstAt });
  });

interface List {
  readonly items: readonly Record<string, unknown>[];
  readonly nextCursor: string | null;
}
const listIn = ({ body }: Answer) => body as List;
const slugsIn = (answer: Answer) => listIn(answer).items.map(({ slug }) => slug);

describe('an article', () => {
  const article = someLiveArticle({
    slug: 'harbour',
    // already the 15th in China
    firstAt: Date.parse('2027-04-14T17:00:00Z'),
    content: someContent({ texts: { zh: someText({ title: '港口' }), en: someText() } }),
  });

  test('has exactly its keys, with its day in the line’s zone and the whole address of its cover', async () => {
    const { status, headers, body } = await appWithArticles([article]).http.get(`${base}/harbour?lang=en`);
    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect(body).toEqual({
      slug: 'harbour',
      kind: 'case',
      title: 'A photograph that was paid for',
      digest: 'What a request for photographs of a harbour looked like, and what to do about one.',
      cover: `${publicUrl}/a/pictures/${'c'.repeat(32)}/web`,
      lang: 'en',
      publishedOn: '2027-04-15',
      html: '<h2>What happened</h2><p>Somebody offered money for photographs of a harbour.</p>',
    });
  });

  test('is Chinese unless asked otherwise', async () => {
    expect((await appWithArticles([article]).http.get(`${base}/harbour`)).body).toMatchObject({
      lang: 'zh',
      title: '港口',
    });
  });

  test('that is not translated comes in the language there is, and says which', async () => {
    const only = { ...article, content: someContent({ texts: { zh: someText(), en: null }, cover: null }) };
    const { body } = await appWithArticles([only]).http.get(`${base}/harbour?lang=en`);
    expect(body).toMatchObject({ lang: 'zh', cover: null });
  });

  test('has whole addresses in its body, for a program has no address of ours', async () => {
    const body = `![a](picture:${'d'.repeat(32)})\n\nSee [this](/a/other).`;
    const content = someContent({ texts: { zh: someText({ body }), en: null } });
    const answer = await appWithArticles([{ ...article, content }]).http.get(`${base}/harbour`);
    const { html } = answer.body as { readonly html: string };
    expect(html).toContain(`src="${publicUrl}/a/pictures/${'d'.repeat(32)}/web"`);
    expect(html).toContain(`href="${publicUrl}/a/other"`);
  });

  test.each(['unknown', '%zz', 'harbour%2Fmore', '__proto__'])('called %s is not there', async (slug) => {
    const { status, body } = await appWithArticles([article]).http.get(`${base}/${slug}`);
    expect([status, body]).toMatchObject([404, { code: 'article.unknown' }]);
  });

  test('that is withdrawn is gone, and a new copy is seen at once', async () => {
    const { http, catalogue } = appWithArticles([article]);
    await http.get(`${base}/harbour?lang=en`);
    const texts = { zh: null, en: someText({ body: 'Corrected.' }) };
    catalogue.publish({ ...article, at: article.at + 1, content: someContent({ texts }) });
    expect((await http.get(`${base}/harbour?lang=en`)).body).toMatchObject({ html: '<p>Corrected.</p>' });
    catalogue.withdraw('harbour');
    expect((await http.get(`${base}/harbour?lang=en`)).status).toBe(404);
  });
});

describe('the list', () => {
  test('has ten whole articles, newest first, and a cursor to the rest', async () => {
    const { http } = appWithArticles(several(12));
    const first = await http.get(base);
    expect(Object.keys(listIn(first))).toEqual(['items', 'nextCursor']);
    expect(slugsIn(first)).toEqual(several(10).map(({ slug }) => slug));
    for (const item of listIn(first).items) expect(Object.keys(item)).toEqual(keys);
    const rest = await http.get(`${base}?cursor=${String(listIn(first).nextCursor)}`);
    expect([slugsIn(rest), listIn(rest).nextCursor]).toEqual([['a-10', 'a-11'], null]);
  });

  test('takes a limit of up to fifty', async () => {
    const { http } = appWithArticles(several(60));
    expect(slugsIn(await http.get(`${base}?limit=50`))).toHaveLength(50);
    expect(slugsIn(await http.get(`${base}?limit=1`))).toEqual(['a-0']);
  });

  test('can be of one kind', async () => {
    const law = someLiveArticle({ slug: 'law', content: someContent({ kind: 'law' }) });
    const { http } = appWithArticles([...several(2), law]);
    expect(slugsIn(await http.get(`${base}?kind=law`))).toEqual(['law']);
  });

  test('of nothing is empty', async () => {
    expect((await appWithArticles().http.get(base)).body).toEqual({ items: [], nextCursor: null });
  });
});

describe('the search', () => {
  test('finds by words, page by page', async () => {
    const { http } = appWithArticles([
      ...several(3),
      someLiveArticle({ content: someContent({ texts: { zh: someText(), en: null } }) }),
    ]);
    const first = await http.get(`${base}/search?q=${encodeURIComponent('港口')}&limit=2`);
    expect(slugsIn(first)).toEqual(['a-0', 'a-1']);
    for (const item of listIn(first).items) expect(Object.keys(item)).toEqual(keys);
    const cursor = String(listIn(first).nextCursor);
    const rest = await http.get(`${base}/search?q=${encodeURIComponent('港口')}&limit=2&cursor=${cursor}`);
    expect([slugsIn(rest), listIn(rest).nextCursor]).toEqual([['a-2'], null]);
  });

  test('looks in the language that is asked for', async () => {
    const { http } = appWithArticles(several(1));
    expect(slugsIn(await http.get(`${base}/search?q=harbour&lang=en`))).toEqual(['a-0']);
    expect((await http.get(`${base}/search?q=harbour`)).body).toEqual({ items: [], nextCursor: null });
  });

  test('takes a hundred characters, whatever they are', async () => {
    const { http } = appWithArticles();
    expect((await http.get(`${base}/search?q=${encodeURIComponent('𠮷'.repeat(100))}`)).status).toBe(200);
  });
});

describe('what is not asked for rightly', () => {
  test.each([
    ['?lang=fr', { lang: ['isIn'] }],
    ['?lang=', { lang: ['isIn'] }],
    ['?lang=zh&lang=en', { lang: ['isIn'] }],
    ['?kind=opinion', { kind: ['isIn'] }],
    ['?limit=0', { limit: ['min'] }],
    ['?limit=51', { limit: ['max'] }],
    ['?limit=1e1', { limit: ['max', 'min', 'isInt'] }],
    ['?limit=', { limit: ['max', 'min', 'isInt'] }],
    ['?cursor=', { cursor: ['isLength'] }],
    [`?cursor=${'x'.repeat(501)}`, { cursor: ['isLength'] }],
    ['?page=2', { page: ['whitelistValidation'] }],
    ['/search', { q: ['isLength', 'isString'] }],
    ['/search?q=', { q: ['isLength'] }],
    [`/search?q=${'x'.repeat(101)}`, { q: ['isLength'] }],
    ['/search?q=a&q=b', { q: ['isLength', 'isString'] }],
    ['/search?q=a&kind=law', { kind: ['whitelistValidation'] }],
    ['/a-0?lang=fr', { lang: ['isIn'] }],
    ['/a-0?limit=1', { limit: ['whitelistValidation'] }],
  ])('%s is refused by its field', async (query, fields) => {
    const { status, body } = await appWithArticles(several(1)).http.get(`${base}${query}`);
    expect([status, body]).toMatchObject([422, { code: 'request.invalid', details: { fields } }]);
  });

  test('a cursor that was not given out is refused', async () => {
    const { status, body } = await appWithArticles(several(1)).http.get(`${base}?cursor=x`);
    expect([status, body]).toMatchObject([422, { code: 'request.invalid' }]);
  });

  test.each(['', '/search?q=a', '/a-0'])('POST %s is refused, with what it takes', async (path) => {
    const { status, headers, body } = await appWithArticles(several(1)).http.post(`${base}${path}`);
    expect([status, headers['allow'], body]).toMatchObject([405, 'GET, HEAD', { code: 'request.method' }]);
  });

  test('other paths are somebody else’s', async () => {
    const { body } = await appWithArticles().http.get('/api/v1/nothing');
    expect(body).toMatchObject({ code: 'request.not_found' });
  });

  test.each([
    ['', '/api/v1/articles'],
    ['/search?q=canary', '/api/v1/articles/search'],
    ['/canary', '/api/v1/articles/:slug'],
  ])('%s that breaks tells the log its pattern and nothing that was asked', async (path, route) => {
    const { http, failed } = appWithArticles([], failing(new Error('x')));
    expect((await http.get(`${base}${path}`)).status).toBe(500);
    expect(failed.mock.calls[0]?.[1]).toMatchObject({ route, status: 500 });
  });

  test('a database that is away is said to be away', async () => {
    const { status, headers } = await appWithArticles(
      [],
      failing(new DomainError('storage.unavailable')),
    ).http.get(base);
    expect([status, headers['retry-after']]).toEqual([503, '5']);
  });
});

describe('an answer that is known already', () => {
  test.each(['', '/search?q=a', '/a-0'])('of %s is not sent again until something changes', async (path) => {
    const { http, catalogue } = appWithArticles(several(2));
    const { headers } = await http.get(`${base}${path}`);
    expect(headers['cache-control']).toBe('no-cache');
    const tag = headers['etag'] ?? '';
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    const again = await http.get(`${base}${path}`).set('If-None-Match', tag);
    expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', tag]);
    const content = someContent({ texts: { zh: someText({ title: 'a new title' }), en: null } });
    for (const article of several(2)) catalogue.publish({ ...article, at: article.at + 1, content });
    expect((await http.get(`${base}${path}`).set('If-None-Match', tag)).status).toBe(200);
  });

  test('of another language or page is another one', async () => {
    const { http } = appWithArticles(several(3));
    const queries = ['', '?lang=en', '?limit=1', '?limit=1&cursor=1'];
    const tags = await Promise.all(queries.map(async (q) => (await http.get(`${base}${q}`)).headers['etag']));
    expect(new Set(tags).size).toBe(queries.length);
  });
});
