/** The store of years entered by hand keeps the contract of its port, in memory and on a database. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHolidayYearStore } from '../../models/holiday-year.store.js';
import { prepare } from '../../models/prepare.js';
import { describeEnteredYearsContract } from '../support/contracts/holiday-years.contract.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { memoryEnteredYears } from '../support/fakes/holidays.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
});

async function fresh() {
  const store = createHolidayYearStore(database.connection);
  await prepare(database.connection);
  await database.empty();
  return store;
}

describeEnteredYearsContract('memory', async () => memoryEnteredYears());
describeEnteredYearsContract('database', fresh);

const year = {
  ...{ year: 2027, revision: 1, worked: ['2027-01-03'], enteredBy: 'ann', enteredAt: 5 },
  off: [{ from: '2027-01-01', to: '2027-01-02', name: { zh: '元旦', en: 'New Year' } }],
};
const documents = () => database.connection.collection<{ _id: number }>('holiday-years');

test('a year is stored under its number, and nothing beside what was entered', async () => {
  await (await fresh()).put(year);
  const { year: _id, ...rest } = year;
  expect(await documents().findOne({ _id: 2027 })).toEqual({ _id, ...rest });
});

test.each([
  ['a range without an end', { off: [{ from: '2027-01-01', name: null }] }],
  ['a name that is none', { off: [{ from: '2027-01-01', to: '2027-01-01', name: 'New Year' }] }],
  ['days worked that are no list', { worked: '2027-01-03' }],
  ['a revision that is none', { revision: 'first' }],
])('a year with %s is unreadable', async (_what, changes) => {
  const store = await fresh();
  await store.put(year);
  await documents().updateOne({ _id: 2027 }, { $set: changes });
  await expect(store.of(2027)).rejects.toMatchObject({ code: 'storage.unreadable' });
});
