import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStaticFiles } from '../../../console/server/static-files.js';
import { consoleLine, refusal } from './console.js';

let folder = '';
const script = `console.log('${'built '.repeat(100)}')`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'console-web-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), `<!doctype html><title>${'Console '.repeat(50)}</title>`);
  writeFileSync(join(folder, 'assets', 'index-BqX3_k-9.js'), script);
  writeFileSync(join(folder, 'assets', 'index-BqX3_k-9.js.map'), '{}');
  writeFileSync(join(folder, 'assets', 'plain.css'), 'a{}');
  writeFileSync(join(folder, '.env'), 'SECRET=1');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const page = () => consoleLine({ page: readStaticFiles(folder) });
const forever = 'public, max-age=31536000, immutable';

describe('the page', () => {
  test('is what / shows, kept by nobody, under a policy of its own', async () => {
    const { status, headers, text } = await page().ask('get', '/');
    expect([status, text.slice(0, 15)]).toEqual([200, '<!doctype html>']);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types vue ProseMirrorClipboard console#policy 'allow-duplicates'",
      ].join('; '),
    });
    expect(headers).not.toHaveProperty('x-console-version');
  });

  test('comes with files that browsers keep for ever where their names carry a hash', async () => {
    const { ask } = page();
    const built = await ask('get', '/assets/index-BqX3_k-9.js');
    expect([built.status, built.text]).toEqual([200, script]);
    expect(built.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': forever,
      'x-content-type-options': 'nosniff',
    });
    expect((await ask('get', '/assets/plain.css')).headers['cache-control']).toBe('no-store');
  });

  test('is compressed for who takes that and for nobody else', async () => {
    const { ask } = page();
    const get = (encodings: string) => ask('get', '/', { headers: { 'Accept-Encoding': encodings } });
    const [zipped, plain, refused] = [await get('gzip, br'), await get('identity'), await get('gzip;q=0')];
    expect(zipped.headers['content-encoding']).toBe('gzip');
    for (const { headers } of [plain, refused]) expect(headers).not.toHaveProperty('content-encoding');
    for (const { headers } of [zipped, plain]) expect(headers['vary']).toBe('Accept-Encoding');
    expect(zipped.text).toBe(plain.text);
    expect(Number(zipped.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']));
  });

  test('takes no other method', async () => {
    const { ask, http } = page();
    const { status, body, headers } = await ask('post', '/');
    expect({ status, body }).toEqual(refusal(405, 'request.method'));
    expect(headers['allow']).toBe('GET, HEAD');
    expect((await http.head('/')).status).toBe(200);
  });

  test.each([
    ['/index.html'],
    ['/assets'],
    ['/assets/'],
    ['/assets/index-BqX3_k-9.js.map'],
    ['/.env'],
    ['/assets/../index.html'],
    ['/assets/..%2f..%2fpackage.json'],
    ['/%2e%2e/package.json'],
    ['//assets/plain.css'],
  ])('%s is not there', async (path) => {
    const { status, body } = await page().ask('get', path);
    expect({ status, body }).toEqual(refusal(404, 'request.not_found'));
  });
});

describe('the version', () => {
  test('is the same for the same build, and another one for another', () => {
    const before = readStaticFiles(folder).version;
    expect(before).toMatch(/^[0-9a-f]{16}$/);
    expect(readStaticFiles(folder).version).toBe(before);
    writeFileSync(join(folder, 'assets', 'plain.css'), 'b{}');
    expect(readStaticFiles(folder).version).not.toBe(before);
  });

  test('of a folder that is not there cannot be had', () => {
    expect(() => readStaticFiles(join(folder, 'nowhere'))).toThrow(/ENOENT/);
  });
});
