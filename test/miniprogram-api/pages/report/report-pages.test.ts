import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { createReportPages } from '../../../../miniprogram-api/pages/report/report-pages.js';
import type { BuiltFile } from '../../../../miniprogram-api/pages/report/built-form.js';
import { read } from '../../html.js';
import { appWith } from '../../serve.js';

const home = {
  zh: { band: '示例系统，非官方渠道', name: '示例热线', ways: ['电话：12339'], operator: ['示例运营方'] },
  en: { band: 'Sample', name: 'Sample <line>', ways: ['Telephone: 12339'], operator: ['Sample operator'] },
};
const file = (name: string, type: BuiltFile['type'], text: string): BuiltFile => ({
  ...{ name, type, body: Buffer.from(text) },
  sha384: createHash('sha384').update(text).digest('base64'),
});
const built = {
  script: file('report.aa.js', 'text/javascript; charset=utf-8', 'start()'),
  style: file('report.bb.css', 'text/css; charset=utf-8', 'a{}'),
};

const serve = () => appWith({ more: [createReportPages({ home, built, emergency: '110' })] }).http;

describe('the form’s page', () => {
  test.each([
    ['/report?lang=en', 'en', 'Sample <line>'],
    ['/report', 'zh-CN', '示例热线'],
    ['/report/verify?lang=en', 'en', 'Sample <line>'],
  ])('%s is in %s, with the line’s name', async (path, lang, name) => {
    const { status, text } = await serve().get(path).set('Accept-Language', 'zh-CN');
    expect(status).toBe(200);
    const page = read(text);
    expect(page.all('html')[0]?.attributes['lang']).toBe(lang);
    expect(page.all('main')[0]?.attributes['data-name']).toBe(name);
  });

  test('loads its script and style only as they were built', async () => {
    const page = read((await serve().get('/report')).text);
    expect(page.all('script').map(({ attributes }) => attributes)).toEqual([
      { type: 'module', src: '/report/report.aa.js', integrity: `sha384-${built.script.sha384}` },
    ]);
    expect(page.all('link').map(({ attributes }) => attributes)).toEqual([
      { rel: 'stylesheet', href: '/report/report.bb.css', integrity: `sha384-${built.style.sha384}` },
    ]);
    expect(
      page.elements.filter(({ attributes }) => 'style' in attributes || 'onclick' in attributes),
    ).toEqual([]);
  });

  test('may do nothing but run that script and talk to this line', async () => {
    for (const path of ['/report', '/report/verify']) {
      const { headers } = await serve().get(path);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      );
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  test('says before the first question what is taken, how far it protects, whom to call, and the other ways', async () => {
    const { text } = await serve().get('/report?lang=en');
    for (const words of [
      'call 110 first',
      'is not taken',
      'confidential, not anonymous',
      'over the Tor network',
      'Telephone: 12339',
      'Sample operator',
      'it needs JavaScript',
    ])
      expect(text).toContain(words);
    expect(read(text).all('a', { id: 'exit' })[0]?.attributes['href']).toBe('https://www.wikipedia.org/');
  });

  test('names no other host than the one that somebody leaves for', async () => {
    for (const lang of ['zh', 'en']) {
      const { text } = await serve().get(`/report?lang=${lang}`);
      expect(text.match(/https?:\/\/[^"/ ]+/g)).toEqual([
        lang === 'zh' ? 'https://www.baidu.com' : 'https://www.wikipedia.org',
      ]);
    }
  });
});

describe('how to tell that the form was not changed', () => {
  test('shows the hash that is served, and how to compute it', async () => {
    for (const lang of ['zh', 'en']) {
      const { text } = await serve().get(`/report/verify?lang=${lang}`);
      expect(text).toContain(built.script.sha384);
      expect(text).toContain('openssl dgst -sha384 -binary report.aa.js');
      expect(text).toContain('manifest.json');
      expect(read(text).all('script')).toEqual([]);
    }
  });
});

describe('the form’s files', () => {
  test('are kept by browsers for good under a name that tells their content', async () => {
    const { text, headers } = await serve().get('/report/report.aa.js');
    expect(text).toBe('start()');
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await serve().get('/report/report.bb.css')).text).toBe('a{}');
    expect((await serve().get('/report/report.cc.js')).status).toBe(404);
  });

  test('and pages take no other method, and a slash too many leads to the form', async () => {
    expect((await serve().post('/report')).status).toBe(405);
    const { status, headers } = await serve().get('/report/?lang=en').redirects(0);
    expect([status, headers['location']]).toEqual([301, '/report?lang=en']);
  });
});
