/** Invitations, the first administrator, a reset by the host. */
import { describe, expect, test } from '@jest/globals';
import { joinLink } from '../../../console/server/join-link.js';
import { person } from '../../support/staff-people.js';
import { consoleLine, cookieOf, refusal, url } from './console.js';

const id = expect.stringMatching(/^[0-9a-f]{32}$/) as unknown;
const bob = person('Bob');

async function withRoot() {
  const line = consoleLine();
  const root = await line.hire('Root', 'administrator');
  const cookie = await line.enter(root.me);
  const invite = async (body: unknown = { roles: ['editor'] }) =>
    line.ask('post', '/api/invitations', { cookie, body });
  const secretOf = (answer: { readonly body: unknown }) =>
    String((answer.body as { link?: unknown }).link).split('/join/')[1] ?? '';
  const open = (secret: unknown) => line.ask('post', '/api/invitations/open', { body: { secret } });
  const accept = (secret: string, changes: object = {}) =>
    line.ask('post', '/api/invitations/accept', {
      body: { secret, name: 'Bob', ...line.joining(bob), ...changes },
    });
  return { ...line, root, cookie, invite, secretOf, open, accept };
}

describe('POST /api/invitations', () => {
  test('makes a link whose secret stands behind #', async () => {
    const { invite } = await withRoot();
    const { status, body } = await invite();
    expect([status, body]).toEqual([
      201,
      {
        id,
        link: expect.stringMatching(/^http:\/\/127\.0\.0\.1:3001\/#\/join\/[\w-]{43}$/),
        endsAt: '2027-01-07T09:00:00.000Z',
      },
    ]);
    expect(joinLink(url, 'secret')).toBe(`${url}/#/join/secret`);
  });

  test.each([
    [{}, 'roles'],
    [{ roles: [] }, 'roles'],
    [{ roles: ['root'] }, 'roles'],
    [{ roles: ['editor', 'editor'] }, 'roles'],
    [{ roles: 'editor' }, 'roles'],
    [{ roles: ['editor'], hours: 1 }, 'hours'],
  ])('refuses %j', async (body, field) => {
    const { invite, acts } = await withRoot();
    const details = { fields: { [field]: expect.any(Array) as unknown } };
    const answer = await invite(body);
    expect({ status: answer.status, body: answer.body }).toEqual(refusal(422, 'request.invalid', details));
    expect(acts()).toEqual([]);
  });
});

describe('GET /api/invitations', () => {
  test('lists exactly what an administrator has to know', async () => {
    const { ask, cookie, invite, root } = await withRoot();
    await invite({ roles: ['auditor', 'editor'] });
    const { status, body } = await ask('get', '/api/invitations', { cookie });
    expect([status, body]).toEqual([
      200,
      {
        items: [
          {
            ...{ id, roles: ['editor', 'auditor'], createdBy: { id: root.me.id, name: 'Root' } },
            ...{ createdAt: '2027-01-04T09:00:00.000Z', endsAt: '2027-01-07T09:00:00.000Z' },
          },
        ],
        nextCursor: null,
      },
    ]);
  });

  test('goes page by page', async () => {
    const { ask, cookie, invite, clock } = await withRoot();
    for (let n = 0; n < 3; n += 1) {
      await invite();
      clock.advance(1000);
    }
    const page = async (query: string) =>
      (await ask('get', `/api/invitations?limit=2${query}`, { cookie })).body as {
        items: readonly { id: string }[];
        nextCursor: string | null;
      };
    const first = await page('');
    expect([first.items.length, first.nextCursor]).toEqual([2, first.items[1]?.id]);
    const second = await page(`&cursor=${first.nextCursor ?? ''}`);
    expect([second.items.length, second.nextCursor]).toEqual([1, null]);
    expect(new Set([...first.items, ...second.items].map((one) => one.id)).size).toBe(3);
  });

  test.each(['limit=0', 'limit=201', 'limit=x', 'limit=1.5', 'cursor=', 'all=1'])(
    'with the query %s',
    async (query) => {
      const { ask, cookie } = await withRoot();
      const { status } = await ask('get', `/api/invitations?${query}`, { cookie });
      expect(status).toBe(query === 'cursor=' ? 200 : 422);
    },
  );
});

describe('DELETE /api/invitations/:id', () => {
  test('ends it: the link opens nothing', async () => {
    const { ask, cookie, invite, secretOf, open } = await withRoot();
    const made = await invite();
    const path = `/api/invitations/${(made.body as { id: string }).id}`;
    expect((await ask('delete', path, { cookie })).status).toBe(204);
    const { status, body } = await open(secretOf(made));
    expect({ status, body }).toEqual(refusal(404, 'invitation.gone'));
    const again = await ask('delete', path, { cookie });
    expect({ status: again.status, body: again.body }).toEqual(refusal(404, 'invitation.gone'));
  });
});

describe('POST /api/invitations/open', () => {
  test('says exactly what the link is for, and uses nothing up', async () => {
    const { invite, secretOf, open } = await withRoot();
    const secret = secretOf(await invite());
    for (let n = 0; n < 2; n += 1) {
      const { status, body } = await open(secret);
      expect([status, body]).toEqual([
        200,
        { roles: ['editor'], first: false, endsAt: '2027-01-07T09:00:00.000Z' },
      ]);
    }
  });

  test('of the first link says that it is', async () => {
    const { firstLink, ask } = consoleLine();
    const secret = (await firstLink())?.secret;
    const { body } = await ask('post', '/api/invitations/open', { body: { secret } });
    expect(body).toEqual({ roles: ['administrator'], first: true, endsAt: '2027-01-04T10:00:00.000Z' });
  });

  test('of a reset says whose', async () => {
    const { resetAccount, open } = await withRoot();
    const { secret } = await resetAccount('root');
    expect((await open(secret)).body).toEqual({
      ...{ roles: ['administrator'], first: false, endsAt: '2027-01-04T10:00:00.000Z', name: 'Root' },
    });
  });

  test.each([
    ['', 404],
    ['x', 404],
    ['A'.repeat(43), 404],
    ['x'.repeat(201), 422],
    [1, 422],
    [undefined, 422],
  ])('of the secret %j answers %i', async (secret, status) => {
    const { open } = await withRoot();
    expect((await open(secret)).status).toBe(status);
  });

  test('refuses unknown fields', async () => {
    const { ask } = await withRoot();
    const body = { secret: 'x', more: 1 };
    const answer = await ask('post', '/api/invitations/open', { body });
    expect(answer.body).toMatchObject({ details: { fields: { more: ['whitelistValidation'] } } });
  });
});

describe('POST /api/invitations/accept', () => {
  test('makes the account and signs in', async () => {
    const { invite, secretOf, accept, ask } = await withRoot();
    const answer = await accept(secretOf(await invite({ roles: ['auditor'] })));
    const me = { id, name: 'Bob', roles: ['auditor'], may: ['staff.list', 'audit.read'] };
    expect([answer.status, answer.body]).toEqual([201, { me }]);
    const session = await ask('get', '/api/session', { cookie: cookieOf(answer) });
    expect(session.body).toMatchObject({ me });
  });

  test.each([
    ['a link that is gone', { secret: 'A'.repeat(43) }, 404, 'invitation.gone'],
    ['a taken name', { name: ' ROOT ' }, 409, 'staff.name_taken'],
    ['a wrong code', { code: '000000' }, 422, 'staff.code_wrong'],
  ])('refuses %s', async (_what, changes, status, code) => {
    const { invite, secretOf, accept, staff } = await withRoot();
    const answer = await accept(secretOf(await invite()), changes);
    expect({ status: answer.status, body: answer.body }).toEqual(refusal(status, code));
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(await staff.all()).toHaveLength(1);
  });

  test('refuses a name that is none by its field', async () => {
    const { invite, secretOf, accept } = await withRoot();
    const { status, body } = await accept(secretOf(await invite()), { name: '<script>' });
    const details = { fields: { name: ['isName'] } };
    expect({ status, body }).toEqual(refusal(422, 'request.invalid', details));
  });

  test.each([
    ['name', ''],
    ['auth', 'short'],
    ['totpSecret', 'A'.repeat(31)],
    ['totpSecret', 'a'.repeat(32)],
    ['code', '12345a'],
    ['recovery', undefined],
    ['roles', ['administrator']],
  ])('refuses a body whose %s is %j', async (field, value) => {
    const { invite, secretOf, accept, staff } = await withRoot();
    const { status, body } = await accept(secretOf(await invite()), { [field]: value });
    const details = { fields: { [field]: expect.any(Array) as unknown } };
    expect({ status, body }).toEqual(refusal(422, 'request.invalid', details));
    expect(await staff.all()).toHaveLength(1);
  });

  test('of a reset wants the name of the account', async () => {
    const { resetAccount, accept, root } = await withRoot();
    const { secret } = await resetAccount('Root');
    const { status, body } = await accept(secret);
    const details = { fields: { name: ['isNameOfAccount'] } };
    expect({ status, body }).toEqual(refusal(422, 'request.invalid', details));
    const answer = await accept(secret, { name: 'Root' });
    expect([answer.status, answer.body]).toMatchObject([201, { me: root.me }]);
  });
});
