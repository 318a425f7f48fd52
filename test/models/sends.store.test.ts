/** The stores of consents and sends keep the contracts of their ports, in memory and on a database. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import { createConsentStore } from '../../models/consent.store.js';
import { createRecipientStore } from '../../models/consent-recipients.store.js';
import { idRanges } from '../../models/id-ranges.js';
import { prepare } from '../../models/prepare.js';
import { createSendStore } from '../../models/send.store.js';
import { describeConsentsContract } from '../support/contracts/consents.contract.js';
import { describeRecipientsContract } from '../support/contracts/recipients.contract.js';
import { describeSendsContract } from '../support/contracts/sends.contract.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { memoryConsents } from '../support/fakes/consents.js';
import { memorySends } from '../support/fakes/sends.js';
import { someConsent, someSend } from '../support/sends.js';

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
const bothSides = fresh((connection) => ({
  consents: createConsentStore(connection),
  recipients: createRecipientStore(connection),
}));

describeConsentsContract('memory', async () => memoryConsents());
describeConsentsContract('database', bothSides);
describeRecipientsContract('memory', async () => memoryConsents());
describeRecipientsContract('database', bothSides);
describeSendsContract('memory', async () => memorySends());
describeSendsContract('database', fresh(createSendStore));

const collection = (name: string) => database.connection.collection<{ _id: string }>(name);

describe('what is stored', () => {
  test('a consent is a tag, what was sealed, counts and a day; of a send what became of it and who claimed it', async () => {
    const { consents, recipients } = await bothSides();
    await consents.insert(someConsent('a'));
    await recipients.claim('0123456789abcdef', ['a'], { fence: 3, batch: 4, day: '2027-04-15' });
    const found = await collection('consents').findOne({ _id: 'a' });
    expect(Object.keys(found ?? {}).sort()).toEqual([
      '_id',
      'answers',
      'changedOn',
      'count',
      'open',
      'person',
      'sealed',
      'sends',
      'template',
      'turn',
      'way',
    ]);
    expect(found).toMatchObject({ sends: { '0123456789abcdef': { s: 'claimed', f: 3, b: 4 } } });
  });

  test('of a send only the order, states and sums, and nobody’s name', async () => {
    const sends = await fresh(createSendStore)();
    await sends.insert(someSend({ id: 'a' }));
    const found = await collection('sends').findOne({ _id: 'a' });
    const { id, ...fields } = someSend({ id: 'a' });
    expect(Object.keys(found ?? {}).sort()).toEqual([...Object.keys(fields), '_id', 'kept'].sort());
    expect(id).toBe('a');
  });

  test.each([
    ['consents', { count: 'many' }],
    ['consents', { way: 'letter' }],
    ['consents', { sends: { '0123456789abcdef': { s: 'lost', f: 1, b: 1 } } }],
  ])('a document of %s with %j is unreadable', async (name, changes) => {
    const { consents, recipients } = await bothSides();
    await consents.insert(someConsent('a'));
    await collection(name).updateOne({ _id: 'a' }, { $set: changes });
    const read =
      'sends' in changes
        ? recipients.page({ way: 'account', template: 'form' }, '0123456789abcdef', null, 1)
        : consents.find(['a']);
    await expect(read).rejects.toMatchObject({ code: 'storage.unreadable' });
  });

  test.each([
    ['a state that is none', { state: 'lost' }],
    ['counts that are none', { 'progress.skipped': { no_consent: 'x' } }],
  ])('a send with %s is unreadable', async (_what, changes) => {
    const sends = await fresh(createSendStore)();
    await sends.insert(someSend({ id: 'a' }));
    await collection('sends').updateOne({ _id: 'a' }, { $set: changes });
    await expect(sends.byId('a')).rejects.toMatchObject({ code: 'storage.unreadable' });
  });
});

describe('ranges of ids', () => {
  const within = (id: string, { $gte, $gt, $lt }: Readonly<Record<string, string>>): boolean =>
    ($gte === undefined || id >= $gte) && ($gt === undefined || id > $gt) && ($lt === undefined || id < $lt);
  const some = ['', '!', '-', '-x', '09', 'A', 'Zz', '_', '_a', 'a', 'mm', 'zzz', '~'];

  test.each([null, '-x', 'A', '_a', 'zzz', '~'])('after %j hold every later id once', (after) => {
    const held = some.map((id) => idRanges(after).filter((range) => within(id, range)).length);
    expect(held).toEqual(some.map((id) => (after === null || id > after ? 1 : 0)));
  });
});
