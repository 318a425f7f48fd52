import { describe, expect, test } from '@jest/globals';
import { DomainError, errorKinds, type ErrorCode } from '../../domain/errors.js';
import type { AppParts } from '../../miniprogram-api/app.js';
import { appWith, requestId } from './serve.js';

const throwing = (error: unknown) =>
  appWith({
    more: [
      () => {
        throw error;
      },
    ],
  });

describe('the fixed paths', () => {
  test('/healthz says that the process is alive', async () => {
    const answer = await appWith().http.get('/healthz');
    expect([answer.status, answer.body]).toEqual([200, { status: 'alive' }]);
  });

  test('/readyz says that everything needed to serve is there', async () => {
    const answer = await appWith().http.get('/readyz');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ status: 'ready', checks: { database: true, schedule: true, keys: true } });
  });

  test('/readyz names what is not there', async () => {
    const answer = await appWith({ readiness: async () => ({ database: false, keys: true }) }).http.get(
      '/readyz',
    );
    expect(answer.status).toBe(503);
    expect(answer.body).toEqual({ status: 'not ready', checks: { database: false, keys: true } });
  });

  test.each<[string, AppParts['readiness']]>([
    ['fails', () => Promise.reject(new Error('canary'))],
    ['does not end', () => new Promise(() => undefined)],
  ])('/readyz is not ready within 3 s when the check %s', async (_how, readiness) => {
    const started = performance.now();
    const answer = await appWith({ readiness }).http.get('/readyz');
    expect([answer.status, answer.body]).toEqual([503, { status: 'not ready', checks: {} }]);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test("the platform's proof of the domain is plain text, byte for byte", async () => {
    const answer = await appWith().http.get('/MP_verify_ABC.txt');
    expect([answer.status, answer.text]).toEqual([200, 'ABC']);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
  });

  test('a proof that nobody named is not found', async () => {
    expect((await appWith().http.get('/MP_verify_XYZ.txt')).status).toBe(404);
    expect((await appWith().http.get('/toString')).status).toBe(404);
  });

  test('/ is the first page', async () => {
    const answer = await appWith().http.get('/');
    expect([answer.status, answer.text]).toEqual([200, 'home']);
  });

  test('/favicon.ico is answered with nothing, so that no browser reports a mistake', async () => {
    const answer = await appWith().http.get('/favicon.ico');
    expect([answer.status, answer.text]).toEqual([204, '']);
  });

  test.each(['/', '/favicon.ico', '/healthz', '/readyz', '/MP_verify_ABC.txt'])(
    '%s takes no other method',
    async (path) => {
      const answer = await appWith().http.post(path);
      expect(answer.status).toBe(405);
      expect(answer.headers['allow']).toBe('GET, HEAD');
      expect(answer.body).toMatchObject({ code: 'request.method' });
      expect((await appWith().http.head('/healthz')).status).toBe(200);
    },
  );
});

describe('an error', () => {
  test('has exactly a code, a message and a request id', async () => {
    const answer = await appWith().http.get('/nowhere');
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.body).toEqual({
      code: 'request.not_found',
      message: 'There is nothing here under this name.',
      requestId,
    });
  });

  const statuses = {
    invalid: 422,
    unauthenticated: 401,
    forbidden: 403,
    'not-found': 404,
    conflict: 409,
    limited: 429,
    'too-large': 413,
    method: 405,
    unavailable: 503,
    internal: 500,
  };

  test.each(Object.keys(errorKinds) as ErrorCode[])(
    '%s of the domain has the status of its kind',
    async (code) => {
      const { http, failed } = throwing(new DomainError(code, { cause: new Error('canary') }));
      const answer = await http.get('/x');
      expect(answer.status).toBe(statuses[errorKinds[code]]);
      expect(answer.body).toMatchObject({ code });
      expect(answer.text).not.toContain('canary');
      expect(answer.headers['retry-after']).toBe(errorKinds[code] === 'unavailable' ? '5' : undefined);
      expect(failed).toHaveBeenCalledTimes(errorKinds[code] === 'internal' ? 1 : 0);
    },
  );

  test.each([
    [400, 'request.invalid'],
    [404, 'request.not_found'],
    [405, 'request.method'],
    [413, 'request.too_large'],
    [415, 'request.invalid'],
  ])('of a library with status %i keeps it and is not ours', async (status, code) => {
    const { http, failed } = throwing(Object.assign(new Error('canary'), { status }));
    const answer = await http.get('/x');
    expect([answer.status, answer.body]).toMatchObject([status, { code }]);
    expect(answer.text).not.toContain('canary');
    expect(failed).not.toHaveBeenCalled();
  });

  test.each([
    ['an error without status', new Error('canary')],
    ['an error with status 502', Object.assign(new Error('canary'), { status: 502 })],
    ['a text', 'canary'],
    ['nothing', undefined],
  ])('that is %s becomes 500, told to the log with the route and the request id', async (_what, error) => {
    const { http, failed } = throwing(error);
    const answer = await http.get('/x?canary');
    expect([answer.status, answer.body]).toEqual([
      500,
      { code: 'internal.unexpected', message: 'Something went wrong here; it is not your fault.', requestId },
    ]);
    expect(failed.mock.calls).toEqual([[error, { route: '/*', status: 500, requestId }]]);
  });

  test('carries the security headers too', async () => {
    const { headers } = await appWith().http.get('/nowhere');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('every answer', () => {
  test('forbids the browser all that it does not need', async () => {
    const { headers } = await appWith({ https: true }).http.get('/healthz');
    expect(headers).toMatchObject({
      'content-security-policy':
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
      'strict-transport-security': 'max-age=31536000',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('set-cookie');
  });

  test('asks for https only where people use it', async () => {
    const { headers } = await appWith().http.get('/healthz');
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  test('lets a middleware set a policy of its own', async () => {
    const { http } = appWith({
      more: [
        (ctx) => {
          ctx.set('Content-Security-Policy', "default-src 'self'");
          ctx.body = 'page';
        },
      ],
    });
    expect((await http.get('/simulator')).headers['content-security-policy']).toBe("default-src 'self'");
  });
});
