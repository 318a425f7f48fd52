/** The store of the log of staff acts keeps the contract of its port on a database, and so does the chain on it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRecordAct } from '../../domain/audit/record-act.js';
import { createVerifyChain } from '../../domain/audit/verify-chain.js';
import { createAuditStore } from '../../models/audit.store.js';
import { prepare } from '../../models/prepare.js';
import { hashText } from '../support/audit-log.js';
import { describeAuditContract } from '../support/contracts/audit.contract.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { handClock } from '../support/fakes/clock.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
});

async function fresh() {
  const log = createAuditStore(database.connection);
  await prepare(database.connection);
  await database.empty();
  return log;
}

describeAuditContract('database', fresh);

const collection = () => database.connection.collection<{ _id: number }>('audit');

describe('the chain on a database', () => {
  const recording = async (acts: number) => {
    const audit = await fresh();
    const record = createRecordAct({ audit, clock: handClock('2026-11-22T10:00:00Z'), hash: hashText });
    const all = Array.from({ length: acts }, () => record({ who: 'ann', act: 'audit.read', object: null }));
    await Promise.all(all);
    return createVerifyChain({ audit, hash: hashText });
  };

  test('acts of many at the same moment stand in one row without a gap', async () => {
    const verify = await recording(10);
    expect(await verify()).toEqual({ ok: true, entries: 10, brokenAt: null });
  });

  test('an entry that was changed in the database is found', async () => {
    const verify = await recording(5);
    await collection().updateOne({ _id: 3 }, { $set: { who: 'bob' } });
    expect(await verify()).toEqual({ ok: false, entries: 2, brokenAt: 3 });
  });

  test('an entry that was taken out of the database is found', async () => {
    const verify = await recording(5);
    await collection().deleteOne({ _id: 2 });
    expect(await verify()).toEqual({ ok: false, entries: 1, brokenAt: 2 });
  });

  test('an entry of another form is unreadable', async () => {
    const verify = await recording(2);
    await collection().updateOne({ _id: 2 }, { $set: { at: 'noon' } });
    await expect(verify()).rejects.toMatchObject({ code: 'storage.unreadable' });
  });
});
