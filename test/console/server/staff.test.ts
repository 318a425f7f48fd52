import { describe, expect, test } from '@jest/globals';
import { consoleLine, refusal } from './console.js';

async function office() {
  const line = consoleLine();
  const root = await line.hire('Root', 'administrator');
  const ann = await line.hire('Ann', 'editor');
  const cookie = await line.enter(root.me);
  const setRoles = (id: string, body: unknown) => line.ask('put', `/api/staff/${id}/roles`, { cookie, body });
  const end = (id: string) => line.ask('post', `/api/staff/${id}/end`, { cookie });
  return { ...line, root, ann, cookie, setRoles, end };
}
const shown = (me: object) => ({ ...me, state: 'active', createdOn: '2026-11-22' });
const last = refusal(409, 'staff.last_administrator');
const nobody = 'f'.repeat(32);

describe('GET /api/staff', () => {
  test('lists exactly what others may know, by name', async () => {
    const { ask, cookie, root, ann } = await office();
    const { status, body } = await ask('get', '/api/staff', { cookie });
    expect([status, body]).toEqual([200, { items: [shown(ann.me), shown(root.me)], nextCursor: null }]);
  });

  test('goes page by page', async () => {
    const { ask, cookie, root, ann } = await office();
    const first = await ask('get', '/api/staff?limit=1', { cookie });
    expect(first.body).toEqual({ items: [shown(ann.me)], nextCursor: ann.me.id });
    const second = await ask('get', `/api/staff?limit=1&cursor=${ann.me.id}`, { cookie });
    expect(second.body).toEqual({ items: [shown(root.me)], nextCursor: null });
  });

  test('refuses unknown fields', async () => {
    const { ask, cookie } = await office();
    const { status, body } = await ask('get', '/api/staff?state=ended', { cookie });
    const details = { fields: { state: ['whitelistValidation'] } };
    expect({ status, body }).toEqual(refusal(422, 'request.invalid', details));
  });
});

describe('PUT /api/staff/:id/roles', () => {
  test('gives these roles, which hold from the next request on', async () => {
    const { ask, enter, setRoles, ann } = await office();
    const theirs = await enter(ann.me);
    expect((await ask('get', '/api/audit/head', { cookie: theirs })).status).toBe(403);
    const { status, body } = await setRoles(ann.me.id, { roles: ['auditor'] });
    expect([status, body]).toEqual([200, shown({ ...ann.me, roles: ['auditor'] })]);
    expect((await ask('get', '/api/audit/head', { cookie: theirs })).status).toBe(200);
  });

  test('refuses to take the role of the last administrator', async () => {
    const { setRoles, root } = await office();
    const { status, body } = await setRoles(root.me.id, { roles: ['editor'] });
    expect({ status, body }).toEqual(last);
  });

  test('finds nobody under an id that is none', async () => {
    const { setRoles } = await office();
    const { status, body } = await setRoles(nobody, { roles: ['editor'] });
    expect({ status, body }).toEqual(refusal(404, 'staff.unknown'));
  });

  test.each([
    [{}, 'roles'],
    [{ roles: [] }, 'roles'],
    [{ roles: ['root'] }, 'roles'],
    [{ roles: ['editor'], name: 'Eve' }, 'name'],
  ])('refuses %j', async (body, field) => {
    const { setRoles, ann } = await office();
    const answer = await setRoles(ann.me.id, body);
    const details = { fields: { [field]: expect.any(Array) as unknown } };
    expect({ status: answer.status, body: answer.body }).toEqual(refusal(422, 'request.invalid', details));
  });
});

describe('POST /api/staff/:id/end', () => {
  test('ends the account and its sessions at once', async () => {
    const { ask, enter, end, ann } = await office();
    const theirs = await enter(ann.me);
    const { status, body } = await end(ann.me.id);
    expect([status, body]).toEqual([200, { ...shown(ann.me), state: 'ended' }]);
    expect((await ask('get', '/api/session', { cookie: theirs })).status).toBe(401);
  });

  test('refuses to end the last administrator', async () => {
    const { end, root } = await office();
    const { status, body } = await end(root.me.id);
    expect({ status, body }).toEqual(last);
  });

  test('finds nobody under an id that is none', async () => {
    const { end } = await office();
    const { status, body } = await end(nobody);
    expect({ status, body }).toEqual(refusal(404, 'staff.unknown'));
  });
});
