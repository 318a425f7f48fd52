/** The stores of the staff's phones keep the contracts of their ports, in memory and on a database. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import { prepare } from '../../models/prepare.js';
import { createPhoneLinkStore, createStaffPhoneStore } from '../../models/staff-phone.store.js';
import {
  describePhoneLinksContract,
  describeStaffPhonesContract,
} from '../support/contracts/phones.contract.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { memoryPhoneLinks, memoryStaffPhones } from '../support/fakes/phones.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
});

/** An empty store on the database. */
const fresh =
  <T>(make: (connection: Connection) => T) =>
  async (): Promise<T> => {
    const store = make(database.connection);
    await prepare(database.connection);
    await database.empty();
    return store;
  };

describeStaffPhonesContract('memory', async () => memoryStaffPhones());
describeStaffPhonesContract('database', fresh(createStaffPhoneStore));
describePhoneLinksContract('memory', async () => memoryPhoneLinks());
describePhoneLinksContract('database', fresh(createPhoneLinkStore));

const collection = (name: string) => database.connection.collection<{ _id: string }>(name);
const later = 4_000_000_000_000;

describe('what is stored', () => {
  test('a phone is what was sealed, its tag and a day, under the member', async () => {
    const phones = await fresh(createStaffPhoneStore)();
    await phones.put({ staffId: 'ann', sealed: Uint8Array.of(1, 2), tag: 't', linkedDay: '2026-11-22' });
    const found = await collection('staff-phones').findOne({ _id: 'ann' });
    expect(Object.keys(found ?? {}).sort()).toEqual(['_id', 'linkedDay', 'sealed', 'tag']);
  });

  test('of a code its hash alone is kept, and the database removes it by its end', async () => {
    const links = await fresh(createPhoneLinkStore)();
    await links.put({ staffId: 'ann', codeHash: 'h', usedBy: null, endsAt: later });
    expect(await collection('phone-links').findOne({ _id: 'ann' })).toEqual({
      ...{ _id: 'ann', codeHash: 'h', usedBy: null, endsAt: new Date(later) },
    });
    const indexes = await collection('phone-links').indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { endsAt: 1 }, expireAfterSeconds: 0 }));
  });

  test.each([
    ['a seal that is none', { sealed: 'text' }],
    ['a tag that is none', { tag: 5 }],
  ])('a phone with %s is unreadable', async (_what, changes) => {
    const phones = await fresh(createStaffPhoneStore)();
    await phones.put({ staffId: 'ann', sealed: Uint8Array.of(1), tag: 't', linkedDay: '2026-11-22' });
    await collection('staff-phones').updateOne({ _id: 'ann' }, { $set: changes });
    await expect(phones.of('ann')).rejects.toMatchObject({ code: 'storage.unreadable' });
  });
});
