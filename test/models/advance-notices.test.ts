/** Planned notices go out once, whoever looks: two processes with connections of their own on one database. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import { createAdvanceNotices } from '../../domain/notices/advance-notices.js';
import { createPlanNotices } from '../../domain/notices/plan-notices.js';
import { createSends } from '../../domain/sending/sends.js';
import { connect } from '../../models/connect.js';
import { createNoticeStore } from '../../models/notice.store.js';
import { createOccurrenceStore } from '../../models/occurrence.store.js';
import { prepare } from '../../models/prepare.js';
import { createSendStore } from '../../models/send.store.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { memoryArticles } from '../support/fakes/articles.js';
import { handClock } from '../support/fakes/clock.js';
import { plainHolidays } from '../support/fakes/holidays.js';
import { seeded } from '../support/line.js';
import { someNotice, someOccurrence } from '../support/notices.js';

let database: TestDatabase;
let second: Connection;

beforeAll(async () => {
  database = await testDatabase();
  second = await connect(database.uri);
});
afterAll(async () => {
  await second.close();
  await database.close();
});

const clock = handClock('2027-04-14T09:00:00+08:00');
const zone = 'Asia/Shanghai';

/** A process on a connection. */
function processOn(connection: Connection, seed: number) {
  const occurrences = createOccurrenceStore(connection);
  const notices = createNoticeStore(connection);
  const store = createSendStore(connection);
  const random = seeded(seed);
  const sends = createSends({ sends: store, recipients: { resolve: async () => 0 }, clock, random });
  const readHolidays = async () => plainHolidays();
  return {
    ...{ occurrences, notices, store },
    plan: createPlanNotices({ notices, occurrences, readHolidays, clock, zone }),
    advance: createAdvanceNotices({
      ...{ occurrences, sends, clock, articles: memoryArticles(), pageOf: () => 'https://line.example/a/' },
    }),
  };
}

beforeEach(async () => {
  for (const seed of [1, 2]) processOn(database.connection, seed);
  await prepare(database.connection);
  await database.empty();
});

test('each step is taken once, and each way is started once', async () => {
  const [one, other] = [processOn(database.connection, 1), processOn(second, 2)];
  const planned = someOccurrence({ notice: 'edu', state: 'scheduled', approvedBy: 'ben' });
  await one.occurrences.insert(planned);
  clock.set('2027-04-15T08:48:00+08:00');
  for (let minute = 0; minute < 15; minute += 1) {
    clock.advance(60_000);
    await Promise.all([one.advance(10), other.advance(10)]);
  }
  const started = await other.store.of(planned.id);
  expect(started.map(({ id, state }) => [id, state])).toEqual([
    [`${planned.id}.account`, 'waiting'],
    [`${planned.id}.mini`, 'waiting'],
  ]);
  for (const { id } of started) await one.store.change(id, {}, { state: 'done' });
  const counts = await Promise.all([one.advance(10), other.advance(10)]);
  expect(counts.map(({ done }) => done).reduce((sum, done) => sum + done, 0)).toBe(1);
  const over = await other.occurrences.byId(planned.id);
  expect([over?.state, over?.events.map(({ what }) => what)]).toEqual([
    'done',
    ['create', 'hold', 'go', 'finish'],
  ]);
});

test('each draft of the year is made once', async () => {
  clock.set('2027-01-04T09:00:00+08:00');
  const [one, other] = [processOn(database.connection, 1), processOn(second, 2)];
  for (const id of ['a', 'b', 'c']) await one.notices.insert(someNotice({ id, leads: [0, 1, 2] }));
  const counts = await Promise.all([one.plan(), other.plan(), one.plan(), other.plan()]);
  expect(counts.map(({ done }) => done).reduce((sum, done) => sum + done, 0)).toBe(9);
  for (const id of ['a', 'b', 'c']) expect(await other.occurrences.of(id)).toHaveLength(3);
  expect(await one.plan()).toEqual({ found: 0, done: 0, failed: 0 });
});
