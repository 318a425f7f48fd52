import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createFirstTurns } from '../../models/first-turns.js';
import { createSessionStore } from '../../models/session.store.js';
import { handClock } from '../support/fakes/clock.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await database.empty();
});
afterAll(async () => {
  await database.close();
});

/** First turns on a database with one conversation, asked once so that the day has begun. */
async function begun(most?: number) {
  const sessions = createSessionStore(database.connection);
  const save = (tag: string) =>
    sessions.save({ tag, rev: 1, burnDay: '2026-11-25', key: Uint8Array.of(1), body: Uint8Array.of(1) }, 0);
  await save('old');
  const clock = handClock('2026-11-22T00:00:00+08:00');
  const first = createFirstTurns(database.connection, clock, most);
  const at = (iso: string) => {
    clock.set(iso);
    return first.likely([]);
  };
  at('2026-11-22T00:00:00+08:00');
  return { first, at, save };
}
/** Asks until the day's tags are read. */
async function known(first: ReturnType<typeof createFirstTurns>, probe: string) {
  for (let i = 0; i < 200; i++) {
    if (first.likely([probe])) return true;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return false;
}

test('in the first minute of a day every turn reads', async () => {
  const { first, at } = await begun();
  at('2026-11-22T00:00:59+08:00');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(first.likely(['new'])).toBe(false);
});

test('then somebody unknown is likely new, once, and who has a conversation under any tag is not', async () => {
  const { first, at } = await begun();
  at('2026-11-22T00:01:00+08:00');
  expect(await known(first, 'probe')).toBe(true);
  expect(first.likely(['new', 'x', 'y'])).toBe(true);
  expect(first.likely(['new', 'x', 'y'])).toBe(false);
  expect(first.likely(['today', 'x', 'old'])).toBe(false);
  expect(first.likely([])).toBe(false);
});

test('a process that begins later in the day need not wait', async () => {
  const { first, at } = await begun();
  at('2026-11-22T10:00:00+08:00');
  expect(await known(first, 'probe')).toBe(true);
});

test('a new day reads anew, and what began the day before is known', async () => {
  const { first, at, save } = await begun();
  at('2026-11-22T00:01:00+08:00');
  await known(first, 'probe');
  await save('yesterday');
  at('2026-11-23T00:00:00+08:00');
  expect(first.likely(['a', 'yesterday'])).toBe(false);
  at('2026-11-23T00:01:00+08:00');
  expect(await known(first, 'probe')).toBe(true);
  expect(first.likely(['a', 'yesterday'])).toBe(false);
  expect(first.likely(['b', 'c'])).toBe(true);
});

test('beyond its bound it remembers nobody more, and every turn reads', async () => {
  const { first, at } = await begun(3);
  at('2026-11-22T00:01:00+08:00');
  await known(first, 'probe');
  expect([first.likely(['a']), first.likely(['b'])]).toEqual([true, false]);
});
