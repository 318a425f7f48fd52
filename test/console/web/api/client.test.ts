import { describe, expect, test } from '@jest/globals';
import { ApiError, isRefusal, OfflineError } from '../../../../console/web/api/api-error.js';
import { createClient, type ClientHooks } from '../../../../console/web/api/client.js';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

/** A client whose server gives the answers in turn. */
function world(answers: readonly (Response | Error)[], over: Partial<ClientHooks> = {}) {
  const sent: Sent[] = [];
  const told: string[] = [];
  const client = createClient({
    fetch: async (url, init) => {
      const answer = answers[sent.length];
      sent.push({ url, init });
      if (answer === undefined) throw new Error('asked too often');
      if (answer instanceof Error) throw answer;
      return answer;
    },
    hooks: {
      connected: (yes) => told.push(yes ? 'connected' : 'offline'),
      heard: ({ version }) => told.push(`version ${version ?? '-'}`),
      renewed: () => told.push('renewed'),
      sessionOver: () => null,
      ...over,
    },
  });
  return { client, sent, told };
}

const answer = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const refusal = (status: number, code: string, more: object = {}): Response =>
  answer({ code, message: code, requestId: 'ab12', ...more }, status);
const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no failure',
    (error: unknown) => error,
  );

describe('a request', () => {
  test('goes to the API as JSON, with what is asked for in its address and what is not there left out', async () => {
    const { client, sent, told } = world([answer({ id: '1' }, 201, { 'x-console-version': 'v1' })]);
    const query = { act: 'staff.end', who: '', cursor: undefined, limit: 50 };
    expect(await client.post('/things', { a: 1 }, { query })).toEqual({ id: '1' });
    expect(sent[0]?.url).toBe('/api/things?act=staff.end&limit=50');
    expect(sent[0]?.init).toMatchObject({ method: 'POST', body: '{"a":1}', credentials: 'same-origin' });
    expect(new Headers(sent[0]?.init.headers).get('content-type')).toBe('application/json');
    expect(told).toEqual(['connected', 'version v1', 'renewed']);
  });

  test('without a body says nothing of a content type', async () => {
    const { client, sent } = world([answer({})]);
    await client.post('/things/1/end');
    expect(sent[0]?.init.headers).toBeUndefined();
    expect(sent[0]?.init.body).toBeUndefined();
  });

  test('that is quiet says so and renews nothing; one that needs no session renews none', async () => {
    const { client, sent, told } = world([answer({}), answer({})]);
    await client.get('/session', { quiet: true });
    await client.get('/line', { open: true });
    expect(sent.map(({ url }) => url)).toEqual(['/api/session?quiet=1', '/api/line']);
    expect(told).not.toContain('renewed');
  });

  test('that is answered by nothing at all is done', async () => {
    const { client } = world([new Response(null, { status: 204 })]);
    await expect(client.remove('/session')).resolves.toBeUndefined();
  });

  test('with a picture carries its bytes under their own type', async () => {
    const { client, sent } = world([answer({ id: 'p' }, 201)]);
    await client.upload('/pictures', new Blob(['x'], { type: 'image/png' }));
    expect(new Headers(sent[0]?.init.headers).get('content-type')).toBe('image/png');
  });
});

describe('a failure', () => {
  test('that the server names keeps its code, details, number and time to wait', async () => {
    const body = { code: 'limit.sign_in', message: 'x', details: { retryAfter: 8 }, requestId: 'ab12' };
    const { client } = world([answer(body, 429, { 'retry-after': '8' })]);
    const error = await failureOf(client.post('/session', {}));
    expect(isRefusal(error, 'limit.sign_in')).toBe(true);
    expect(error).toMatchObject({
      status: 429,
      details: { retryAfter: 8 },
      requestId: 'ab12',
      retryAfter: 8,
    });
  });

  test('without words of ours is an unexpected one of the server', async () => {
    const { client } = world([new Response('<html>', { status: 500 })]);
    expect(await failureOf(client.get('/staff'))).toMatchObject({
      code: 'internal.unexpected',
      requestId: null,
      retryAfter: null,
    });
  });

  test.each([
    ['the connection is gone', new TypeError('fetch failed')],
    ['a proxy finds no server', new Response('bad gateway', { status: 502 })],
  ])('is being offline when %s', async (_, first) => {
    const { client, told } = world([first]);
    expect(await failureOf(client.get('/staff'))).toBeInstanceOf(OfflineError);
    expect(told).toEqual(['offline']);
  });

  test('is being offline when the answer breaks off', async () => {
    const broken = new Response('{"items":[', { headers: { 'content-type': 'application/json' } });
    expect(await failureOf(world([broken]).client.get('/staff'))).toBeInstanceOf(OfflineError);
  });

  test('of the server itself, in words, is no missing connection', async () => {
    const { client, told } = world([refusal(503, 'storage.unavailable')]);
    expect(await failureOf(client.get('/staff'))).toBeInstanceOf(ApiError);
    expect(told).not.toContain('offline');
  });

  test('of a request that was given up is passed on, and the connection is not doubted', async () => {
    const abort = new AbortController();
    abort.abort();
    const { client, told } = world([Object.assign(new Error('given up'), { name: 'AbortError' })]);
    expect(await failureOf(client.get('/staff', { signal: abort.signal }))).toMatchObject({
      name: 'AbortError',
    });
    expect(told).toEqual([]);
  });
});

describe('a session that is over', () => {
  const over = (): Response => refusal(401, 'session.required');

  test('lets a request wait until the same person is back, and sends it once more', async () => {
    let back = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (back = resolve));
    const { client, sent } = world([over(), answer({ saved: true })], { sessionOver: () => waiting });
    const saved = client.put('/articles/1', { a: 1 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(sent).toHaveLength(1);
    back();
    expect(await saved).toEqual({ saved: true });
    expect(sent[1]?.init.body).toBe('{"a":1}');
  });

  test('fails what is impatient at once, and is told all the same', async () => {
    let told = 0;
    const sessionOver = (): Promise<void> => {
      told += 1;
      return new Promise(() => undefined);
    };
    const { client, sent } = world([over()], { sessionOver });
    const error = await failureOf(client.post('/presence', {}, { impatient: true }));
    expect(isRefusal(error, 'session.required')).toBe(true);
    expect([sent.length, told]).toEqual([1, 1]);
  });

  test('that never was is a refusal', async () => {
    const { client } = world([over()]);
    expect(isRefusal(await failureOf(client.get('/session')), 'session.required')).toBe(true);
  });

  test('is not what a refused sign-in is about', async () => {
    let told = false;
    const sessionOver = (): null => {
      told = true;
      return null;
    };
    const { client } = world([refusal(401, 'session.refused')], { sessionOver });
    expect(isRefusal(await failureOf(client.post('/session', {})), 'session.refused')).toBe(true);
    expect(told).toBe(false);
  });
});
