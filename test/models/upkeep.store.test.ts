/** What the clockwork keeps beside its record keeps the contracts of its ports, in memory and on a database. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import { createWorkMarkStore } from '../../models/alert.store.js';
import { createLineMarkStore } from '../../models/line-mark.store.js';
import { createOutboxStore } from '../../models/outbox.store.js';
import { prepare } from '../../models/prepare.js';
import { createRunsStore } from '../../models/runs.store.js';
import { describeLineMarksContract } from '../support/contracts/line-marks.contract.js';
import { describeOutboxContract } from '../support/contracts/outbox.contract.js';
import { describeWorkMarksContract } from '../support/contracts/work-marks.contract.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { memoryLineMarks } from '../support/fakes/line-marks.js';
import { memoryOutbox } from '../support/fakes/outbox.js';
import { memoryWorkMarks } from '../support/fakes/work-marks.js';

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

describeLineMarksContract('memory', async () => memoryLineMarks());
describeLineMarksContract('database', fresh(createLineMarkStore));
describeOutboxContract('memory', async () => memoryOutbox());
describeOutboxContract('database', fresh(createOutboxStore));
describeWorkMarksContract('memory', async () => memoryWorkMarks());
describeWorkMarksContract('database', fresh(createWorkMarkStore));

const collection = (name: string) => database.connection.collection<{ _id: string }>(name);

describe('what is stored', () => {
  test('of a delivered letter neither recipient nor parameters are left', async () => {
    const outbox = await fresh(createOutboxStore)();
    const to = Uint8Array.of(1, 2);
    await outbox.put({ id: 'a', kind: 'k', to, code: 'c', params: { year: 2027 } }, 5);
    await outbox.claim({ now: 5, until: 6, latest: 9, held: false });
    await outbox.delivered('a', 1, 7);
    expect(await collection('outbox').findOne({ _id: 'a' })).toEqual({
      ...{ _id: 'a', kind: 'k', code: 'c', to: null, params: {}, reason: null },
      ...{ state: 'delivered', attempts: 0, nextAt: 7, fence: 1, until: 0 },
    });
  });

  test.each([
    ['a text among its parameters', { params: { text: 'somebody said so' } }],
    ['a name that is none', { to: 'openid' }],
    ['a number of tries that is none', { attempts: 'many' }],
  ])('a letter with %s is unreadable', async (_what, changes) => {
    const outbox = await fresh(createOutboxStore)();
    await outbox.put({ id: 'a', kind: 'k', to: null, code: 'c', params: {} }, 5);
    await collection('outbox').updateOne({ _id: 'a' }, { $set: changes });
    await expect(outbox.byId('a')).rejects.toMatchObject({ code: 'storage.unreadable' });
  });

  test('a mark with a reason that is none is unreadable', async () => {
    const marks = await fresh(createLineMarkStore)();
    await marks.insert({ revision: 1, folders: [], hold: { since: 1, why: 'copied' } });
    await collection('line-marks').updateOne({ _id: 'line' }, { $set: { 'hold.why': 'whim' } });
    await expect(marks.read()).rejects.toMatchObject({ code: 'storage.unreadable' });
  });

  test('a record of runs that an earlier version wrote is read, and goes on', async () => {
    const runs = await fresh(createRunsStore)();
    const earlier = { _id: 'settle-files', slot: '2026-11-22', until: 0 };
    await database.connection.collection<typeof earlier>('runs').insertOne(earlier);
    expect(await runs.all()).toEqual([
      { job: 'settle-files', slot: '2026-11-22', asked: null, last: null, failures: 0, lastFailureAt: null },
    ]);
    const claim = { job: 'settle-files', latest: '2026-11-25', now: 5, until: 10 };
    expect(await runs.claim({ ...claim, slot: '2026-11-22' })).toBe(false);
    expect(await runs.claim({ ...claim, slot: '2026-11-23' })).toBe(true);
  });
});
