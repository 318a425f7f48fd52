/** The routes of the phones of staff, behind the console's own guard. */
import { describe, expect, test } from '@jest/globals';
import Koa from 'koa';
import { roles, type Role } from '../../../domain/access.js';
import { DomainError } from '../../../domain/errors.js';
import { sessionCookie } from '../../../console/server/middleware/session.js';
import { routing } from '../../../console/server/router.js';
import { phoneRoutes } from '../../../console/server/routes/phones/phones.js';
import { errors } from '../../../http/errors.js';
import { ann, bob, setUp } from '../../domain/phones/set-up.js';
import { request } from '../../miniprogram-api/request.js';

/** A desk whose cookie says who is there: `<member's id> <role>`; no cookie: nobody. */
function desk(...given: Parameters<typeof setUp>) {
  const line = setUp(...given);
  const app = new Koa();
  app.use(errors({ random: (bytes) => new Uint8Array(bytes), failed: () => undefined }));
  const readSession = async (secret: string) => {
    const [id = '', role] = secret.split('.');
    const known = roles.find((one) => one === role);
    if (known === undefined) throw new DomainError('session.required');
    const session = { id: 's', staffId: id, startedAt: 0, seenAt: 0, endsAt: 0 };
    return { me: { id, name: id, roles: [known] }, session };
  };
  const guard = { readSession, cookie: sessionCookie(false) };
  for (const middleware of routing([phoneRoutes(line.cases)], guard)) app.use(middleware);
  const http = request(app.callback());
  type Method = 'get' | 'post' | 'delete';
  const as = (id: string, role: Role, method: Method, path: string) =>
    http[method](path).set('Cookie', `console=${id}.${role}`);
  return { ...line, http, as, ann: (method: Method, path: string) => as(ann.id, 'editor', method, path) };
}

const routes = [
  ['get', '/api/phone'],
  ['post', '/api/phone/links'],
  ['delete', '/api/phone'],
  ['post', '/api/articles/some-id/tests'],
] as const;

describe('who may', () => {
  test.each(routes)('%s %s needs a session, and somebody who writes articles', async (method, path) => {
    const { http, as, toy } = desk();
    expect(await http[method](path)).toMatchObject({ status: 401, body: { code: 'session.required' } });
    for (const role of roles.filter((one) => one !== 'editor'))
      expect(await as(ann.id, role, method, path)).toMatchObject({
        ...{ status: 403, body: { code: 'access.denied' } },
      });
    expect(toy.scenes).toEqual([]);
    expect([401, 403]).not.toContain((await as(ann.id, 'editor', method, path)).status);
  });
});

describe('one’s own phone', () => {
  test('is not linked at first, then by the code that was made', async () => {
    const { ann: asAnn, as, cases, toy } = desk();
    const none = { linked: false, linkedOn: null, available: true };
    expect((await asAnn('get', '/api/phone')).body).toEqual(none);
    const made = await asAnn('post', '/api/phone/links');
    const [scene = ''] = toy.scenes[0] ?? [];
    expect(made).toMatchObject({
      status: 201,
      body: { id: expect.stringMatching(/^[0-9a-f]{64}$/), url: `https://code.test/${scene}` },
    });
    expect(made.body).toHaveProperty('endsAt', '2026-11-23T01:10:00.000Z');
    await cases.linked(scene.slice('link:'.length), 'oA');
    const linked = { linked: true, linkedOn: '2026-11-23', available: true };
    expect((await asAnn('get', '/api/phone')).body).toEqual(linked);
    expect((await as(bob.id, 'editor', 'get', '/api/phone')).body).toEqual(none);
  });

  test('is unlinked in one request, and again without an error', async () => {
    const { ann: asAnn, link, phones } = desk();
    await link(ann.id, 'oA');
    await link(bob.id, 'oB');
    expect(await asAnn('delete', '/api/phone')).toMatchObject({ status: 204, text: '' });
    expect(await asAnn('delete', '/api/phone')).toMatchObject({ status: 204 });
    expect([...phones.stored.keys()]).toEqual([bob.id]);
  });

  test('gets no code where the platform makes none', async () => {
    const { ann: asAnn, toy } = desk();
    toy.refusal = { is: 'refused', reason: '48001' };
    expect(await asAnn('post', '/api/phone/links')).toMatchObject({
      ...{ status: 503, body: { code: 'phone.refused', details: { reason: '48001' } } },
    });
  });
});

describe('a test', () => {
  test('goes to the phone of whoever asked', async () => {
    const { ann: asAnn, link, toy, article } = desk();
    await link(ann.id, 'oA');
    await link(bob.id, 'oB');
    expect(await asAnn('post', `/api/articles/${article.id}/tests`)).toMatchObject({ status: 204 });
    expect(toy.shown).toEqual([['oA', article.slug, 'zh']]);
  });

  test('is refused without a phone, of no article, when the platform does, and after twenty', async () => {
    const { ann: asAnn, link, toy, article } = desk();
    const send = (id = article.id) => asAnn('post', `/api/articles/${id}/tests`);
    expect(await send()).toMatchObject({ status: 409, body: { code: 'phone.not_linked' } });
    await link(ann.id, 'oA');
    expect(await send('none')).toMatchObject({ status: 404, body: { code: 'article.unknown' } });
    toy.refusal = { is: 'refused', reason: '45003' };
    expect(await send()).toMatchObject({
      ...{ status: 503, body: { code: 'phone.refused', details: { reason: '45003' } } },
    });
    toy.refusal = null;
    for (let n = 1; n < 20; n += 1) expect((await send()).status).toBe(204);
    expect(await send()).toMatchObject({ status: 429, body: { code: 'limit.tests' } });
  });

  test('says nothing of the account', async () => {
    const { ann: asAnn, link, article } = desk();
    await link(ann.id, 'oSECRET');
    const answers = [
      await asAnn('get', '/api/phone'),
      await asAnn('post', `/api/articles/${article.id}/tests`),
      await asAnn('post', '/api/phone/links'),
    ];
    expect(JSON.stringify(answers.map(({ body, headers }) => [body, headers]))).not.toContain('oSECRET');
  });
});
