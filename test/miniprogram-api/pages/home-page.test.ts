import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import Koa from 'koa';
import { homePage, type Home, type HomeLinks } from '../../../miniprogram-api/pages/home-page.js';
import { read } from '../html.js';
import { request } from '../request.js';

const home = {
  zh: { band: '示例系统，非官方渠道', name: '示例举报热线', ways: ['电话：12339'], operator: ['示例运营者'] },
  en: {
    band: 'Sample – not an official channel',
    name: 'Sample <line> & "more"',
    ways: ["Telephone: 12339, it's free"],
    operator: ['Sample operator'],
  },
};

function serve(shown: Home = home, links: HomeLinks = { articles: '/a/' }) {
  const app = new Koa();
  const show = homePage(shown, ':root{--ink:#123}', links);
  app.use((ctx) => {
    show(ctx);
  });
  return request(app.callback());
}

describe('the first page', () => {
  test.each([
    ['/?lang=en', 'zh-CN', 'en'],
    ['/?lang=zh', 'en', 'zh-CN'],
    ['/', 'en-GB,en;q=0.9', 'en'],
    ['/', 'zh-TW,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['/', 'fr', 'zh-CN'],
    ['/?lang=fr', 'en', 'en'],
    ['/?xlang=zh&lang=en', 'zh-CN', 'en'],
    ['/?lang=english', 'zh-CN', 'zh-CN'],
    ['/?lang=en&lang=zh', 'zh-CN', 'en'],
  ])('%s for a reader of %s is in %s', async (path, accepted, lang) => {
    const { text, headers } = await serve().get(path).set('Accept-Language', accepted);
    expect(text).toContain(`<html lang="${lang}">`);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['vary']).toBe('Accept-Language');
  });

  test('names the line, the ways to report and the operator, with every sign escaped', async () => {
    const { text } = await serve().get('/?lang=en');
    expect(text).toContain('<h1>Sample &lt;line&gt; &amp; &quot;more&quot;</h1>');
    expect(text).toContain('<li>Telephone: 12339, it&#39;s free</li>');
    expect(text).toContain('<p>Sample operator</p>');
  });

  test('of a sample says so first, and another does not', async () => {
    expect((await serve().get('/?lang=en')).text).toContain('Sample – not an official channel');
    expect((await serve().get('/?lang=zh')).text).toContain('示例系统，非官方渠道');
    const real = { ...home, en: { ...home.en, band: null } };
    expect((await serve(real).get('/?lang=en')).text).not.toContain('class="band"');
  });

  test('leads to the other language', async () => {
    expect((await serve().get('/?lang=en')).text).toContain('<a href="/?lang=zh" lang="zh-CN"');
    expect((await serve().get('/?lang=zh')).text).toContain('<a href="/?lang=en" lang="en"');
  });

  test('leads to the articles, in the language that is read', async () => {
    expect(read((await serve().get('/?lang=en')).text).linkTo('Awareness articles')).toBe('/a/?lang=en');
    expect(read((await serve().get('/?lang=zh')).text).linkTo('宣传文章')).toBe('/a/?lang=zh');
  });

  test('of a demo leads to all that can be tried, and another shows none of it', async () => {
    const links = { articles: '/a/', simulator: '/simulator/', console: 'http://desk/', documents: '/docs' };
    for (const lang of ['zh', 'en']) {
      const shown = read((await serve(home, links).get(`/?lang=${lang}`)).text).all('a');
      expect(shown.map(({ attributes }) => attributes['href'])).toEqual([
        `/a/?lang=${lang}`,
        '/simulator/',
        'http://desk/',
        '/docs',
        `/?lang=${lang === 'zh' ? 'en' : 'zh'}`,
      ]);
    }
    const { text } = await serve().get('/?lang=en');
    expect(
      read(text)
        .all('h2')
        .map((each) => each.text),
    ).toEqual(['Ways to report', 'Find out more']);
  });

  test('leads to the form, and to the way back to a report, with nothing in the address but the language', async () => {
    const links = { report: '/report', articles: '/a/', days: '/days.ics' };
    const page = read((await serve(home, links).get('/?lang=en')).text);
    expect(page.linkTo('Report on this website')).toBe('/report?lang=en');
    expect(page.linkTo('Check a report')).toBe('/report?lang=en#check');
    expect(page.linkTo('How to tell that the form was not changed')).toBe('/report/verify?lang=en');
    expect(page.linkTo('Days to know, as a calendar to subscribe to')).toBe('/days.ics?lang=en');
    expect(page.text('main')).toContain('confidential, not anonymous');
    expect(read((await serve(home, links).get('/?lang=zh')).text).linkTo('网页举报')).toBe('/report?lang=zh');
  });

  test('promises nothing of a form where there is none', async () => {
    expect((await serve().get('/?lang=en')).text).not.toMatch(/confidential|\/report/);
  });

  test('allows its own style by hash and nothing else', async () => {
    const { text, headers } = await serve().get('/');
    const style = /<style>([^<]*)<\/style>/.exec(text)?.[1] ?? '';
    expect(style).toContain(':root{--ink:#123}');
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(text).not.toMatch(/<script|style=|onclick/);
  });
});
