/** A process that is killed in the middle of a job, or of delivering a letter: another one does it, when the claim is over. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createDeliverOutbox } from '../../domain/outbox/deliver-outbox.js';
import { createClockwork } from '../../jobs/clockwork.js';
import { createOutboxStore } from '../../models/outbox.store.js';
import { prepare } from '../../models/prepare.js';
import { createRunsStore } from '../../models/runs.store.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { handClock } from '../support/fakes/clock.js';

const minute = 60_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  createRunsStore(database.connection);
  createOutboxStore(database.connection);
  await prepare(database.connection);
});
beforeEach(() => database.empty());
afterAll(() => database.close());

/** Starts a process that works, and kills it in the middle. */
async function dies(what: 'job' | 'letter', now: number): Promise<void> {
  const script = join(import.meta.dirname, 'dying-process.mjs');
  const child = spawn(process.execPath, [script, database.uri, what, String(now)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  expect(said.toString()).toBe('working\n');
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const hold = async () => null;

test('a day’s job is run by another process when ten minutes are over, once', async () => {
  const clock = handClock('2026-11-22T12:00:00+08:00', 'UTC');
  const runs = createRunsStore(database.connection);
  let ran = 0;
  const run = async () => {
    ran += 1;
    return { found: 1, done: 1, failed: 0 };
  };
  const jobs = [{ name: 'job', every: 'day', run }] as const;
  const other = createClockwork({ jobs, runs, clock, hold, tell: () => undefined });
  await dies('job', clock.now());
  for (let i = 0; i < 10; i++) {
    await other.tick();
    clock.advance(minute);
  }
  expect(ran).toBe(0);
  await other.tick();
  await other.tick();
  expect([ran, await runs.all()]).toMatchObject([1, [{ slot: '2026-11-22', last: { done: 1 } }]]);
});

test('a letter is delivered by another process when five minutes are over', async () => {
  const clock = handClock('2026-11-22T12:00:00+08:00');
  const outbox = createOutboxStore(database.connection);
  await outbox.put({ id: 'a', kind: 'mail', to: null, code: 'alert.work', params: {} }, clock.now());
  const got: string[] = [];
  const { deliver } = createDeliverOutbox({
    ...{ outbox, hold, clock, random: () => new Uint8Array(1) },
    deliver: new Map([
      [
        'mail',
        async ({ id }) => {
          got.push(id);
          return { is: 'delivered' };
        },
      ],
    ]),
  });
  await dies('letter', clock.now());
  for (let i = 0; i < 5; i++) {
    await deliver(5);
    clock.advance(minute);
  }
  expect(got).toEqual([]);
  await deliver(5);
  await deliver(5);
  expect([got, await outbox.byId('a')]).toEqual([['a'], null]);
});
