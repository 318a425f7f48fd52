import { describe, expect, test } from '@jest/globals';
import { createConsoleApp } from '../../../console/server/app.js';
import type { Route } from '../../../console/server/routes/route.js';
import { consoleLine, refusal } from './console.js';

const route = (changes: Partial<Route> = {}): Route => ({
  ...{ method: 'GET', path: '/api/extra', act: 'open', handle: () => undefined },
  ...changes,
});

describe('GET /api/line', () => {
  test('is exactly what a page has to know before anybody signed in', async () => {
    const { status, body } = await consoleLine().ask('get', '/api/line');
    expect([status, body]).toEqual([
      200,
      {
        name: { zh: '示例举报线', en: 'Sample line' },
        lineId: '0f'.repeat(16),
        sample: true,
        zone: 'Asia/Shanghai',
        version: '0123456789abcdef',
        publicUrl: 'http://127.0.0.1:3000',
        languages: ['zh', 'en'],
        idleMinutes: 30,
        categories: [{ id: 'corruption', label: { zh: '贪腐', en: 'Corruption' } }],
        limits: { title: 32, author: 16, digest: 128, content: 20_000, contentBytes: 1_000_000 },
      },
    ]);
  });
});

describe('every answer', () => {
  test.each(['/api/line', '/api/session', '/api/nowhere'])('of %s names the build', async (path) => {
    const { headers } = await consoleLine().ask('get', path);
    expect(headers['x-console-version']).toBe('0123456789abcdef');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test('forbids the browser all that it does not need, and keeps nothing', async () => {
    const { headers } = await consoleLine({ url: 'https://console.example' }).ask('get', '/api/line');
    expect(headers).toMatchObject({
      'content-security-policy':
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'strict-transport-security': 'max-age=31536000',
    });
  });

  test('gives no other origin leave to read it', async () => {
    const { headers } = await consoleLine().ask('get', '/api/line', {
      headers: { Origin: 'https://x.example' },
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('what is not there', () => {
  test.each(['/', '/api', '/api/', '/api/nowhere', '/API/line', '/api/line/', '/healthz', '/..%2fapp.ts'])(
    '%s is not found, signed in or not',
    async (path) => {
      const { ask, hire, enter } = consoleLine();
      const { me } = await hire('Root', 'administrator');
      for (const cookie of ['', await enter(me)]) {
        const { status, body } = await ask('get', path, { cookie });
        expect({ status, body }).toEqual(refusal(404, 'request.not_found'));
      }
    },
  );

  test('another method is told which there are', async () => {
    const { status, body, headers } = await consoleLine().ask('put', '/api/session');
    expect({ status, body }).toEqual(refusal(405, 'request.method'));
    expect(headers['allow']?.split(', ').sort()).toEqual(['DELETE', 'GET', 'HEAD', 'POST']);
  });

  test('a change is refused from elsewhere before it is looked for', async () => {
    const { status, body } = await consoleLine().ask('post', '/api/nowhere', { origin: 'https://x.example' });
    expect({ status, body }).toEqual(refusal(403, 'access.denied'));
  });
});

describe('further tables', () => {
  test('stand behind the same guard', async () => {
    const handle: Route['handle'] = (ctx) => {
      ctx.body = { reached: true };
    };
    const more = [[route({ act: 'articles.write', handle })]];
    const { ask, hire, enter } = consoleLine({ more });
    const [ann, bob] = [await hire('Ann', 'editor'), await hire('Bob', 'auditor')];
    const status = async (cookie: string) => (await ask('get', '/api/extra', { cookie })).status;
    expect([await status(''), await status(await enter(bob.me)), await status(await enter(ann.me))]).toEqual([
      ...[401, 403, 200],
    ]);
  });

  test.each([
    ['one that is there', { path: '/api/line' }],
    ['one that differs by the name of a part', { method: 'PUT', path: '/api/staff/:who/roles' }],
    ['one elsewhere', { path: '/elsewhere' }],
  ] as const)('with %s are refused at the start', (_what, changes) => {
    expect(() => createConsoleApp(consoleLine({ more: [] }).parts)).not.toThrow();
    expect(() => consoleLine({ more: [[route(changes)]] })).toThrow(/not a route of its own/);
  });

  test('what breaks there is told to the log by the pattern, and to nobody else', async () => {
    const error = new Error('canary');
    const handle = () => {
      throw error;
    };
    const { ask, failed } = consoleLine({ more: [[route({ path: '/api/extra/:id', handle })]] });
    const { status, body } = await ask('get', '/api/extra/secret?x=canary');
    expect({ status, body }).toEqual(refusal(500, 'internal.unexpected'));
    const at = { route: '/api/extra/:id', status: 500, requestId: '07'.repeat(8) };
    expect(failed.mock.calls).toEqual([[error, at]]);
  });
});
