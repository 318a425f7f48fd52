import { describe, expect, test } from '@jest/globals';
import type { Role } from '../../../domain/access.js';
import { staffActs } from '../../../domain/staff/acts.js';
import { shownName, type StaffMember } from '../../../domain/staff/staff.js';
import { memoryStaff } from '../../support/fakes/staff.js';
import { staffLine } from '../../support/staff-line.js';

const last = { code: 'staff.last_administrator' };
const unknown = { code: 'staff.unknown' };

async function office() {
  const line = staffLine();
  const root = await line.hire('Root', 'administrator');
  const ann = await line.hire('Ann', 'editor', 'auditor');
  return { ...line, root, ann };
}

describe('changing roles', () => {
  test('writes down each role that somebody gets or loses, then gives these and no others', async () => {
    const { changeRoles, root, ann, acts, staff } = await office();
    const changed = await changeRoles(root.me, ann.me.id, ['supervisor', 'handler', 'editor', 'editor']);
    expect(changed.roles).toEqual(['editor', 'handler', 'supervisor']);
    expect((await staff.byId(ann.me.id))?.roles).toEqual(['editor', 'handler', 'supervisor']);
    expect(acts()).toEqual([
      [root.me.id, 'staff.grant_handler', `staff:${ann.me.id}`],
      [root.me.id, 'staff.grant_supervisor', `staff:${ann.me.id}`],
      [root.me.id, 'staff.withdraw_auditor', `staff:${ann.me.id}`],
    ]);
  });

  test('to the same ones writes nothing', async () => {
    const { changeRoles, root, ann, acts, staff } = await office();
    await changeRoles(root.me, ann.me.id, ['auditor', 'editor']);
    expect([acts(), (await staff.byId(ann.me.id))?.revision]).toEqual([[], 1]);
  });

  test('of nobody, or of an account that ended, is refused', async () => {
    const { changeRoles, endAccount, root, ann } = await office();
    await expect(changeRoles(root.me, 'f'.repeat(32), ['editor'])).rejects.toMatchObject(unknown);
    await endAccount(root.me, ann.me.id);
    await expect(changeRoles(root.me, ann.me.id, ['editor'])).rejects.toMatchObject(unknown);
  });

  test('is tried again when the account is written meanwhile, and written down once', async () => {
    const memory = memoryStaff();
    let meanwhile = 2;
    const staff = {
      ...memory,
      replace: async (member: StaffMember) => {
        meanwhile -= 1;
        return meanwhile < 0 && memory.replace(member);
      },
    };
    const line = staffLine({ staff });
    const root = await line.hire('Root', 'administrator');
    await line.changeRoles(root.me, (await line.hire('Ann', 'editor')).me.id, ['auditor']);
    expect(line.acts()).toHaveLength(2);
  });
});

describe('ending an account', () => {
  test('ends its sessions at once and keeps its name', async () => {
    const { endAccount, root, ann, signIn, readSession, acts, listStaff } = await office();
    const { secret } = await signIn(ann);
    expect((await endAccount(root.me, ann.me.id)).state).toBe('ended');
    const read = readSession(secret, { quiet: true });
    await expect(read).rejects.toMatchObject({ code: 'session.required' });
    expect(acts().at(-1)).toEqual([root.me.id, 'staff.end', `staff:${ann.me.id}`]);
    expect(await listStaff()).toEqual([
      { id: ann.me.id, name: 'Ann', roles: ['editor', 'auditor'], state: 'ended', createdDay: '2026-11-22' },
      { id: root.me.id, name: 'Root', roles: ['administrator'], state: 'active', createdDay: '2026-11-22' },
    ]);
  });

  test('twice is once, and of nobody is refused', async () => {
    const { endAccount, root, ann, acts } = await office();
    await endAccount(root.me, ann.me.id);
    expect((await endAccount(root.me, ann.me.id)).state).toBe('ended');
    expect(acts()).toHaveLength(1);
    await expect(endAccount(root.me, 'f'.repeat(32))).rejects.toMatchObject(unknown);
  });
});

describe('one administrator stays', () => {
  test('the last one neither ends nor loses the role', async () => {
    const { changeRoles, endAccount, root, acts } = await office();
    await expect(endAccount(root.me, root.me.id)).rejects.toMatchObject(last);
    await expect(changeRoles(root.me, root.me.id, ['editor'])).rejects.toMatchObject(last);
    expect(acts()).toEqual([]);
    expect((await changeRoles(root.me, root.me.id, ['editor', 'administrator'])).roles).toHaveLength(2);
  });

  test('an ended one does not count', async () => {
    const { changeRoles, endAccount, hire, root } = await office();
    const second = await hire('Second', 'administrator');
    await endAccount(root.me, second.me.id);
    await expect(endAccount(root.me, root.me.id)).rejects.toMatchObject(last);
    await expect(changeRoles(root.me, root.me.id, ['editor'])).rejects.toMatchObject(last);
  });

  /** Calls take turns in an order drawn from the seed, so that every run meets other moments. */
  function jumbled(seed: number) {
    let state = seed;
    const draw = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
    const memory = memoryStaff();
    const later = <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) => {
      return async (...args: A): Promise<R> => {
        for (let turns = (draw() >> 8) % 6; turns > 0; turns -= 1) await Promise.resolve();
        return call(...args);
      };
    };
    return {
      ...memory,
      byId: later((id: string) => memory.byId(id)),
      all: later(() => memory.all()),
      replace: later((member: StaffMember) => memory.replace(member)),
    };
  }

  test.each([2, 3, 4])('whatever %i of them do to one another at the same moment', async (count) => {
    const left: number[] = [];
    for (let seed = 1; seed <= 100; seed += 1) {
      const line = staffLine({ staff: jumbled(seed) });
      const names = Array.from({ length: count }, (_, n) => `Root ${n}`);
      const roots = await Promise.all(names.map((name) => line.hire(name, 'administrator')));
      const next = (n: number) => roots[(n + 1) % count]?.me.id ?? '';
      const roles: readonly Role[] = ['editor'];
      await Promise.allSettled(
        roots.map(({ me }, n) =>
          n % 2 === 0 ? line.endAccount(me, next(n)) : line.changeRoles(me, next(n), roles),
        ),
      );
      const still = (await line.staff.all()).filter(
        (member) => member.state === 'active' && member.roles.includes('administrator'),
      );
      left.push(still.length);
    }
    expect(Math.min(...left)).toBe(1);
    expect(Math.max(...left)).toBeLessThan(count);
  });
});

describe('a name', () => {
  test.each([
    [' Ann ', 'Ann'],
    ['Ａｎｎ', 'Ann'],
    ['王芳', '王芳'],
    ["Sinéad O'Brien-Lee", "Sinéad O'Brien-Lee"],
    ['A', 'A'],
    ['Dr. No', 'Dr. No'],
    ['古丽·买买提', '古丽·买买提'],
    ['x'.repeat(40), 'x'.repeat(40)],
  ])('%j is shown as %j', (typed, shown) => {
    expect(shownName(typed)).toBe(shown);
  });

  test.each([
    '',
    '  ',
    '-',
    ' .',
    'a\nb',
    'a\u202eb',
    '<b>',
    'a/b',
    'a:b',
    'x'.repeat(41),
    'a -',
    '\u0301a',
    'a@b',
  ])('%j is none', (typed) => {
    expect(() => shownName(typed)).toThrow('request.invalid');
  });
});

test('every act is a subject and a verb, named once', () => {
  expect(staffActs.filter((act) => !/^[a-z]+\.[a-z_]+$/.test(act))).toEqual([]);
  expect(new Set(staffActs).size).toBe(staffActs.length);
  expect(staffActs).toHaveLength(8 + 3 * 5);
});

test('who is no member of staff is named by the id', async () => {
  const { nameStaff, ann } = await office();
  const named = await nameStaff();
  expect([named(ann.me.id), named('host')]).toEqual([
    { id: ann.me.id, name: 'Ann' },
    { id: 'host', name: 'host' },
  ]);
});
