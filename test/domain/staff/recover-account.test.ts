import { describe, expect, test } from '@jest/globals';
import type { Started } from '../../../domain/staff/staff.js';
import { memoryStaff } from '../../support/fakes/staff.js';
import { staffLine } from '../../support/staff-line.js';
import { person } from '../../support/staff-people.js';

const refused = { code: 'session.refused' };

async function annWithASession() {
  const line = staffLine();
  const ann = await line.hire('Ann', 'editor');
  const { secret } = await line.signIn(ann);
  const anew = person('Ann', 2);
  const recover = (wrong: Partial<Parameters<typeof line.recoverAccount>[0]> = {}) =>
    line.recoverAccount({
      ...{ name: 'Ann', recovery: ann.recovery, network: 'here' },
      credentials: line.credentialsOf(anew),
      ...wrong,
    });
  return { ...line, ann, anew, secret, recover };
}

describe('the recovery code', () => {
  test('sets all three anew, signs in, and is used up', async () => {
    const { recover, ann, anew, signIn, clock } = await annWithASession();
    expect((await recover()).me).toEqual(ann.me);
    await expect(recover()).rejects.toMatchObject(refused);
    clock.advance(30_000);
    await expect(signIn(ann)).rejects.toMatchObject(refused);
    await expect(signIn(ann, { code: anew.code(clock.now()) })).rejects.toMatchObject(refused);
    await expect(signIn(anew, { auth: ann.auth })).rejects.toMatchObject(refused);
    clock.advance(60_000);
    expect((await signIn(anew)).me).toEqual(ann.me);
  });

  test('ends every other session, and is written down before', async () => {
    const { recover, ann, secret, readSession, listSessions, acts } = await annWithASession();
    const begun = await recover();
    await expect(readSession(secret, { quiet: true })).rejects.toMatchObject({ code: 'session.required' });
    expect((await readSession(begun.secret, { quiet: true })).me).toEqual(ann.me);
    expect(await listSessions(ann.me)).toHaveLength(1);
    expect(acts().map(([, act]) => act)).toEqual(['session.begin', 'staff.recover', 'session.begin']);
    expect(acts()[1]).toEqual([ann.me.id, 'staff.recover', `staff:${ann.me.id}`]);
  });

  test('the code that came with the new second factor is used by that', async () => {
    const { recover, anew, signIn } = await annWithASession();
    await recover();
    await expect(signIn(anew)).rejects.toMatchObject(refused);
  });

  test('with the next one the account is recovered again', async () => {
    const { recover, anew, credentialsOf, ann } = await annWithASession();
    await recover();
    const third = credentialsOf(person('Ann', 3));
    expect((await recover({ recovery: anew.recovery, credentials: third })).me).toEqual(ann.me);
  });

  test('that is wrong, for nobody, or with a wrong code, changes nothing', async () => {
    const { recover, ann, anew, credentialsOf, staff, pauses, listSessions } = await annWithASession();
    const before = await staff.all();
    const wrong = [
      { recovery: anew.recovery },
      { name: 'Nobody' },
      { credentials: { ...credentialsOf(anew), code: '000000' } },
    ];
    for (const one of wrong) await expect(recover(one)).rejects.toMatchObject(refused);
    expect(pauses).toEqual([500, 500, 500]);
    expect(await staff.all()).toEqual(before);
    expect(await listSessions(ann.me)).toHaveLength(1);
  });

  test('of an account that ended recovers nothing', async () => {
    const { recover, ann, endAccount } = await annWithASession();
    await endAccount(ann.me, ann.me.id);
    await expect(recover()).rejects.toMatchObject(refused);
  });

  test('used by two at the same moment works for one', async () => {
    const { recover, listSessions, ann } = await annWithASession();
    const both = await Promise.allSettled([recover(), recover()]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await listSessions(ann.me)).toHaveLength(1);
  });
});

test('a sign-in with the old passphrase at the moment of a recovery does not outlive it', async () => {
  const memory = memoryStaff();
  let meanwhile: () => Promise<unknown> = () => Promise.resolve();
  const line = staffLine({
    staff: {
      ...memory,
      replace: async (member) => {
        await meanwhile();
        return memory.replace(member);
      },
    },
  });
  const ann = await line.hire('Ann', 'editor');
  const outcomes: (Started | Error)[] = [];
  meanwhile = async () => {
    outcomes.push(await line.signIn(ann).catch((error: unknown) => new Error('refused', { cause: error })));
  };
  const recovery = line.recoverAccount({
    ...{ name: 'Ann', recovery: ann.recovery, network: 'here' },
    credentials: line.credentialsOf(person('Ann', 2)),
  });
  const { secret } = await recovery;
  const old = outcomes.find((outcome): outcome is Started => !(outcome instanceof Error));
  expect(old?.me).toEqual(ann.me);
  const read = line.readSession(old?.secret ?? '', { quiet: true });
  await expect(read).rejects.toMatchObject({ code: 'session.required' });
  expect((await line.readSession(secret, { quiet: true })).me).toEqual(ann.me);
});
