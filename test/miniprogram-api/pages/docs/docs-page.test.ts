import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { openApiDocument } from '../../../../miniprogram-api/openapi/document.js';
import { operation } from '../../../../miniprogram-api/operation.js';
import { createDocsPage } from '../../../../miniprogram-api/pages/docs/docs-page.js';
import { read } from '../../html.js';
import { appWith } from '../../serve.js';

class PageRow {
  @IsString() readonly word!: string;
}
class PageBody {
  @IsString() @Length(1, 20) readonly text!: string;
  @IsInt() @Min(1) @Max(9) readonly times: number = 1;
  @IsArray() @ValidateNested({ each: true }) @Type(() => PageRow) readonly rows!: PageRow[];
}
class PageAnswer {
  @IsIn(['one', 'two']) readonly kind!: string;
  @IsOptional() @IsString() readonly note!: string | null;
}

const operations = [
  operation({
    ...{ method: 'POST', path: '/things/:id', id: 'makeThing', tag: 'Things', actor: 'uploader' },
    summary: 'Makes a <thing> & tells of it.',
    body: PageBody,
    answer: { status: 201, shape: PageAnswer },
    errors: ['ticket.required', 'report.full'],
    example: { params: { id: '5' }, body: { text: 'x'.repeat(200), rows: [] } },
    handle: () => ({}),
  }),
  operation({
    ...{ method: 'PUT', path: '/parts', id: 'putPart', tag: 'Parts', actor: 'anyone' },
    ...{ summary: 'Keeps a part of it.', bytes: 1_000, errors: [], example: {} },
    answer: { status: 204 },
    handle: () => null,
  }),
];

function serve(band: { zh: string; en: string } | null = null) {
  const document = openApiDocument({ operations, title: 'Sample', version: '1' });
  return appWith({ more: [createDocsPage({ operations, document, tokens: ':root{--ink:#123}', band })] })
    .http;
}
const page = async (path = '/docs?lang=en') => read((await serve().get(path)).text);

describe('the documents', () => {
  test('have each operation under its tag, with its address and what it does', async () => {
    const shown = await page();
    expect(shown.all('h2').map((one) => one.text)).toEqual([
      'Contents',
      'Things',
      'Parts',
      'Errors',
      'Shapes',
    ]);
    expect(shown.text('h3', { id: 'makeThing' })).toBe('POST /api/v1/things/:id');
    expect(shown.all('p').map((one) => one.text)).toContain('Makes a <thing> & tells of it.');
  });

  test('say who may, what is taken, what comes back and what is refused', async () => {
    const shown = await page();
    const items = shown.all('li').map((one) => one.text.trim());
    expect(shown.all('dd').map((one) => one.text.trim())).toContain('a ticket or a report token');
    expect(items).toEqual(
      expect.arrayContaining([
        ...['id text', 'text text, 1 to 20', 'times integer, 1 to 9, optional', 'rows list of PageRow'],
        ...['kind one | two', 'note text or null', '401 ticket.required', '409 report.full', 'word text'],
      ]),
    );
    expect(shown.all('a', { href: '#shape-PageRow' })).not.toEqual([]);
    expect(shown.all('h3', { id: 'shape-PageRow' })).toHaveLength(1);
    expect(shown.all('dd').map((one) => one.text.trim())).toContain('raw bytes, at most 1000');
  });

  test('show an example that can be read and scrolled by keyboard', async () => {
    const [first] = (await page()).all('pre');
    expect(first?.attributes).toMatchObject({
      tabindex: '0',
      role: 'region',
      'aria-label': 'Example: makeThing',
    });
    expect(first?.text).toContain('POST /api/v1/things/5');
    expect(first?.text).toContain(`"text": "${'x'.repeat(24)}…"`);
  });

  test('lead from their contents to every part, and each name is there once', async () => {
    const { elements } = await page();
    const ids = elements.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
    const targets = elements.flatMap(({ attributes: { href = '' } }) =>
      href.startsWith('#') ? [href.slice(1)] : [],
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  test('in Chinese say that the operations are described in English only', async () => {
    const shown = await page('/docs?lang=zh');
    expect(shown.text('h1')).toBe('接口文档');
    expect(shown.text('header')).toContain('各项说明只有英文。');
    expect(shown.all('section', { lang: 'en' })).toHaveLength(2);
    expect(shown.all('html')[0]?.attributes['lang']).toBe('zh-CN');
    expect((await page()).text('header')).not.toContain('各项说明');
  });

  test('allow their own style and nothing else', async () => {
    const { text, headers } = await serve().get('/docs');
    const style = /<style>([^<]*)<\/style>/.exec(text)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(text).not.toMatch(/<script|<link|https?:|style=/);
  });

  test('of a sample say so first', async () => {
    const band = { zh: '示例系统', en: 'Sample – not an official channel' };
    expect(read((await serve(band).get('/docs?lang=en')).text).text('p', { class: 'band' })).toBe(band.en);
    expect(read((await serve(band).get('/docs?lang=zh')).text).text('p', { class: 'band' })).toBe(band.zh);
    expect((await page()).all('p', { class: 'band' })).toEqual([]);
  });

  test.each(['/docs', '/api/v1/openapi.json'])('%s takes no other method', async (path) => {
    const answer = await serve().post(path);
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET, HEAD']);
    expect((await serve().head(path)).status).toBe(200);
  });
});
