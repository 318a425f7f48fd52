import { describe, expect, test } from '@jest/globals';
import { staffLine } from '../../support/staff-line.js';

const minutes = (n: number): number => 60_000 * n;
const required = { code: 'session.required' };

async function signedIn() {
  const line = staffLine();
  const ann = await line.hire('Ann', 'editor');
  const { secret } = await line.signIn(ann);
  const read = (quiet = false) => line.readSession(secret, { quiet });
  return { ...line, ann, secret, read };
}

describe('a session', () => {
  test('says who is signed in, with the roles of this moment', async () => {
    const { read, ann, staff } = await signedIn();
    expect((await read()).me).toEqual(ann.me);
    const member = await staff.byId(ann.me.id);
    if (member !== null)
      await staff.replace({ ...member, roles: ['auditor'], revision: member.revision + 1 });
    expect((await read()).me.roles).toEqual(['auditor']);
  });

  test('ends when nobody was there for thirty minutes', async () => {
    const { read, clock } = await signedIn();
    clock.advance(minutes(30) - 1);
    await expect(read(true)).resolves.toBeDefined();
    clock.advance(1);
    await expect(read()).rejects.toMatchObject(required);
  });

  test('is renewed by every request but a quiet one', async () => {
    const { read, clock } = await signedIn();
    clock.advance(minutes(20));
    expect((await read()).session.endsAt).toBe(clock.now() + minutes(30));
    clock.advance(minutes(20));
    expect((await read(true)).session.endsAt).toBe(clock.now() + minutes(10));
    clock.advance(minutes(10));
    await expect(read()).rejects.toMatchObject(required);
  });

  test('is not written anew by each of many requests', async () => {
    const { read, clock } = await signedIn();
    const { endsAt } = (await read()).session;
    clock.advance(14_999);
    expect((await read()).session.endsAt).toBe(endsAt);
    clock.advance(1);
    expect((await read()).session.endsAt).toBe(endsAt + 15_000);
  });

  test('ends after twelve hours, whatever happens', async () => {
    const { read, clock } = await signedIn();
    for (let n = 0; n < 35; n += 1) {
      clock.advance(minutes(20));
      await read();
    }
    clock.advance(minutes(19));
    expect((await read()).session.endsAt).toBe(clock.now() + minutes(1));
    clock.advance(minutes(1));
    await expect(read()).rejects.toMatchObject(required);
  });

  test('of an account that ended opens nothing, also where it is still stored', async () => {
    const { read, ann, staff } = await signedIn();
    const member = await staff.byId(ann.me.id);
    if (member !== null) await staff.replace({ ...member, state: 'ended', revision: member.revision + 1 });
    await expect(read()).rejects.toMatchObject(required);
  });

  test.each(['', 'x', 'A'.repeat(43)])('with the secret %j is none', async (secret) => {
    const { readSession } = await signedIn();
    await expect(readSession(secret, { quiet: false })).rejects.toMatchObject(required);
  });

  test('is not found by its own hash', async () => {
    const { readSession, vault, secret } = await signedIn();
    const hash = vault.hashSecret(secret) ?? '';
    await expect(readSession(hash, { quiet: false })).rejects.toMatchObject(required);
  });
});

describe("one's own sessions", () => {
  async function two() {
    const first = await signedIn();
    first.clock.advance(minutes(1));
    const second = await first.signIn(first.ann);
    const ids = [first.secret, second.secret].map((secret) => first.vault.hashSecret(secret) ?? '');
    return { ...first, ids };
  }

  test('are listed, the latest first, without those that ended', async () => {
    const { listSessions, ann, ids, clock } = await two();
    expect((await listSessions(ann.me)).map(({ id }) => id)).toEqual([...ids].reverse());
    clock.advance(minutes(29));
    expect((await listSessions(ann.me)).map(({ id }) => id)).toEqual([ids[1]]);
  });

  test('are ended one by one, written down before', async () => {
    const { listSessions, endSession, ann, ids, acts, read } = await two();
    await endSession(ann.me, ids[0] ?? '');
    expect((await listSessions(ann.me)).map(({ id }) => id)).toEqual([ids[1]]);
    await expect(read()).rejects.toMatchObject(required);
    expect(acts().at(-1)).toEqual([ann.me.id, 'session.end', `session:${ids[0]}`]);
  });

  test('are the only ones that one ends', async () => {
    const { endSession, hire, ids, acts, sessions } = await two();
    const bob = await hire('Bob', 'administrator');
    const before = acts().length;
    for (const id of [ids[0] ?? '', '', 'none'])
      await expect(endSession(bob.me, id)).rejects.toMatchObject({ code: 'request.not_found' });
    expect(await sessions.byId(ids[0] ?? '')).not.toBeNull();
    expect(acts()).toHaveLength(before);
  });
});
