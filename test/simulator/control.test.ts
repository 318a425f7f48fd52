import { afterEach, describe, expect, test } from '@jest/globals';
import { request } from 'node:http';
import { sampleOfficialAccount } from '../../simulator/account.js';
import { world, type World } from './support/world.js';

let open: World[] = [];
const start = async (
  ...[respond = () => null, options]: Partial<Parameters<typeof world>>
): Promise<World> => {
  const one = await world(respond, options);
  open.push(one);
  return one;
};
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});

/** `fetch` sets Host and Origin itself. */
function statusOf(w: World, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request(w.url + path, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('what a person can do', () => {
  test('every kind of message arrives with its fields', async () => {
    const w = await start();
    const openid = await w.follower();
    const send = async (body: object): Promise<unknown> => {
      const { status } = await w.api('POST', `/users/${openid}/messages`, body);
      return status === 200 ? w.received.at(-1)?.fields : status;
    };
    expect(await send({ type: 'voice', base64: 'AAAA', recognition: '你好' })).toMatchObject({
      MsgType: 'voice',
      Format: 'amr',
      Recognition: '你好',
    });
    expect(await send({ type: 'location', latitude: 23.1, longitude: 113.3, label: '滨江路' })).toMatchObject(
      { Location_X: '23.1', Location_Y: '113.3', Label: '滨江路' },
    );
    expect(await send({ type: 'link', content: 'https://example.org', label: '标题' })).toMatchObject({
      MsgType: 'link',
      Url: 'https://example.org',
      Title: '标题',
    });
    expect(await send({ type: 'event', event: 'click', eventKey: 'report' })).toMatchObject({
      Event: 'CLICK',
      EventKey: 'report',
    });
    expect(
      await send({ type: 'event', event: 'SCAN', eventKey: '7', fields: { Ticket: 'T' } }),
    ).toMatchObject({ Event: 'SCAN', Ticket: 'T' });
    expect(await send({ type: 'file', fields: { Title: 'a.pdf' } })).toMatchObject({
      MsgType: 'file',
      Title: 'a.pdf',
    });
    expect(await send({ type: 'text', content: '😀 ]]> ' })).toMatchObject({ Content: '😀 ]]> ' });
  });

  test('the same tap twice in a second counts as two seconds', async () => {
    const w = await start();
    const openid = await w.follower();
    for (let i = 0; i < 3; i += 1)
      await w.api('POST', `/users/${openid}/messages`, { type: 'event', event: 'CLICK', eventKey: 'report' });
    const seconds = w.received.slice(-3).map(({ fields }) => fields['CreateTime']);
    expect(new Set(seconds).size).toBe(3);
  });

  test('following twice greets once; leaving and coming back greets again', async () => {
    const w = await start(() => '您好');
    const openid = await w.follower('oAgain');
    await w.follower('oAgain');
    expect(await w.outbox(openid)).toHaveLength(1);
    await w.api('DELETE', '/users/oAgain');
    await w.follower('oAgain');
    expect(await w.outbox(openid)).toHaveLength(2);
  });

  test('the outbox is given from any point on', async () => {
    const w = await start(({ fields }) => (fields['MsgType'] === 'text' ? '好' : '您好'));
    const openid = await w.follower();
    const [{ seq } = { seq: 0 }] = await w.outbox(openid);
    await w.say(openid, 'x');
    const { json } = await w.api('GET', `/users/${openid}/outbox?after=${String(seq)}`);
    expect(json).toMatchObject([{ content: '好' }]);
  });

  test.each([
    ['no content', 400, { type: 'text' }],
    ['no type', 400, { content: 'x' }],
    ['a picture without bytes', 400, { type: 'image', base64: '' }],
    ['a place off the earth', 400, { type: 'location', latitude: 91, longitude: 0 }],
    ['half a JSON', 400, '{"type":'],
    ['three megabytes of voice', 413, { type: 'voice', base64: Buffer.alloc(3_000_000).toString('base64') }],
  ])('%s is refused in words', async (_, status, body) => {
    const w = await start();
    const openid = await w.follower();
    const answer = await w.api('POST', `/users/${openid}/messages`, body);
    expect(answer.status).toBe(status);
    expect(answer.json).toEqual({ code: expect.any(String), message: expect.any(String) });
  });

  test('unknown people and calls are not found', async () => {
    const w = await start();
    expect(await w.say('oNobody', 'x')).toMatchObject({ status: 404, json: { code: 'user.unknown' } });
    expect(await w.api('GET', '/nothing')).toMatchObject({
      status: 404,
      json: { code: 'request.not_found' },
    });
    expect(await w.api('POST', '/users', { openid: 'a b' })).toMatchObject({ status: 400 });
  });
});

describe('who may come in', () => {
  test.each([
    ['x-forwarded-for', { 'x-forwarded-for': '192.0.2.1' }],
    ['forwarded', { forwarded: 'for=192.0.2.1' }],
    ['a foreign host', { host: 'line.example.org' }],
    ['a name that only begins like loopback', { host: 'localhost.example.org' }],
    ['a foreign page', { origin: 'https://example.org' }],
  ])('%s is turned away everywhere', async (_, headers) => {
    const w = await start();
    for (const path of ['/simulator/', '/simulator/api/calls', '/simulator/wechat/cgi-bin/token'])
      expect(await statusOf(w, path, headers)).toBe(403);
  });
  test('loopback’s own names come in', async () => {
    const w = await start();
    const { port } = new URL(w.url);
    for (const host of [`localhost:${port}`, `[::1]:${port}`, `127.0.0.1:${port}`])
      expect(await statusOf(w, '/simulator/api/calls', { host, origin: `http://${host}` })).toBe(200);
  });
});

describe('the record of calls', () => {
  test('holds no secret and no whole token', async () => {
    const w = await start();
    await w.platform('GET', '/cgi-bin/menu/get');
    const token = await w.token();
    const { json } = await w.api('GET', '/calls');
    const text = JSON.stringify(json);
    expect(text).not.toContain('simulator-secret');
    expect(text).not.toContain(token);
    expect(json).toMatchObject([
      { method: 'POST', path: '/cgi-bin/stable_token', request: { secret: '…' }, errcode: 0 },
      { method: 'GET', path: '/cgi-bin/menu/get', query: { access_token: `${token.slice(0, 6)}…` } },
    ]);
  });
});

describe('faults of pushes', () => {
  const fault = (w: World, body: object): Promise<unknown> => w.api('POST', '/faults', body);

  test('a duplicate is the same message once more', async () => {
    const w = await start(() => '好');
    const openid = await w.follower();
    await fault(w, { kind: 'duplicate', times: 1 });
    expect((await w.say(openid, 'x')).json).toMatchObject({ attempts: 2, answer: { content: '好' } });
    const [a, b] = w.received.slice(-2);
    expect(a?.fields['MsgId']).toBe(b?.fields['MsgId']);
    expect(await w.outbox(openid)).toHaveLength(2);
    expect((await w.say(openid, 'y')).json).toMatchObject({ attempts: 1 });
  });
  test('a reordered message arrives after the next one', async () => {
    const w = await start();
    const openid = await w.follower();
    await fault(w, { kind: 'reorder' });
    const first = w.say(openid, '一');
    await new Promise((done) => setTimeout(done, 50));
    await Promise.all([w.say(openid, '二'), first]);
    expect(w.received.slice(-2).map(({ fields }) => fields['Content'])).toEqual(['二', '一']);
  });
  test('a wrong signature is one attempt that a careful line refuses', async () => {
    const w = await start(() => '好');
    const openid = await w.follower();
    await fault(w, { kind: 'wrong-signature', times: 1 });
    expect((await w.say(openid, 'x')).json).toMatchObject({ attempts: 2, answer: { content: '好' } });
    expect((await w.deliveries(openid)).at(-1)?.attempts[0]).toMatchObject({
      outcome: 'status',
      status: 401,
    });
  });
  test('the old key is used where there is one, and has to answer', async () => {
    const account = { ...sampleOfficialAccount, aesKeyPrevious: 'B'.repeat(43) };
    const w = await start(() => '好', { account });
    const openid = await w.follower();
    await fault(w, { kind: 'old-key', times: 1 });
    expect((await w.say(openid, 'x')).json).toMatchObject({ attempts: 1, answer: { content: '好' } });
  });
  test('a dropped answer is asked for again', async () => {
    const w = await start(() => '好');
    const openid = await w.follower();
    await fault(w, { kind: 'drop-answer', times: 3 });
    expect((await w.say(openid, 'x')).json).toMatchObject({ attempts: 3, answer: null });
  });
  test('ids grow huge, fields are added, keys are empty', async () => {
    const w = await start();
    const openid = await w.follower();
    for (const kind of ['huge-id', 'extra-fields']) await fault(w, { kind });
    await w.say(openid, 'x');
    expect(w.received.at(-1)?.fields).toMatchObject({
      NewField: 'x',
      MsgId: expect.stringMatching(/^922\d{16}$/),
    });
    await fault(w, { kind: 'empty-event-key' });
    await w.api('POST', `/users/${openid}/messages`, { type: 'event', event: 'CLICK', eventKey: 'report' });
    expect(w.received.at(-1)?.fields).toMatchObject({ Event: 'CLICK', EventKey: '' });
  });
  test('they can be called off', async () => {
    const w = await start(() => '好');
    const openid = await w.follower();
    await fault(w, { kind: 'drop-answer', times: 9 });
    await w.api('DELETE', '/faults');
    expect((await w.say(openid, 'x')).json).toMatchObject({ attempts: 1 });
    expect(await w.api('POST', '/faults', { kind: 'fire' })).toMatchObject({ status: 400 });
  });
});

describe('faults of the platform’s API', () => {
  const menu = async (w: World): Promise<Response> =>
    fetch(`${w.url}/simulator/wechat/cgi-bin/menu/get?access_token=${await w.token()}`);
  const faulty = async (kind: string, more: object = {}): Promise<World> => {
    const w = await start();
    await w.token();
    await w.api('POST', '/faults', { kind, api: 'menu/get', times: 1, ...more });
    return w;
  };
  test('an error number, once', async () => {
    const w = await faulty('errcode', { errcode: -1 });
    expect(await (await menu(w)).json()).toMatchObject({
      errcode: -1,
      errmsg: expect.stringMatching(/^system error rid: /),
    });
    expect(await (await menu(w)).json()).toHaveProperty('menu');
  });
  test('a bad gateway', async () => {
    expect((await menu(await faulty('http-502'))).status).toBe(502);
  });
  test('a connection that ends without an answer', async () => {
    await expect(menu(await faulty('reset'))).rejects.toThrow();
  });
  test('a body that ends in the middle', async () => {
    const w = await faulty('truncate');
    await expect(menu(w).then((response) => response.text())).rejects.toThrow();
  });
  test('JSON that says it is text', async () => {
    const response = await menu(await faulty('text-plain'));
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await response.json()).toHaveProperty('menu');
  });
  test('another call is left alone', async () => {
    const w = await faulty('http-502');
    expect(await w.platform('GET', '/cgi-bin/user/get')).toMatchObject({ total: 0 });
  });
});

describe('clock, handshake, page', () => {
  test('the platform’s clock moves; the stamps of pushes stay real', async () => {
    const w = await start();
    const openid = await w.follower();
    await w.api('POST', '/clock', { now: '2030-01-01T00:00:00Z' });
    await w.say(openid, 'x');
    const stamp = Number(w.received.at(-1)?.query.get('timestamp'));
    expect(Math.abs(stamp - Date.now() / 1000)).toBeLessThan(5);
    expect((await w.deliveries(openid)).at(-1)?.at).toMatch(/^2030-01-01T/);
    expect(await w.api('POST', '/clock', { now: 'soon' })).toMatchObject({ status: 400 });
  });
  test('the handshake wants its echo byte for byte', async () => {
    const w = await start();
    expect((await w.api('POST', '/handshake')).json).toMatchObject({ ok: true, status: 200 });
    const wrong = await start(undefined, { callbackUrl: `${w.url}/simulator/` });
    expect((await wrong.api('POST', '/handshake')).json).toMatchObject({ ok: false, status: 200 });
  });
  test('the page comes with its policy, and nothing outside its folders does', async () => {
    const w = await start();
    const page = await fetch(`${w.url}/simulator/`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('phone.css');
    expect((await fetch(`${w.url}/simulator`, { redirect: 'manual' })).headers.get('location')).toBe(
      '/simulator/',
    );
    for (const name of [
      'tokens.css',
      'base.css',
      'phone.css',
      'bar.css',
      'wide.css',
      'main.js',
      'texts-zh.js',
    ])
      expect((await fetch(`${w.url}/simulator/${name}`)).status).toBe(200);
    for (const name of ['..%2f..%2fpackage.json', 'texts.ts', 'nothing.js', 'sub/main.js'])
      expect((await fetch(`${w.url}/simulator/${name}`)).status).toBe(404);
  });
});
