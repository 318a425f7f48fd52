/** The routes of jobs and of the hold: each answer's exact keys, each refusal; and who is refused what of the outbox too. */
import { describe, expect, test } from '@jest/globals';
import { refusal } from './console.js';
import { held, iso, upkeepDesk as desk } from './upkeep-desk.js';

describe('GET /api/jobs', () => {
  test('is exactly the jobs with their last and next run', async () => {
    const { editor, runs, clock } = await desk();
    const at = clock.now() - 5_000;
    await runs.record(
      'burn-drafts',
      { at: 1, ms: 1, found: 0, done: 0, failed: 1, failure: 'TypeError' },
      false,
    );
    await runs.record(
      'burn-drafts',
      { at, ms: 12, found: null, done: null, failed: 0, failure: null },
      false,
    );
    await runs.record('advance-sends', { at, ms: 7, found: 3, done: 2, failed: 1, failure: 'partly' }, false);
    await runs.ask('advance-sends', at + 1);
    const { status, body } = await editor('get', '/api/jobs');
    expect([status, body]).toEqual([
      200,
      {
        items: [
          {
            ...{ name: 'burn-drafts', every: 'tick', sends: false, lastRunAt: iso(at), ms: 12 },
            ...{ found: null, done: null, failed: 0, failing: false, failure: null },
            ...{ lastFailureAt: iso(1), nextRunAt: '2027-01-04T09:01:00.000Z', asked: null },
          },
          {
            ...{ name: 'advance-sends', every: 'tick', sends: true, lastRunAt: iso(at), ms: 7 },
            ...{ found: 3, done: 2, failed: 1, failing: true, failure: 'partly' },
            ...{ lastFailureAt: iso(at), nextRunAt: '2027-01-04T09:01:00.000Z', asked: iso(at + 1) },
          },
        ],
        nextCursor: null,
      },
    ]);
  });

  test('says of a job that never ran that it did not, and of one that is held that it is not due', async () => {
    const { editor } = await desk(held);
    const { body } = await editor('get', '/api/jobs');
    const none = { lastRunAt: null, ms: null, found: null, done: null, failed: null, lastFailureAt: null };
    expect(body).toMatchObject({
      items: [
        { ...none, failing: false, failure: null, asked: null, nextRunAt: '2027-01-04T09:01:00.000Z' },
        { ...none, nextRunAt: null },
      ],
    });
  });
});

describe('POST /api/jobs/:name/run', () => {
  test('is taken, written down, and looked for at once', async () => {
    const { supervisor, runs, looks, acts, clock } = await desk();
    const { status, body } = await supervisor('post', '/api/jobs/burn-drafts/run');
    expect([status, body]).toEqual([202, {}]);
    expect(await runs.all()).toMatchObject([{ job: 'burn-drafts', asked: clock.now() }]);
    expect(acts()).toEqual([[supervisor.id, 'job.run', 'job:burn-drafts']]);
    expect(looks).toHaveLength(1);
  });

  test('of a job that is none is unknown', async () => {
    const { supervisor, acts } = await desk();
    const { status, body } = await supervisor('post', '/api/jobs/nothing/run');
    expect({ status, body }).toEqual(refusal(404, 'job.unknown'));
    expect(acts()).toEqual([]);
  });
});

describe('the hold', () => {
  test('is none', async () => {
    const { auditor } = await desk();
    const { status, body } = await auditor('get', '/api/hold');
    expect([status, body]).toEqual([200, { hold: null }]);
  });

  test('is since when and why, for everybody who works here', async () => {
    const { auditor } = await desk(held);
    const { body } = await auditor('get', '/api/hold');
    expect(body).toEqual({ hold: { since: iso(1_798_000_000_000), why: 'restored' } });
  });

  test('is released once, written down first', async () => {
    const { supervisor, acts, marks } = await desk(held);
    expect((await supervisor('post', '/api/hold/release')).status).toBe(204);
    expect((await marks.read())?.hold).toBeNull();
    expect((await supervisor('post', '/api/hold/release')).status).toBe(204);
    expect(acts()).toEqual([[supervisor.id, 'line.release', null]]);
    expect((await supervisor('get', '/api/hold')).body).toEqual({ hold: null });
  });

  test('stays where somebody asks who may not release it', async () => {
    const { editor, marks } = await desk(held);
    const { status, body } = await editor('post', '/api/hold/release');
    expect({ status, body }).toEqual(refusal(403, 'access.denied'));
    expect((await marks.read())?.hold).not.toBeNull();
  });
});

const routes = [
  ['get', '/api/jobs', true],
  ['post', '/api/jobs/burn-drafts/run', false],
  ['get', '/api/outbox', true],
  ['post', '/api/outbox/a/retry', false],
  ['delete', '/api/outbox/a', false],
  ['delete', '/api/outbox', false],
] as const;

describe.each(routes)('%s %s', (method, path, read) => {
  test('asks who is there', async () => {
    const { server } = await desk();
    const { status, body } = await server.ask(method, path);
    expect({ status, body }).toEqual(refusal(401, 'session.required'));
  });

  test('is refused to whoever has another role', async () => {
    const { auditor, editor, acts } = await desk();
    for (const other of read ? [auditor] : [auditor, editor]) {
      const { status, body } = await other(method, path);
      expect({ status, body }).toEqual(refusal(403, 'access.denied'));
    }
    expect(acts()).toEqual([]);
  });
});

test.each([
  ['get', '/api/hold'],
  ['post', '/api/hold/release'],
] as const)('%s %s asks who is there', async (method, path) => {
  const { server } = await desk(held);
  const { status, body } = await server.ask(method, path);
  expect({ status, body }).toEqual(refusal(401, 'session.required'));
});
