import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { openEmbeddedDatabase, type EmbeddedDatabase } from '../../embedded-db/open.js';
import { Engine } from '../../embedded-db/engine.js';
import { createTidy } from '../../embedded-db/tidy.js';

const dir = mkdtempSync(join(tmpdir(), 'tidy-'));
const sizeOf = (name: string): number => statSync(join(dir, name)).size;

async function until(done: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !done() && Date.now() < end;)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(done()).toBe(true);
}

describe('the owner, left to itself', () => {
  let database: EmbeddedDatabase;
  let client: mongoose.mongo.MongoClient;
  beforeAll(async () => {
    database = await openEmbeddedDatabase({ dir, sweepMs: 200 });
    client = await mongoose.mongo.MongoClient.connect(database.uri);
  });
  afterAll(async () => {
    await client.close();
    await database.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test('empties the log after something was written', async () => {
    const things = client.db('x').collection<{ _id: string }>('things');
    await things.insertOne({ _id: 'a' });
    await until(() => sizeOf('db.sqlite-wal') === 0);
    expect(execFileSync('cat', [join(dir, 'db.sqlite')], { encoding: 'latin1' })).toContain('things');
  });

  test('rewrites nothing while nothing is written', async () => {
    await until(() => sizeOf('db.sqlite-wal') === 0);
    const before = statSync(join(dir, 'db.sqlite')).mtimeMs;
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(statSync(join(dir, 'db.sqlite')).mtimeMs).toBe(before);
  });
});

describe('where long documents lie in the file', () => {
  const sorted = Array.from({ length: 60 }, (_, n) => `id-${n.toString().padStart(4, '0')}`);
  const shuffled = sorted.map((_, n) => sorted[(n * 37) % 60] ?? '');

  /** The documents in the order of their last pages, after they were written in the order given. */
  function placed(ids: readonly string[], after: (engine: Engine) => void): readonly string[] {
    const folder = mkdtempSync(join(tmpdir(), 'tidy-'));
    const file = join(folder, 'db.sqlite');
    const engine = new Engine({ file, scanLimitMs: 1_000, now: Date.now });
    for (const id of ids) {
      engine.store.begin();
      engine.store.insert(1, Buffer.from(id), Buffer.from(`${id}!`.repeat(2_000)));
      engine.store.commit();
    }
    after(engine);
    engine.store.close();
    const bytes = readFileSync(file, 'latin1');
    rmSync(folder, { recursive: true, force: true });
    return ids.toSorted((a, b) => bytes.lastIndexOf(`${a}!`) - bytes.lastIndexOf(`${b}!`));
  }

  test('tells nothing of when they were written', () => {
    const tidied = (ids: readonly string[]) =>
      placed(ids, (engine) => {
        createTidy(engine)();
      });
    expect(tidied(shuffled)).toEqual(tidied(sorted));
  });

  test('tells it as long as only the log was emptied', () => {
    const emptied = (ids: readonly string[]) =>
      placed(ids, ({ store }) => {
        store.emptyLog();
      });
    expect(emptied(shuffled)).not.toEqual(emptied(sorted));
  });
});

test('a file that takes long is rewritten less often, its log emptied all the same', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tidy-'));
  let now = 0;
  const engine = new Engine({ file: join(folder, 'db.sqlite'), scanLimitMs: 1_000, now: () => now });
  const tidy = createTidy(engine);
  const { store } = engine;
  const checkpoint = store.checkpoint.bind(store);
  let rewrites = 0;
  store.checkpoint = () => {
    rewrites += 1;
    now += 2_000;
    checkpoint();
  };
  let written = 0;
  const minutes = Array.from({ length: 4 }, () => {
    store.begin();
    store.insert(1, Buffer.from(String((written += 1))), Buffer.from('x'));
    store.commit();
    expect(store.logBytes()).toBeGreaterThan(0);
    tidy();
    now += 60_000;
    return [rewrites, store.logBytes()];
  });
  // two seconds may be taken once in a hundred
  expect(minutes).toEqual([
    [1, 0],
    [1, 0],
    [2, 0],
    [2, 0],
  ]);
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a disk that refuses is tried again the next time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tidy-'));
  const engine = new Engine({ file: join(folder, 'db.sqlite'), scanLimitMs: 1_000, now: Date.now });
  const { store } = engine;
  const tidy = createTidy(engine);
  store.begin();
  store.insert(1, Buffer.from('a'), Buffer.from('x'));
  store.commit();
  const checkpoint = store.checkpoint.bind(store);
  store.checkpoint = () => {
    throw new Error('database or disk is full');
  };
  tidy();
  expect(store.logBytes()).toBeGreaterThan(0);
  store.checkpoint = checkpoint;
  tidy();
  expect(store.logBytes()).toBe(0);
  store.close();
  rmSync(folder, { recursive: true, force: true });
});
