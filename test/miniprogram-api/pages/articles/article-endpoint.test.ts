import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../../domain/errors.js';
import { someContent, someLiveArticle, someText } from '../../../support/articles.js';
import { appWithArticles, failing } from '../../articles.js';
import { read } from '../../html.js';

const harbour = someLiveArticle({ slug: 'harbour' });

describe('an article’s page that is known already', () => {
  test('is not sent again until the article changes', async () => {
    const { http, catalogue } = appWithArticles([harbour]);
    const { headers } = await http.get('/a/harbour');
    expect(headers['cache-control']).toBe('no-cache');
    const tag = headers['etag'] ?? '';
    const again = await http.get('/a/harbour').set('If-None-Match', tag);
    expect([again.status, again.text]).toEqual([304, '']);
    catalogue.publish({ ...harbour, content: someContent({ texts: { zh: someText(), en: null } }) });
    expect((await http.get('/a/harbour').set('If-None-Match', tag)).status).toBe(200);
  });

  test('is another in another language', async () => {
    const { http } = appWithArticles([harbour]);
    const { etag = '' } = (await http.get('/a/harbour?lang=zh')).headers;
    expect((await http.get('/a/harbour?lang=en').set('If-None-Match', etag)).status).toBe(200);
  });
});

describe('views', () => {
  test('count each time that the article was shown, in either language, and nothing else', async () => {
    const { http, counted } = appWithArticles([harbour]);
    const { etag = '' } = (await http.get('/a/harbour?lang=zh')).headers;
    await http.get('/a/harbour?lang=en');
    expect(counted).toEqual([harbour.id, harbour.id]);
    await http.head('/a/harbour');
    await http.get('/a/harbour?lang=zh').set('If-None-Match', etag);
    await http.get('/a/other');
    await http.get('/a/');
    await http.get('/a/feed.xml');
    expect(counted).toHaveLength(2);
  });
});

describe('a page that is not there', () => {
  test.each(['/a/withdrawn', '/a/harbour/more', '/a/%zz', '/a/style.0123456789abcdef.css', '/a/pictures'])(
    '%s says so kindly, in the reader’s language, and leads on',
    async (path) => {
      const { http, catalogue } = appWithArticles([{ ...harbour, slug: 'withdrawn' }, harbour]);
      await http.get('/a/withdrawn?lang=en');
      catalogue.withdraw('withdrawn');
      const answer = await http.get(path).set('Accept-Language', 'en');
      const page = read(answer.text);
      expect([answer.status, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(page.all('html')[0]?.attributes['lang']).toBe('en');
      expect(page.all('h1').map(({ text }) => text)).toEqual(['There is no page here']);
      expect(page.meta('robots')).toBe('noindex');
      expect(page.linkTo('See all articles')).toBe('/a/?lang=en');
      expect(page.linkTo('Go to the home page')).toBe('/?lang=en');
      expect(read((await http.get(`${path}?lang=zh`)).text).text('h1')).toBe('没有找到这个页面');
    },
  );

  test.each(['/a/harbour', '/a/'])(
    '%s while the database is away says that it will be back',
    async (path) => {
      const { http } = appWithArticles([], failing(new DomainError('storage.unavailable')));
      const answer = await http.get(`${path}?lang=en`);
      expect([answer.status, answer.headers['retry-after']]).toEqual([503, '60']);
      expect(read(answer.text).text('h1')).toBe('The articles cannot be shown at the moment');
    },
  );

  test('breaks like everything else, with its pattern in the log and not its address', async () => {
    const { http, failed } = appWithArticles([], failing(new Error('x')));
    expect((await http.get('/a/canary')).body).toMatchObject({ code: 'internal.unexpected' });
    expect(failed.mock.calls[0]?.[1]).toMatchObject({ route: '/a/:slug', status: 500 });
  });

  test.each(['/a/', '/a/harbour', '/a/feed.xml', '/sitemap.xml', '/a/pictures/x/web'])(
    'POST %s is refused',
    async (path) => {
      const { status, headers, body } = await appWithArticles([harbour]).http.post(path);
      expect([status, headers['allow'], body]).toMatchObject([405, 'GET, HEAD', { code: 'request.method' }]);
    },
  );
});
