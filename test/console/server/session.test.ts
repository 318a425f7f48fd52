import { describe, expect, test } from '@jest/globals';
import { acts } from '../../../domain/access.js';
import { DomainError } from '../../../domain/errors.js';
import { memoryStaff } from '../../support/fakes/staff.js';
import { once, withFaults } from '../../support/fakes/faults.js';
import { person } from '../../support/staff-people.js';
import { consoleLine, cookieOf, refusal } from './console.js';

const editor = [
  ...['articles.read', 'articles.write', 'articles.review', 'articles.publish'],
  ...['notices.read', 'notices.write', 'notices.review', 'notices.publish', 'jobs.read'],
];

async function withAnn(...args: Parameters<typeof consoleLine>) {
  const line = consoleLine(...args);
  const ann = await line.hire('Ann', 'editor');
  const signIn = (wrong: object = {}, headers: Readonly<Record<string, string>> = {}) =>
    line.ask('post', '/api/session', { body: { ...line.signingIn(ann), ...wrong }, headers });
  return { ...line, ann, signIn };
}

describe('POST /api/session', () => {
  test('signs in: exactly who that is, and a cookie that no script reads', async () => {
    const { signIn, ann } = await withAnn();
    const answer = await signIn();
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      me: { id: ann.me.id, name: 'Ann', roles: ['editor'], may: editor },
    });
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^console=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
  });

  test('over https the cookie is held to this host and to https', async () => {
    const { signIn } = await withAnn({ url: 'https://console.example' });
    expect((await signIn()).headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-console=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/),
    ]);
  });

  test('answers an unknown name, a wrong passphrase and a wrong code the same', async () => {
    const { signIn, pauses } = await withAnn();
    const wrong = [
      { name: 'Nobody' },
      { auth: 'A'.repeat(43) },
      { code: person('Ann', 2).code(0) },
      { name: 'x'.repeat(100) },
    ];
    const answers = [];
    for (const one of wrong) answers.push(await signIn(one));
    for (const { status, body, headers } of answers) {
      expect({ status, body }).toEqual(refusal(401, 'session.refused'));
      expect(headers).not.toHaveProperty('set-cookie');
    }
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(pauses).toEqual([500, 500, 500, 500]);
  });

  test('says how long to wait when there were too many tries', async () => {
    const { signIn } = await withAnn();
    for (let n = 0; n < 4; n += 1) await signIn({ code: '000000' });
    const { status, body, headers } = await signIn();
    expect({ status, body }).toEqual(refusal(429, 'limit.sign_in', { retryAfter: 2 }));
    expect(headers['retry-after']).toBe('2');
  });

  test('slows the network that a trusted proxy names, and believes nobody else', async () => {
    const fill = async (trustProxy: number) => {
      const { signIn } = await withAnn({ trustProxy });
      const from = (address: string) => ({ 'X-Forwarded-For': address });
      for (let n = 1; n <= 12; n += 1) await signIn({ name: `Nobody ${n}` }, from(`10.0.0.${n}`));
      return [await signIn({}, from('10.0.0.99')), await signIn({}, from('10.0.1.1'))].map(
        ({ status }) => status,
      );
    };
    expect(await fill(1)).toEqual([429, 201]);
    expect(await fill(0)).toEqual([429, 429]);
  });

  test.each([
    ['name', undefined, ['isString', 'minLength', 'maxLength']],
    ['name', '', ['minLength']],
    ['name', 'x'.repeat(101), ['maxLength']],
    ['auth', 'A'.repeat(42), ['matches']],
    ['auth', `${'A'.repeat(42)}B`, ['matches']],
    ['code', 123456, ['matches']],
    ['code', '12345', ['matches']],
    ['more', 1, ['whitelistValidation']],
  ])('refuses a body whose %s is %j', async (field, value, rules) => {
    const { signIn, acts: written } = await withAnn();
    const { status, body } = await signIn({ [field]: value });
    const details = { fields: { [field]: expect.arrayContaining(rules) as unknown } };
    expect({ status, body }).toEqual(refusal(422, 'request.invalid', details));
    expect(written()).toEqual([]);
  });

  test('refuses what does not say that it is JSON', async () => {
    const { http, signingIn, ann } = await withAnn();
    const sent = http.post('/api/session').set('Origin', 'http://127.0.0.1:3001');
    const { status, body } = await sent
      .set('Content-Type', 'text/plain')
      .send(JSON.stringify(signingIn(ann)));
    expect({ status, body }).toEqual(refusal(422, 'request.invalid'));
  });

  test('a database that is away is told as that', async () => {
    const { ask, signingIn } = consoleLine(
      {},
      { staff: withFaults(memoryStaff(), once([['byName', 'before']])) },
    );
    const { status, body } = await ask('post', '/api/session', { body: signingIn(person('Ann')) });
    expect({ status, body }).toEqual(refusal(503, 'storage.unavailable'));
  });
});

describe('GET /api/session', () => {
  test('says exactly who is signed in and until when', async () => {
    const { ask, signIn, ann } = await withAnn();
    const { status, body } = await ask('get', '/api/session', { cookie: cookieOf(await signIn()) });
    expect([status, body]).toEqual([
      200,
      {
        me: { id: ann.me.id, name: 'Ann', roles: ['editor'], may: editor },
        endsAt: '2027-01-04T21:00:00.000Z',
        idleEndsAt: '2027-01-04T09:30:00.000Z',
      },
    ]);
  });

  test('with every role names every act', async () => {
    const { ask, hire, enter } = consoleLine();
    const all = await hire('All', 'editor', 'handler', 'supervisor', 'auditor', 'administrator');
    const { body } = await ask('get', '/api/session', { cookie: await enter(all.me) });
    expect(body).toMatchObject({ me: { may: acts } });
  });

  test('renews the session, unless it is quiet', async () => {
    const { ask, enter, ann, clock } = await withAnn();
    const cookie = await enter(ann.me);
    clock.advance(20 * 60_000);
    const quiet = await ask('get', '/api/session?quiet=1', { cookie });
    expect(quiet.body).toMatchObject({ idleEndsAt: '2027-01-04T09:30:00.000Z' });
    const loud = await ask('get', '/api/session', { cookie });
    expect(loud.body).toMatchObject({ idleEndsAt: '2027-01-04T09:50:00.000Z' });
  });

  test('no other request can be quiet', async () => {
    const { ask, enter, hire, clock, sessions } = await withAnn();
    const { me } = await hire('Sue', 'supervisor');
    const cookie = await enter(me);
    clock.advance(20 * 60_000);
    await ask('get', '/api/staff?quiet=1', { cookie });
    expect((await sessions.of(me.id))[0]?.seenAt).toBe(clock.now());
  });

  test.each(['quiet=0', 'quiet=1&quiet=1', 'other=1'])('refuses the query %s', async (query) => {
    const { ask, enter, ann } = await withAnn();
    const answer = await ask('get', `/api/session?${query}`, { cookie: await enter(ann.me) });
    expect(answer).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
  });

  test.each(['console=', 'console=x', `console=${'A'.repeat(43)}`, 'other=1', '__Host-console=x'])(
    'with the cookie %s nobody is signed in',
    async (cookie) => {
      const { ask } = await withAnn();
      const { status, body } = await ask('get', '/api/session', { cookie });
      expect({ status, body }).toEqual(refusal(401, 'session.required'));
    },
  );

  test('after thirty minutes nobody is signed in', async () => {
    const { ask, enter, ann, clock } = await withAnn();
    const cookie = await enter(ann.me);
    clock.advance(30 * 60_000);
    expect((await ask('get', '/api/session', { cookie })).status).toBe(401);
  });
});

describe('DELETE /api/session', () => {
  test('signs out: the session and the cookie are gone', async () => {
    const { ask, signIn, acts: written, ann } = await withAnn();
    const cookie = cookieOf(await signIn());
    const answer = await ask('delete', '/api/session', { cookie });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(answer.headers['set-cookie']).toEqual(['console=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0']);
    expect((await ask('get', '/api/session', { cookie })).status).toBe(401);
    expect(written().at(-1)).toEqual([ann.me.id, 'session.end', expect.any(String)]);
  });
});

describe('sessions of one person', () => {
  test('are listed with exactly what tells them apart', async () => {
    const { ask, enter, ann, clock, vault } = await withAnn();
    const first = await enter(ann.me);
    clock.advance(60_000);
    const second = await enter(ann.me);
    const id = (cookie: string) => vault.hashSecret(cookie.slice('console='.length));
    const { status, body } = await ask('get', '/api/sessions', { cookie: first });
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        ...[{ id: id(second), current: false }].map((one) => ({
          ...one,
          ...{ startedAt: '2027-01-04T09:01:00.000Z', seenAt: '2027-01-04T09:01:00.000Z' },
        })),
        {
          ...{ id: id(first), current: true },
          ...{ startedAt: '2027-01-04T09:00:00.000Z', seenAt: '2027-01-04T09:01:00.000Z' },
        },
      ],
      nextCursor: null,
    });
  });

  test('are ended one by one; another one leaves the cookie', async () => {
    const { ask, enter, ann, vault } = await withAnn();
    const [present, other] = [await enter(ann.me), await enter(ann.me)];
    const id = (cookie: string) => vault.hashSecret(cookie.slice('console='.length)) ?? '';
    const ended = await ask('delete', `/api/sessions/${id(other)}`, { cookie: present });
    expect([ended.status, ended.headers['set-cookie']]).toEqual([204, undefined]);
    expect((await ask('get', '/api/session', { cookie: other })).status).toBe(401);
    const out = await ask('delete', `/api/sessions/${id(present)}`, { cookie: present });
    expect([out.status, out.headers['set-cookie']]).toEqual([204, [expect.stringContaining('Max-Age=0')]]);
  });

  test('of somebody else are not found', async () => {
    const { ask, enter, ann, hire, sessions } = await withAnn();
    await enter(ann.me);
    const bob = await hire('Bob', 'administrator');
    const [theirs] = await sessions.of(ann.me.id);
    const cookie = await enter(bob.me);
    for (const id of [theirs?.id ?? '', 'none']) {
      const { status, body } = await ask('delete', `/api/sessions/${id}`, { cookie });
      expect({ status, body }).toEqual(refusal(404, 'request.not_found'));
    }
    expect(await sessions.of(ann.me.id)).toHaveLength(1);
  });

  test('are not ended when that cannot be written down', async () => {
    const record = () => Promise.reject(new DomainError('storage.unavailable'));
    const { ask, enter, ann, sessions } = await withAnn({}, { record });
    const { status, body } = await ask('delete', '/api/session', { cookie: await enter(ann.me) });
    expect({ status, body }).toEqual(refusal(503, 'storage.unavailable'));
    expect(await sessions.of(ann.me.id)).toHaveLength(1);
  });
});
