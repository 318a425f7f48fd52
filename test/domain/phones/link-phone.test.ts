import { describe, expect, test } from '@jest/globals';
import { once, withFaults } from '../../support/fakes/faults.js';
import { memoryStaffPhones } from '../../support/fakes/phones.js';
import { ann, annLinked, bob, ended, hal, setUp } from './set-up.js';

const minutes = (n: number): number => n * 60_000;

describe('a code', () => {
  test('is good for ten minutes, and what is kept of it does not give it away', async () => {
    const { cases, clock, toy, links } = setUp();
    const { id, url, endsAt } = await cases.makeLink(ann.id);
    const [scene, seconds] = toy.scenes[0] ?? ['', 0];
    expect([url, seconds, endsAt]).toEqual([`https://code.test/${scene}`, 600, clock.now() + minutes(10)]);
    expect(scene).toMatch(/^link:[\w-]{22}$/);
    expect(JSON.stringify([id, ...links.stored.values()])).not.toContain(scene.slice(5));
  });

  test('links the phone that scans it in time, and says whose it is', async () => {
    const { cases, clock, codeOf, phones, vault, acts } = setUp();
    const code = await codeOf(ann.id);
    clock.advance(minutes(10) - 1);
    expect(await cases.linked(code, 'oA')).toBe(annLinked);
    const phone = phones.stored.get(ann.id);
    expect(phone).toMatchObject({ staffId: ann.id, tag: vault.tags('oA')[0], linkedDay: '2026-11-23' });
    expect(vault.open(ann.id, phone?.sealed ?? new Uint8Array())).toBe('oA');
    expect(acts()).toEqual([[ann.id, 'phone.link', `staff:${ann.id}`]]);
  });

  test.each([
    ['after ten minutes', minutes(10), (code: string) => code],
    ['with a letter changed', 0, (code: string) => (code.startsWith('A') ? 'B' : 'A') + code.slice(1)],
    ['that is none', 0, () => 'x'],
    ['that is empty', 0, () => ''],
  ])('%s has ended, and nothing is linked or written down', async (_what, ms, typed) => {
    const { cases, clock, codeOf, phones, acts } = setUp();
    const code = await codeOf(ann.id);
    clock.advance(ms);
    expect(await cases.linked(typed(code), 'oA')).toBe(ended);
    expect([phones.stored.size, acts()]).toEqual([0, []]);
  });

  test('has ended for the second account', async () => {
    const { cases, codeOf, phones, vault } = setUp();
    const code = await codeOf(ann.id);
    await cases.linked(code, 'oA');
    expect(await cases.linked(code, 'oB')).toBe(ended);
    expect(phones.stored.get(ann.id)?.tag).toBe(vault.tags('oA')[0]);
  });

  test('has ended when its member made another one', async () => {
    const { cases, codeOf } = setUp();
    const [first, second] = [await codeOf(ann.id), await codeOf(ann.id)];
    expect(await cases.linked(first, 'oA')).toBe(ended);
    expect(await cases.linked(second, 'oA')).toBe(annLinked);
  });

  test('of a member who ended or writes no articles has ended', async () => {
    const { cases, codeOf, staff, phones, acts } = setUp();
    const code = await codeOf(ann.id);
    await staff.replace({ ...ann, state: 'ended', revision: 2 });
    expect(await cases.linked(code, 'oA')).toBe(ended);
    expect(await cases.linked(await codeOf(hal.id), 'oA')).toBe(ended);
    expect([phones.stored.size, acts()]).toEqual([0, []]);
  });

  test('is not made where the platform makes none, and an earlier one stays', async () => {
    const { cases, codeOf, toy } = setUp();
    const code = await codeOf(ann.id);
    toy.refusal = { is: 'refused', reason: '48001' };
    await expect(cases.makeLink(ann.id)).rejects.toMatchObject({
      ...{ code: 'phone.refused', details: { reason: '48001' } },
    });
    expect(await cases.linked(code, 'oA')).toBe(annLinked);
  });
});

describe('a scan that is delivered again', () => {
  test('is answered alike and written down once', async () => {
    const { cases, codeOf, acts } = setUp();
    const code = await codeOf(ann.id);
    expect([await cases.linked(code, 'oA'), await cases.linked(code, 'oA')]).toEqual([annLinked, annLinked]);
    expect(acts()).toHaveLength(1);
  });

  test('links what a failure left undone', async () => {
    const stored = memoryStaffPhones();
    const { cases, codeOf } = setUp({ phones: withFaults(stored, once([['put', 'before']])) });
    const code = await codeOf(ann.id);
    await expect(cases.linked(code, 'oA')).rejects.toMatchObject({ code: 'storage.unavailable' });
    expect(await cases.linked(code, 'oA')).toBe(annLinked);
    expect(stored.stored.size).toBe(1);
  });

  test('links nothing again after the phone was unlinked, or left', async () => {
    const { cases, codeOf, phones } = setUp();
    const first = await codeOf(ann.id);
    await cases.linked(first, 'oA');
    await cases.unlinkPhone(ann.id);
    expect(await cases.linked(first, 'oA')).toBe(ended);
    const second = await codeOf(ann.id);
    await cases.linked(second, 'oA');
    await cases.unfollowed('oA');
    expect(await cases.linked(second, 'oA')).toBe(ended);
    expect(phones.stored.size).toBe(0);
  });
});

describe('an act that cannot be written down', () => {
  test('does not happen', async () => {
    const record = async () => {
      throw new Error('no log');
    };
    const { cases, codeOf, phones } = setUp({ record });
    await expect(cases.linked(await codeOf(ann.id), 'oA')).rejects.toThrow('no log');
    expect(phones.stored.size).toBe(0);
  });
});

describe('a phone', () => {
  test('is one a member: another one replaces it', async () => {
    const { link, phones, vault } = setUp();
    await link(ann.id, 'oA');
    await link(ann.id, 'oB');
    expect([...phones.stored.values()].map(({ tag }) => tag)).toEqual([vault.tags('oB')[0]]);
  });

  test('is read by its own member alone, with its day', async () => {
    const { cases, link, toy } = setUp();
    await link(ann.id, 'oA');
    expect(await cases.readPhone(ann.id)).toEqual({ linkedDay: '2026-11-23', available: true });
    toy.may = false;
    expect(await cases.readPhone(bob.id)).toEqual({ linkedDay: null, available: false });
  });

  test('without an account of the line there is none to be had', async () => {
    const { cases } = setUp({ channel: null });
    expect(await cases.readPhone(ann.id)).toEqual({ linkedDay: null, available: false });
    await expect(cases.makeLink(ann.id)).rejects.toMatchObject({ details: { reason: 'no_account' } });
  });

  test('is erased by its member, once written down', async () => {
    const { cases, link, phones, acts } = setUp();
    await link(ann.id, 'oA');
    await link(bob.id, 'oB');
    await cases.unlinkPhone(ann.id);
    await cases.unlinkPhone(ann.id);
    expect([...phones.stored.keys()]).toEqual([bob.id]);
    expect(acts().slice(2)).toEqual([[ann.id, 'phone.unlink', `staff:${ann.id}`]]);
  });

  test('is erased with the account, and so is a code that waits', async () => {
    const { cases, link, codeOf, phones, acts } = setUp();
    await link(ann.id, 'oA');
    const code = await codeOf(ann.id);
    await cases.forget(ann.id);
    expect(phones.stored.size).toBe(0);
    expect(await cases.linked(code, 'oA')).toBe(ended);
    expect(acts()).toHaveLength(1);
  });

  test('of an account that ends while it is linked is erased too', async () => {
    const stored = memoryStaffPhones();
    const put = stored.put.bind(stored);
    const { cases, codeOf, staff } = setUp({
      phones: {
        ...stored,
        async put(phone) {
          await staff.replace({ ...ann, state: 'ended', revision: 2 });
          await put(phone);
        },
      },
    });
    expect(await cases.linked(await codeOf(ann.id), 'oA')).toBe(ended);
    expect(stored.stored.size).toBe(0);
  });
});

describe('an unfollow', () => {
  test('erases the account’s phones, and no other', async () => {
    const { cases, link, phones, acts } = setUp();
    await link(ann.id, 'oA');
    await link(bob.id, 'oB');
    await cases.unfollowed('oA');
    expect([...phones.stored.keys()]).toEqual([bob.id]);
    expect(acts().slice(2)).toEqual([[ann.id, 'phone.unlink', `staff:${ann.id}`]]);
  });

  test('of one that is nobody’s phone leaves no trace', async () => {
    const { cases, link, phones, acts } = setUp();
    await link(ann.id, 'oA');
    await cases.unfollowed('oC');
    expect([phones.stored.size, acts().length]).toEqual([1, 1]);
  });

  test('of one that is the phone of two erases both', async () => {
    const { cases, link, phones } = setUp();
    await link(ann.id, 'oA');
    await link(bob.id, 'oA');
    await cases.unfollowed('oA');
    expect(phones.stored.size).toBe(0);
  });
});
