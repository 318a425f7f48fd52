/** What lies in the database in clear: a closed list. A new field has to be argued for in docs/threat-model.md first. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { prepare } from '../../models/prepare.js';
import { createReportStore } from '../../models/report.store.js';
import { createSessionStore } from '../../models/session.store.js';
import { createUploadStore } from '../../models/upload.store.js';
import { someReport } from '../support/contracts/reports.contract.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
const stores = () => ({
  reports: createReportStore(database.connection),
  sessions: createSessionStore(database.connection),
  uploads: createUploadStore(database.connection),
});
const raw = (collection: string) => database.connection.collection<{ _id: string }>(collection);
const kindOf = (value: unknown): string => {
  if (value instanceof Uint8Array) return 'bytes';
  if (Array.isArray(value)) return value.map(kindOf).join(' | ');
  if (typeof value !== 'object' || value === null) return typeof value;
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${kindOf(inner)}`)
    .join(', ')} }`;
};

beforeAll(async () => {
  database = await testDatabase();
  stores();
  await prepare(database.connection);
});
beforeEach(async () => {
  await database.empty();
});
afterAll(async () => {
  await database.close();
});

describe('a stored document', () => {
  test('of a report has these fields of these kinds and no other', async () => {
    const { reports } = stores();
    const report = someReport();
    await reports.insert(report);
    const reply = { id: '2'.repeat(32), purpose: 'reply', box: Uint8Array.of(1), day: '2026-11-22' } as const;
    await reports.append(report.id, { ...reply, by: 'recovery' }, 'reporter', ['received'], 9);
    await reports.move(report.id, ['received'], 'read');
    await reports.seen(report.id, 'reporter');
    const document = await raw('reports').findOne({});
    expect(Object.entries(document ?? {}).map(([key, value]) => `${key}: ${kindOf(value)}`)).toEqual([
      '_id: string',
      'caseNumber: string',
      'proofHash: bytes',
      'wrappedThread: bytes',
      'contentPk: bytes',
      'threadPk: bytes',
      'envelopes: { to: string, of: string, box: bytes } | { to: string, of: string, box: bytes }',
      'items: { id: string, purpose: string, box: bytes, day: string } | { id: string, purpose: string, box: bytes, day: string, by: string }',
      'way: string',
      'state: string',
      'receivedDay: string',
      'dueDay: string',
      'unread: { desk: boolean, reporter: boolean }',
    ]);
  });

  test('of a conversation has these fields and no other, first and later', async () => {
    const { sessions } = stores();
    const row = { tag: 't', rev: 1, burnDay: '2026-11-25', key: Uint8Array.of(1), body: Uint8Array.of(2) };
    const fields = '{ _id: string, rev: number, burnDay: string, key: bytes, body: bytes }';
    await sessions.save(row, 0);
    expect(kindOf(await raw('sessions').findOne({}))).toBe(fields);
    await sessions.save({ ...row, rev: 2 }, 1);
    expect(kindOf(await raw('sessions').findOne({}))).toBe(fields);
  });

  test('of a file on its way has these fields and no other', async () => {
    const { uploads } = stores();
    const upload = { id: 'a'.repeat(32), owner: 'o', parts: 1, partBytes: 1_048_576, complete: false };
    await uploads.insert({ ...upload, burnDay: '2026-12-04' });
    await uploads.completed(upload.id);
    expect(Object.keys((await raw('uploads').findOne({})) ?? {}).sort()).toEqual(
      ['_id', 'owner', 'parts', 'partBytes', 'complete', 'burnDay'].sort(),
    );
  });

  test('of a report that is closed has how it ended and when it goes beside that, and no other', async () => {
    const { reports } = stores();
    await reports.insert(someReport());
    const open = Object.keys((await raw('reports').findOne({})) ?? {});
    await database.empty();
    await reports.insert(someReport({ state: 'closed', outcome: 'mistaken', retentionDay: '2027-03-01' }));
    const closed = Object.keys((await raw('reports').findOne({})) ?? {});
    expect(closed.filter((name) => !open.includes(name))).toEqual(['outcome', 'retentionDay']);
  });

  test('names no field that the schema does not have', async () => {
    const { reports } = stores();
    const stray = { ...someReport(), openid: 'o1' };
    await reports.insert(stray);
    expect(await raw('reports').findOne({})).not.toHaveProperty('openid');
  });
});

describe('a document that somebody else wrote', () => {
  test.each([
    ['a state', { state: 'done' }],
    ['a way', { way: 'constructor' }],
    ['a key', { threadPk: 'text' }],
    ['a mark', { 'unread.desk': 'yes' }],
    ['an item', { 'items.0.purpose': 'gossip' }],
    ['the items', { items: 'none' }],
  ])('with %s that is none is refused without a word of it', async (_, change) => {
    const { reports } = stores();
    const report = someReport();
    await reports.insert(report);
    await raw('reports').updateOne({}, { $set: change });
    const error: unknown = await reports.byId(report.id).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'storage.unreadable', cause: { message: 'a document of reports' } });
  });

  test('in place of a conversation is refused to whom it belongs, and to nobody else', async () => {
    const { sessions } = stores();
    await raw('sessions').insertOne({ _id: 't', rev: 1.5 } as { _id: string });
    await sessions.save(
      { tag: 'u', rev: 1, burnDay: '2026-11-25', key: Uint8Array.of(1), body: Uint8Array.of(2) },
      0,
    );
    const both = await Promise.allSettled([sessions.load(['t']), sessions.load(['u'])]);
    expect(both).toMatchObject([
      { status: 'rejected', reason: { code: 'storage.unreadable' } },
      { status: 'fulfilled', value: { tag: 'u' } },
    ]);
  });
});

test('preparing twice is the same as once, and case number and proof are unique from then on', async () => {
  await prepare(database.connection);
  const indexes = await database.connection.collection('reports').indexes();
  const unique = indexes.filter((index) => index.unique === true).map(({ key }) => key);
  expect(unique).toContainEqual({ caseNumber: 1 });
  expect(unique).toContainEqual({ proofHash: 1 });
});
