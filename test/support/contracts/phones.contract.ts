import { describe, expect, test } from '@jest/globals';
import type { PhoneLink, StaffPhone } from '../../../domain/phones/phone.js';
import type { PhoneLinks, StaffPhones } from '../../../domain/phones/ports.js';

const phone = (staffId: string, changes: Partial<StaffPhone> = {}): StaffPhone => ({
  ...{ staffId, sealed: Uint8Array.of(1, 2, 3), tag: `tag of ${staffId}`, linkedDay: '2026-11-22' },
  ...changes,
});

/** What every StaffPhones promises. `make` gives an empty one. */
export function describeStaffPhonesContract(name: string, make: () => Promise<StaffPhones>): void {
  const holding = async (...all: readonly StaffPhone[]) => {
    const phones = await make();
    for (const one of all) await phones.put(one);
    return phones;
  };

  describe(`${name}: phones of staff`, () => {
    test('a phone comes back as it was put, to its own member', async () => {
      const phones = await holding(phone('ann'));
      expect([await phones.of('ann'), await phones.of('bob')]).toEqual([phone('ann'), null]);
    });

    test('a new one takes the place of the earlier one', async () => {
      const next = phone('ann', { sealed: Uint8Array.of(9), tag: 'another', linkedDay: '2026-11-23' });
      const phones = await holding(phone('ann'), next);
      expect(await phones.of('ann')).toEqual(next);
      expect(await phones.tagged(['tag of ann'])).toEqual([]);
    });

    test('phones are found by any of the tags, also one that several members have', async () => {
      const [bob, cid] = [phone('bob', { tag: 'shared' }), phone('cid', { tag: 'shared' })];
      const phones = await holding(phone('ann'), cid, bob);
      expect(await phones.tagged(['shared', 'unknown'])).toEqual([bob, cid]);
      expect(await phones.tagged(['unknown', 'tag of ann'])).toEqual([phone('ann')]);
      expect(await phones.tagged(['unknown'])).toEqual([]);
    });

    test('one is erased by its member, and erasing it again is no error', async () => {
      const phones = await holding(phone('ann'), phone('bob'));
      await phones.remove('ann');
      await phones.remove('ann');
      expect([await phones.of('ann'), await phones.of('bob')]).toEqual([null, phone('bob')]);
    });

    test('all with one of the tags are erased, and no other', async () => {
      const phones = await holding(phone('ann', { tag: 'x' }), phone('bob', { tag: 'y' }), phone('cid'));
      await phones.removeTagged(['x', 'y', 'z']);
      expect([await phones.of('ann'), await phones.of('bob')]).toEqual([null, null]);
      expect(await phones.of('cid')).toEqual(phone('cid'));
    });
  });
}

const later = 4_000_000_000_000;
const link = (staffId: string, changes: Partial<PhoneLink> = {}): PhoneLink => ({
  ...{ staffId, codeHash: `hash of ${staffId}`, usedBy: null, endsAt: later },
  ...changes,
});

/** What every PhoneLinks promises. `make` gives an empty one. */
export function describePhoneLinksContract(name: string, make: () => Promise<PhoneLinks>): void {
  const holding = async (...all: readonly PhoneLink[]) => {
    const links = await make();
    for (const one of all) await links.put(one);
    return links;
  };

  describe(`${name}: codes that link a phone`, () => {
    test('a code is claimed as it was put; an unknown one is not there', async () => {
      const links = await holding(link('ann'), link('bob'));
      expect(await links.claim('hash of ann', ['t1'], 5)).toEqual(link('ann'));
      expect(await links.claim('hash of cid', ['t1'], 5)).toBeNull();
    });

    test('the account that used it gets it again and is named, another one does not', async () => {
      const links = await holding(link('ann'));
      await links.claim('hash of ann', ['t1'], 5);
      expect(await links.claim('hash of ann', ['t2'], 5)).toBeNull();
      expect(await links.claim('hash of ann', ['t1'], 5)).toEqual(link('ann', { usedBy: 't1' }));
    });

    test('an account is known by an older tag, and marked by its newest', async () => {
      const links = await holding(link('ann', { usedBy: 'old' }));
      expect(await links.claim('hash of ann', ['new', 'old'], 5)).toEqual(link('ann', { usedBy: 'old' }));
      expect(await links.claim('hash of ann', ['new'], 5)).toEqual(link('ann', { usedBy: 'new' }));
      expect(await links.claim('hash of ann', ['old'], 5)).toBeNull();
    });

    test('of many accounts at the same moment one gets it', async () => {
      const links = await holding(link('ann'));
      const claims = await Promise.all(
        ['a', 'b', 'c', 'd'].map((tag) => links.claim('hash of ann', [tag], 5)),
      );
      expect(claims.filter((one) => one !== null)).toEqual([link('ann')]);
    });

    test('one that has ended is not claimed, to the millisecond', async () => {
      const links = await holding(link('ann'));
      expect(await links.claim('hash of ann', ['t'], later)).toBeNull();
      expect(await links.claim('hash of ann', ['t'], later - 1)).toEqual(link('ann'));
    });

    test('a new code takes the place of the earlier one, used or not', async () => {
      const links = await holding(link('ann'));
      await links.claim('hash of ann', ['t1'], 5);
      await links.put(link('ann', { codeHash: 'next' }));
      expect(await links.claim('hash of ann', ['t1'], 5)).toBeNull();
      expect(await links.claim('next', ['t2'], 5)).toEqual(link('ann', { codeHash: 'next' }));
    });

    test('a code is erased by its member, and erasing it again is no error', async () => {
      const links = await holding(link('ann'), link('bob'));
      await links.remove('ann');
      await links.remove('ann');
      expect(await links.claim('hash of ann', ['t'], 5)).toBeNull();
      expect(await links.claim('hash of bob', ['t'], 5)).toEqual(link('bob'));
    });
  });
}
