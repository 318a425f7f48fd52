/** The clockwork with the line's own stores, on the embedded database or the server that MONGODB_URI_TEST names. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createClockwork } from '../../jobs/clockwork.js';
import type { RunReport } from '../../jobs/run-job.js';
import { createJobs } from '../../jobs/schedule.js';
import { prepare } from '../../models/prepare.js';
import { createRunsStore } from '../../models/runs.store.js';
import { createSessionStore } from '../../models/session.store.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { handClock } from '../support/fakes/clock.js';
import { memoryEvidence } from '../support/fakes/evidence.js';
import { sessionRow } from '../support/session-row.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  createSessionStore(database.connection);
  createRunsStore(database.connection);
  await prepare(database.connection);
});
beforeEach(() => database.empty());
afterAll(() => database.close());

/** One process of the line with its clockwork; bodies that begin with 9 have ended. */
function line(clock = handClock('2026-11-22T12:00:00+08:00')) {
  const sessions = createSessionStore(database.connection);
  const evidence = memoryEvidence();
  const reports: RunReport[] = [];
  const { tick } = createClockwork({
    jobs: createJobs({
      sessions,
      evidence,
      dayKeys: { turn: () => Promise.resolve() },
      ended: ({ body }) => body[0] === 9,
      advanceArticles: async () => ({ found: 0, done: 0, failed: 0 }),
    }),
    runs: createRunsStore(database.connection),
    clock,
    tell: (report) => reports.push(report),
    hold: async () => null,
  });
  return { sessions, evidence, reports, tick, clock };
}

const left = async (): Promise<readonly string[]> => {
  const rows = await database.connection.collection<{ _id: string }>('sessions').find().toArray();
  return rows.map(({ _id }) => _id).sort();
};

test('nothing to do does nothing and tells nothing', async () => {
  const { tick, reports } = line();
  await tick();
  await tick();
  expect(reports).toEqual([]);
});

test('what is over goes, what has ended goes, the rest stays, and a second tick finds nothing', async () => {
  const { sessions, tick, reports } = line();
  for (const one of [
    sessionRow('over', '2026-11-21'),
    sessionRow('ended', '2026-11-22', 9),
    sessionRow('open', '2026-11-24'),
  ])
    await sessions.save(one, 0);
  await tick();
  expect(await left()).toEqual(['open']);
  const told = reports.length;
  await tick();
  expect([await left(), reports.length]).toEqual([['open'], told]);
});

test('of two processes that tick at once one settles the day’s files, and a day later it is due again', async () => {
  const here = line();
  const there = line(here.clock);
  for (const { evidence } of [here, there])
    await evidence.put('2026-11-24', 'a'.repeat(32), 0, Uint8Array.of(1));
  await Promise.all([here.tick(), there.tick()]);
  const slots = async () =>
    (await createRunsStore(database.connection).all()).map(({ slot }) => slot).filter((slot) => slot !== '');
  expect(await slots()).toEqual(['2026-11-22']);
  here.clock.advance(24 * 3_600_000);
  await here.tick();
  expect(await slots()).toEqual(['2026-11-23']);
});

test('how the runs of all jobs ended stands in the record, and of conversations not how many', async () => {
  const { sessions, tick } = line();
  await sessions.save(sessionRow('ended', '2026-11-22', 9), 0);
  await tick();
  const all = await createRunsStore(database.connection).all();
  expect(Object.fromEntries(all.map(({ job, last }) => [job, [last?.found, last?.failure]]))).toEqual({
    'turn-day-key': [0, null],
    'burn-drafts': [null, null],
    'sweep-sessions': [null, null],
    'settle-files': [0, null],
    'advance-articles': [0, null],
  });
});
