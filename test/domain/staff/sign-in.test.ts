import { describe, expect, test } from '@jest/globals';
import { DomainError, isDomainError } from '../../../domain/errors.js';
import { memoryStaff } from '../../support/fakes/staff.js';
import { once, withFaults } from '../../support/fakes/faults.js';
import { staffLine } from '../../support/staff-line.js';
import { person } from '../../support/staff-people.js';

const refused = { code: 'session.refused' };

describe('signing in', () => {
  test('with name, passphrase and code begins a session, written down before', async () => {
    const line = staffLine();
    const ann = await line.hire('Ann', 'editor');
    const { me, secret } = await line.signIn(ann);
    expect(me).toEqual({ id: ann.me.id, name: 'Ann', roles: ['editor'] });
    const id = line.vault.hashSecret(secret) ?? '';
    expect(await line.sessions.byId(id)).toEqual({
      ...{ id, staffId: me.id, startedAt: line.clock.now(), seenAt: line.clock.now() },
      endsAt: line.clock.now() + 30 * 60_000,
    });
    expect(line.acts()).toEqual([[me.id, 'session.begin', `session:${id}`]]);
    expect(line.pauses).toEqual([]);
  });

  test.each(['ann', '  ANN ', 'Ａｎｎ'])('the name may be typed as %j', async (name) => {
    const line = staffLine();
    const ann = await line.hire('Ann', 'editor');
    expect((await line.signIn(ann, { name })).me.name).toBe('Ann');
  });

  test('when the log cannot be written there is no session', async () => {
    const record = () => Promise.reject(new DomainError('storage.unavailable'));
    const line = staffLine({ record });
    const ann = await line.hire('Ann', 'editor');
    await expect(line.signIn(ann)).rejects.toMatchObject({ code: 'storage.unavailable' });
    expect(await line.sessions.of(ann.me.id)).toEqual([]);
  });

  test('what is wrong is refused the same way, and at the same step of time', async () => {
    const line = staffLine();
    const ann = await line.hire('Ann', 'editor');
    const old = await line.hire('Old', 'editor');
    await line.endAccount({ ...ann.me, roles: ['administrator'] }, old.me.id);
    const wrong = [
      { name: 'Nobody' },
      { auth: person('Ann', 2).auth },
      { code: person('Ann', 2).code(line.clock.now()) },
      { name: 'Old', auth: person('Old').auth, code: person('Old').code(line.clock.now()) },
    ];
    for (const one of wrong) {
      const error: unknown = await line.signIn(ann, one).catch((thrown: unknown) => thrown);
      expect(error).toEqual(new DomainError('session.refused'));
    }
    expect(line.pauses).toEqual([500, 500, 500, 500]);
    expect(await line.sessions.of(ann.me.id)).toEqual([]);
  });

  test('a refusal waits for the next whole step when looking took longer', async () => {
    const staff = memoryStaff();
    const line = staffLine({ staff });
    const slow = staffLine({
      ...{ clock: line.clock, pause: line.pause },
      staff: {
        ...staff,
        byName: async (name) => {
          line.clock.advance(730);
          return staff.byName(name);
        },
      },
    });
    await expect(slow.signIn(person('Nobody'))).rejects.toMatchObject(refused);
    expect(line.pauses).toEqual([270]);
  });

  test('a refusal of an account is written down once a minute, of a name that nobody has never', async () => {
    const line = staffLine();
    const ann = await line.hire('Ann', 'editor');
    const tries = async () => {
      for (const one of [{ code: '000000' }, { code: '000000' }, { name: 'Nobody' }])
        await expect(line.signIn(ann, one)).rejects.toMatchObject(refused);
    };
    await tries();
    expect(line.acts()).toEqual([[ann.me.id, 'session.refused', null]]);
    line.clock.advance(2 * 3_600_000);
    await tries();
    expect(line.acts()).toHaveLength(2);
  });

  test('a refusal that cannot be written down is a refusal all the same', async () => {
    const record = () => Promise.reject(new DomainError('storage.unavailable'));
    const line = staffLine({ record });
    const ann = await line.hire('Ann', 'editor');
    await expect(line.signIn(ann, { code: '000000' })).rejects.toMatchObject(refused);
  });

  test('a database that is away is no refusal, and counts as no failed try', async () => {
    const outcome = (trial: Promise<unknown>) =>
      trial.catch((error: unknown) => (isDomainError(error) ? error.code : 'another'));
    const away = Array.from({ length: 20 }, () => ['byName', 'before'] as const);
    const line = staffLine({ staff: withFaults(memoryStaff(), once(away)) });
    for (let n = 0; n < away.length; n += 1)
      expect(await outcome(line.signIn(person('Ann')))).toBe('storage.unavailable');
    await expect(line.signIn(person('Ann'))).rejects.toMatchObject(refused);
  });
});

describe('a code', () => {
  test('works once', async () => {
    const line = staffLine();
    const ann = await line.hire('Ann', 'editor');
    await line.signIn(ann);
    await expect(line.signIn(ann)).rejects.toMatchObject(refused);
    line.clock.advance(30_000);
    expect((await line.signIn(ann)).me.name).toBe('Ann');
  });

  test('works for one of many at the same moment, and the others leave no session', async () => {
    const line = staffLine();
    const ann = await line.hire('Ann', 'editor');
    const tries = await Promise.allSettled([1, 2, 3].map(() => line.signIn(ann)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await line.sessions.of(ann.me.id)).toHaveLength(1);
  });

  test('of the step before works after one that was used only if it is later', async () => {
    const line = staffLine();
    const ann = await line.hire('Ann', 'editor');
    const early = ann.code(line.clock.now() - 30_000);
    await line.signIn(ann);
    await expect(line.signIn(ann, { code: early })).rejects.toMatchObject(refused);
  });
});

test('an account that is given another passphrase meanwhile is not entered with the old one', async () => {
  const staff = memoryStaff();
  const line = staffLine({ staff });
  const ann = await line.hire('Ann', 'editor');
  const racing = staffLine({
    ...{ clock: line.clock, vault: line.vault, sessions: line.sessions },
    staff: {
      ...staff,
      useCode: async (member, step, totp) => {
        await staff.replace({ ...member, authHash: new Uint8Array(32), revision: member.revision + 1 });
        return staff.useCode(member, step, totp);
      },
    },
  });
  await expect(racing.signIn(ann)).rejects.toMatchObject(refused);
  expect(await line.sessions.of(ann.me.id)).toEqual([]);
});
