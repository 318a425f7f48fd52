import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import Koa from 'koa';
import { homePage, type Home } from '../../miniprogram-api/home-page.js';
import { request } from './request.js';

const home = {
  zh: { band: '示例系统，非官方渠道', name: '示例举报热线', ways: ['电话：12339'], operator: ['示例运营者'] },
  en: {
    band: 'Sample – not an official channel',
    name: 'Sample <line> & "more"',
    ways: ["Telephone: 12339, it's free"],
    operator: ['Sample operator'],
  },
};

function serve(shown: Home = home) {
  const app = new Koa();
  const show = homePage(shown, ':root{--ink:#123}');
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
    ['/?lang=en&lang=zh', 'en', 'zh-CN'],
  ])('%s for a reader of %s is in %s', async (path, accepted, lang) => {
    const { text, headers } = await serve().get(path).set('Accept-Language', accepted);
    expect(text).toContain(`<html lang="${lang}">`);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['vary']).toBe('Accept-Language');
  });

  test('names the line, the ways to report and the operator, with every sign escaped', async () => {
    const { text } = await serve().get('/?lang=en');
    expect(text).toContain('<h1>Sample &#60;line&#62; &#38; &#34;more&#34;</h1>');
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
