import { describe, expect, test } from '@jest/globals';
import { isDomainError } from '../../../domain/errors.js';
import { memoryStaff } from '../../support/fakes/staff.js';
import { staffLine } from '../../support/staff-line.js';
import { person } from '../../support/staff-people.js';

const hours = (n: number): number => 3_600_000 * n;
const gone = { code: 'invitation.gone' };

async function invited() {
  const line = staffLine();
  const root = await line.hire('Root', 'administrator');
  const link = await line.invite(root.me, ['auditor', 'editor']);
  const bob = person('Bob');
  const accept = (wrong: Partial<Parameters<typeof line.acceptInvitation>[0]> = {}) =>
    line.acceptInvitation({
      ...{ secret: link.secret, name: 'Bob', credentials: line.credentialsOf(bob) },
      ...wrong,
    });
  return { ...line, root, link, bob, accept };
}

describe('an invitation', () => {
  test('is good for 72 hours, and each role that it offers is written down before', async () => {
    const { link, clock, root, acts, openInvitation } = await invited();
    expect(link.endsAt).toBe(clock.now() + hours(72));
    expect(acts()).toEqual([
      [root.me.id, 'invitation.offer_editor', `invitation:${link.id}`],
      [root.me.id, 'invitation.offer_auditor', `invitation:${link.id}`],
    ]);
    const { invitation, account } = await openInvitation(link.secret);
    expect([invitation.roles, invitation.kind, account]).toEqual([['editor', 'auditor'], 'join', null]);
    clock.advance(hours(72) - 1);
    await expect(openInvitation(link.secret)).resolves.toBeDefined();
    clock.advance(1);
    await expect(openInvitation(link.secret)).rejects.toMatchObject(gone);
  });

  test('makes an account with its roles and signs in, once', async () => {
    const { accept, acts, staff, link, readSession, clock, listInvitations } = await invited();
    const { me, secret } = await accept();
    expect(me).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      name: 'Bob',
      roles: ['editor', 'auditor'],
    });
    expect(await staff.byId(me.id)).toMatchObject({
      ...{ name: 'Bob', foldedName: 'bob', state: 'active', createdDay: '2027-01-04', revision: 1 },
      totpStep: Math.floor(clock.now() / 30_000),
    });
    expect((await readSession(secret, { quiet: true })).me).toEqual(me);
    expect(acts().slice(2)).toEqual([
      [me.id, 'invitation.accept', `invitation:${link.id}`],
      [me.id, 'session.begin', expect.stringMatching(/^session:/)],
    ]);
    expect(await listInvitations()).toEqual([]);
    await expect(accept({ name: 'Cid' })).rejects.toMatchObject(gone);
  });

  test('lets somebody sign in with what they set, but not with the code that came along', async () => {
    const { accept, bob, signIn, clock } = await invited();
    const { me } = await accept();
    await expect(signIn(bob)).rejects.toMatchObject({ code: 'session.refused' });
    clock.advance(30_000);
    expect((await signIn(bob)).me).toEqual(me);
  });

  test('is accepted by one of many at the same moment', async () => {
    const { accept, staff } = await invited();
    const names = ['Bob', 'Cid', 'Dan'];
    const tries = await Promise.allSettled(names.map((name) => accept({ name })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await staff.all()).toHaveLength(2);
  });

  test.each([
    ['a wrong code', { code: '000000' }, 'Bob', 'staff.code_wrong'],
    ['a taken name', {}, ' ROOT', 'staff.name_taken'],
    ['a name that is none', {}, '<b>', 'request.invalid'],
  ])('with %s stays unused', async (_what, wrong, name, code) => {
    const { accept, bob, credentialsOf, acts } = await invited();
    const credentials = { ...credentialsOf(bob), ...wrong };
    await expect(accept({ name, credentials })).rejects.toMatchObject({ code });
    expect(acts()).toHaveLength(2);
    await expect(accept()).resolves.toBeDefined();
  });

  test('whose name was taken at the same moment is as good as before', async () => {
    const memory = memoryStaff();
    const staff = { ...memory, byName: async () => null };
    const line = staffLine({ staff });
    const root = await line.hire('Root', 'administrator');
    const { secret } = await line.invite(root.me, ['editor']);
    const credentials = line.credentialsOf(person('Bob'));
    const taken = line.acceptInvitation({ secret, name: 'Root', credentials });
    await expect(taken).rejects.toMatchObject({ code: 'staff.name_taken' });
    expect((await line.acceptInvitation({ secret, name: 'Bob', credentials })).me.name).toBe('Bob');
  });

  test.each(['', 'x', 'A'.repeat(43)])('of the secret %j is gone', async (secret) => {
    const { accept, openInvitation } = await invited();
    await expect(openInvitation(secret)).rejects.toMatchObject(gone);
    await expect(accept({ secret })).rejects.toMatchObject(gone);
  });

  test('is listed until it is used, ended or over, the latest first', async () => {
    const { root, link, invite, listInvitations, endInvitation, acts, clock, accept } = await invited();
    clock.advance(1000);
    const later = await invite(root.me, ['editor']);
    expect((await listInvitations()).map(({ id }) => id)).toEqual([later.id, link.id]);
    await endInvitation(root.me, link.id);
    expect(acts().at(-1)).toEqual([root.me.id, 'invitation.end', `invitation:${link.id}`]);
    expect((await listInvitations()).map(({ id }) => id)).toEqual([later.id]);
    await expect(accept()).rejects.toMatchObject(gone);
    clock.advance(hours(72));
    expect(await listInvitations()).toEqual([]);
    await expect(endInvitation(root.me, later.id)).rejects.toMatchObject(gone);
  });
});

describe('the first link', () => {
  async function first() {
    const line = staffLine();
    const link = await line.firstLink();
    const join = (secret = link?.secret ?? '', name = 'Root') =>
      line.acceptInvitation({ secret, name, credentials: line.credentialsOf(person(name)) });
    return { ...line, link, join };
  }

  test('makes the first administrator, within an hour', async () => {
    const { link, join, clock, openInvitation, acts } = await first();
    expect(link?.endsAt).toBe(clock.now() + hours(1));
    expect(acts()).toEqual([['host', 'invitation.offer_administrator', 'invitation:first']]);
    expect((await openInvitation(link?.secret ?? '')).invitation.kind).toBe('first');
    expect((await join()).me.roles).toEqual(['administrator']);
  });

  test('is over after an hour', async () => {
    const { join, clock } = await first();
    clock.advance(hours(1));
    await expect(join()).rejects.toMatchObject(gone);
  });

  test('ends the earlier one that was not used', async () => {
    const { join, firstLink } = await first();
    const second = await firstLink();
    await expect(join()).rejects.toMatchObject(gone);
    expect((await join(second?.secret)).me.name).toBe('Root');
  });

  test('is made only while there is no staff, and works only then', async () => {
    const { join, firstLink, hire } = await first();
    await hire('Somebody', 'editor');
    expect(await firstLink()).toBeNull();
    await expect(join()).rejects.toMatchObject(gone);
  });

  test('accepted by two at the same moment makes one administrator', async () => {
    const { join, staff } = await first();
    const both = await Promise.allSettled([join(), join(undefined, 'Other')]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await staff.all()).toHaveLength(1);
  });
});

describe('a reset by the host', () => {
  async function reset() {
    const line = staffLine();
    const ann = await line.hire('Ann', 'editor', 'administrator');
    const session = await line.signIn(ann);
    const link = await line.resetAccount(' ANN ');
    const anew = person('Ann', 2);
    const accept = (name = 'ann') =>
      line.acceptInvitation({ secret: link.secret, name, credentials: line.credentialsOf(anew) });
    return { ...line, ann, anew, session, link, accept };
  }

  test('ends the sessions at once, is written down as the host, and is good for an hour', async () => {
    const { ann, link, session, readSession, acts, clock, accept } = await reset();
    const ended = readSession(session.secret, { quiet: true });
    await expect(ended).rejects.toMatchObject({ code: 'session.required' });
    expect(acts().at(-1)).toEqual(['host', 'staff.reset', `staff:${ann.me.id}`]);
    expect(link.endsAt).toBe(clock.now() + hours(1));
    clock.advance(hours(1));
    await expect(accept()).rejects.toMatchObject(gone);
  });

  test('keeps id, name and roles, and replaces all that one signs in with', async () => {
    const { ann, anew, accept, signIn, clock, staff, openInvitation, link } = await reset();
    expect((await openInvitation(link.secret)).account?.name).toBe('Ann');
    const { me } = await accept();
    expect(me).toEqual({ id: ann.me.id, name: 'Ann', roles: ['editor', 'administrator'] });
    expect(await staff.all()).toHaveLength(1);
    clock.advance(30_000);
    await expect(signIn(ann)).rejects.toMatchObject({ code: 'session.refused' });
    expect((await signIn(anew)).me).toEqual(me);
    await expect(accept()).rejects.toMatchObject(gone);
  });

  test('ends what began with the old passphrase meanwhile', async () => {
    const { ann, accept, signIn, clock, readSession } = await reset();
    clock.advance(30_000);
    const old = await signIn(ann);
    await accept();
    const ended = readSession(old.secret, { quiet: true });
    await expect(ended).rejects.toMatchObject({ code: 'session.required' });
  });

  test('under another name than the account has is refused, and stays unused', async () => {
    const { accept } = await reset();
    const error: unknown = await accept('Bob').catch((thrown: unknown) => thrown);
    expect(isDomainError(error) && error.details).toEqual({ fields: { name: ['isNameOfAccount'] } });
    await expect(accept('Ann')).resolves.toBeDefined();
  });

  test('made again ends the earlier link', async () => {
    const { resetAccount, accept } = await reset();
    await resetAccount('Ann');
    await expect(accept()).rejects.toMatchObject(gone);
  });

  test('does not bring an account back that ended, before the link or after', async () => {
    const { hire, endAccount, resetAccount, accept, ann } = await reset();
    const root = await hire('Root', 'administrator');
    await endAccount(root.me, ann.me.id);
    await expect(accept()).rejects.toMatchObject(gone);
    for (const name of ['Ann', 'Nobody'])
      await expect(resetAccount(name)).rejects.toMatchObject({ code: 'staff.unknown' });
  });
});
