/** A database that goes away, hangs, and comes back, seen through a relay that stands between. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { connect as dial, createServer, type Server, type Socket } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { DomainError, isDomainError } from '../../domain/errors.js';
import { connect } from '../../models/connect.js';
import { prepare } from '../../models/prepare.js';
import { createReportStore } from '../../models/report.store.js';
import { createSessionStore } from '../../models/session.store.js';
import { someReport } from '../support/contracts/reports.contract.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

jest.setTimeout(30_000);
let database: TestDatabase;
let relay: Relay;
let folder: string;
let opened: Connection | null = null;

beforeEach(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'relay-'));
  relay = await startRelay(join(folder, 'r.sock'), database.uri);
});
afterEach(async () => {
  await opened?.close();
  await relay.stop();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const row = { tag: 't', rev: 1, burnDay: '2026-11-25', key: Uint8Array.of(1), body: Uint8Array.of(2) };

/** The answer once the database answers again, within 20 seconds. */
async function eventually<T>(call: () => Promise<T>): Promise<T> {
  const end = performance.now() + 20_000;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!isDomainError(error) || error.code !== 'storage.unavailable' || performance.now() > end)
        throw error;
      await sleep(100);
    }
  }
}

async function through() {
  const connection = await connect(relay.uri);
  opened = connection;
  const sessions = createSessionStore(connection);
  const reports = createReportStore(connection);
  await prepare(connection);
  return { sessions, reports };
}

describe('a database that is gone', () => {
  test.each(['cut', 'hang'] as const)(
    '%s: every call fails within two seconds, and all work again after',
    async (how) => {
      const { sessions, reports } = await through();
      await sessions.save(row, 0);
      relay[how]();
      const started = performance.now();
      const calls = [
        sessions.load(['t']),
        sessions.load(['u']),
        sessions.save({ ...row, rev: 2 }, 1),
        sessions.save({ ...row, tag: 'u' }, 0),
        reports.insert(someReport()),
        reports.byCase('00000000'),
      ];
      const results = await Promise.allSettled(calls);
      const took = performance.now() - started;
      expect(results).toMatchObject(
        calls.map(() => ({ status: 'rejected', reason: { code: 'storage.unavailable' } })),
      );
      expect(took).toBeLessThan(2500); // two seconds and a busy machine
      await relay.resume();
      expect(await eventually(() => sessions.load(['t']))).toMatchObject({ tag: 't' });
    },
  );

  test('at the start it is storage.unavailable, and the error names no address', async () => {
    relay.cut();
    const error: unknown = await connect(relay.uri).catch((e: unknown) => e);
    expect(error).toMatchObject({
      code: 'storage.unavailable',
      cause: { message: 'MongooseServerSelectionError' },
    });
  });

  test('a write whose answer was lost is there once when it is sent again', async () => {
    const { reports } = await through();
    const report = someReport();
    relay.swallowAnswers();
    await expect(reports.insert(report)).rejects.toMatchObject({ code: 'storage.unavailable' });
    await relay.resume();
    expect(await eventually(() => reports.insert(report)).catch((e: unknown) => e)).toEqual(
      new DomainError('report.id_taken'),
    );
  });
});

interface Relay {
  readonly uri: string;
  /** Closes everything and listens no more. */
  cut(): void;
  /** Takes bytes and passes none on. */
  hang(): void;
  /** Passes calls on and drops what comes back. */
  swallowAnswers(): void;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

async function startRelay(path: string, target: string): Promise<Relay> {
  const at = decodeURIComponent(/^mongodb:\/\/([^/?]+)/.exec(target)?.[1] ?? '');
  const [host = '', port = ''] = at.split(':');
  const reach = () => (at.endsWith('.sock') ? dial(at) : dial(Number(port), host));
  const open = new Set<Socket>();
  let passes = { there: true, back: true };
  let server: Server | null = null;
  const closeAll = () => {
    for (const s of open) s.destroy();
    open.clear();
  };
  const listen = async () => {
    passes = { there: true, back: true };
    if (server) return;
    server = createServer((near) => {
      const far = reach();
      for (const s of [near, far]) {
        open.add(s);
        s.on('error', () => s.destroy()).on('close', () => (near.destroy(), far.destroy()));
      }
      near.on('data', (bytes) => passes.there && far.write(bytes));
      far.on('data', (bytes) => passes.back && near.write(bytes));
    });
    const listening = server;
    await new Promise<void>((resolve) => listening.listen(path, resolve));
  };
  const cut = () => {
    server?.close();
    server = null;
    closeAll();
  };
  await listen();
  return {
    uri: `mongodb://${encodeURIComponent(path)}/${database.connection.name}?directConnection=true`,
    cut,
    hang: () => void (passes = { there: false, back: false }),
    swallowAnswers: () => void (passes = { there: true, back: false }),
    async resume() {
      closeAll();
      await listen();
    },
    async stop() {
      cut();
      await rm(path, { force: true });
    },
  };
}
