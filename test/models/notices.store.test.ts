/** The stores of notices keep the contracts of their ports, and what they promise beside: on a database, over two connections. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import { connect } from '../../models/connect.js';
import { createHandSendStore, createNoticeFeedStore } from '../../models/notice-desk.store.js';
import { createNoticeStore } from '../../models/notice.store.js';
import { createOccurrenceStore } from '../../models/occurrence.store.js';
import { prepare } from '../../models/prepare.js';
import {
  describeHandSendsContract,
  describeNoticeFeedsContract,
  describeNoticesContract,
  describeOccurrencesContract,
} from '../support/contracts/notices.contract.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import {
  memoryHandSends,
  memoryNoticeFeeds,
  memoryNotices,
  memoryOccurrences,
} from '../support/fakes/notices.js';
import { fullOccurrence, someNotice, someOccurrence, someWords } from '../support/notices.js';
import { watched } from '../support/watched-connection.js';

let database: TestDatabase;
/** another process, as far as the database knows */
let second: Connection;

beforeAll(async () => {
  database = await testDatabase();
  second = await connect(database.uri);
});
afterAll(async () => {
  await second.close();
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
const raw = (collection: string) => database.connection.collection<{ _id: string }>(collection);

describeNoticesContract('memory', async () => memoryNotices());
describeOccurrencesContract('memory', async () => memoryOccurrences());
describeHandSendsContract('memory', async () => memoryHandSends());
describeNoticeFeedsContract('memory', async () => memoryNoticeFeeds());

describeNoticesContract('database', fresh(createNoticeStore));
describeOccurrencesContract('database', fresh(createOccurrenceStore));
describeHandSendsContract('database', fresh(createHandSendStore));
describeNoticeFeedsContract('database', fresh(createNoticeFeedStore));

describe('two processes', () => {
  test('that make and write the same occurrence: one does it', async () => {
    const both = [await fresh(createOccurrenceStore)(), createOccurrenceStore(second)];
    for (let round = 0; round < 10; round += 1) {
      const one = someOccurrence();
      const made = await Promise.all(both.map((occurrences, at) => occurrences.insert({ ...one, at })));
      expect(made.filter(Boolean)).toHaveLength(1);
      const written = await Promise.all(
        both.map((occurrences, at) => occurrences.replace({ ...one, revision: 2, at })),
      );
      expect(written.filter(Boolean)).toHaveLength(1);
    }
  });
});

describe('over the wire', () => {
  test('lines of occurrences bring no words, no note and no event', async () => {
    const occurrences = await fresh(createOccurrenceStore)();
    const one = fullOccurrence({ templates: someWords({ en: { title: 'unread', body: 'unread' } }) });
    await occurrences.insert(one);
    const { answers } = await watched(database.uri, async (connection) => {
      const store = createOccurrenceStore(connection);
      expect(await store.lines(0, Number.MAX_SAFE_INTEGER)).toHaveLength(1);
    });
    expect(answers).toContain(one.id);
    expect(['unread', 'Shorter', '"what"', '45028'].filter((words) => answers.includes(words))).toEqual([]);
  });
});

describe('a document that somebody else wrote', () => {
  const unreadable = (collection: string) => ({
    code: 'storage.unreadable',
    cause: { message: `a document of ${collection}` },
  });
  const errorOf = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

  test.each([
    ['a state', { state: 'gone' }],
    ['a time', { at: 'now' }],
    ['the words', { texts: null }],
    ['a template', { 'templates.zh.body': 1 }],
    ['the ways', { ways: [] }],
    ['a way', { 'ways.mini': 'yes' }],
    ['a tag', { 'ways.mass.tag': 'all' }],
    ['an origin', { createdFrom: 'nowhere' }],
    ['a note', { 'notes.0': null }],
    ['what became of a way', { 'outcome.0.state': 'well' }],
    ['an event', { 'events.0.at': null }],
  ])('in place of an occurrence with %s that is none is refused', async (_, change) => {
    const occurrences = await fresh(createOccurrenceStore)();
    const one = fullOccurrence();
    await occurrences.insert(one);
    await raw('occurrences').updateOne({}, { $set: change });
    expect(await errorOf(occurrences.byId(one.id))).toMatchObject(unreadable('occurrences'));
  });

  test.each([
    ['a rule', { rule: null }],
    ['a kind of rule', { 'rule.kind': 'never' }],
    ['a month', { 'rule.month': 13 }],
    ['a day', { 'rule.day': 'last' }],
    ['where it moves', { 'rule.moved': 'up' }],
    ['a name', { name: 'x' }],
    ['a lead', { leads: ['0'] }],
    ['a source', { source: 'rumour' }],
  ])('in place of a notice with %s that is none is refused', async (_, change) => {
    const notices = await fresh(createNoticeStore)();
    await notices.insert(someNotice());
    await raw('notices').updateOne({}, { $set: change });
    expect(await errorOf(notices.all())).toMatchObject(unreadable('notices'));
  });

  test('in place of a send by hand or a link is refused', async () => {
    const sends = await fresh(createHandSendStore)();
    await sends.add({ id: 'a', on: '2027-04-15', note: '', by: 'ada', at: 1 });
    await raw('hand-sends').updateOne({}, { $set: { by: 7 } });
    expect(await errorOf(sends.between('2027-04-15', '2027-04-15'))).toMatchObject(unreadable('hand-sends'));
    const feeds = await fresh(createNoticeFeedStore)();
    await feeds.put({ staffId: 'ada', keyHash: 'a', madeOn: '2027-04-15' });
    await raw('notice-feeds').updateOne({}, { $set: { madeOn: 7 } });
    expect(await errorOf(feeds.of('ada'))).toMatchObject(unreadable('notice-feeds'));
  });
});
