import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leftOut } from '../../embedded-db/log.js';
import { openEmbeddedDatabase } from '../../embedded-db/open.js';
import { Bench } from './support.js';

const frame = 24 + 4096;
let dir: string;
let log: string;
/** The log of a database with three commits, the last of several pages, as a killed owner leaves it. */
let whole: Buffer;
let commits: number[];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'log-'));
  log = join(dir, 'copy-wal');
  const bench = new Bench();
  bench.insert('c', { _id: 1 });
  bench.insert('c', { _id: 2, text: 'x'.repeat(20_000) });
  bench.insert('c', { _id: 3, text: 'y'.repeat(20_000) });
  whole = readFileSync(join(bench.dir, 'db.sqlite-wal'));
  copyFileSync(join(bench.dir, 'db.sqlite'), join(dir, 'db.sqlite'));
  bench.end();
  commits = [];
  for (let at = 32; at < whole.length; at += frame)
    if (whole.readUInt32BE(at + 4) !== 0) commits.push((at - 32) / frame + 1);
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const told = (bytes: Buffer): string | undefined => {
  writeFileSync(log, bytes);
  return leftOut(log);
};
const kept = (frames: number): number => commits.filter((commit) => commit <= frames).at(-1) ?? 0;

describe('what opening leaves out of a log', () => {
  test('is nothing of one that ends with a commit, is empty or is not there', () => {
    expect(leftOut(log)).toBeUndefined();
    expect(told(Buffer.alloc(0))).toBeUndefined();
    expect(told(whole)).toBeUndefined();
    for (const commit of commits) expect(told(whole.subarray(0, 32 + commit * frame))).toBeUndefined();
  });

  test('is told wherever the log was cut', () => {
    const frames = (whole.length - 32) / frame;
    for (let at = 32 + frame / 2; at < whole.length; at += frame) {
      const before = Math.floor((at - 32) / frame);
      expect(told(whole.subarray(0, at))).toBe(
        `the write-ahead log ended in the middle of a write; ${kept(before)} committed frames kept, ${before + 1 - kept(before)} left out`,
      );
    }
    expect(kept(frames)).toBe(frames);
    expect(told(whole.subarray(0, 10))).toMatch('first bytes');
  });

  test('is told where a page, a head or the header was spoilt', () => {
    const frames = (whole.length - 32) / frame;
    const spoiltAt = (at: number): Buffer => {
      const spoilt = Buffer.from(whole);
      spoilt.writeUInt8(spoilt.readUInt8(at) ^ 0x01, at);
      return spoilt;
    };
    expect(told(spoiltAt(8))).toMatch(/; 0 committed frames kept/);
    for (const at of [32 + 4, 32 + frame + 10, 32 + 2 * frame + 1_000]) {
      const before = Math.floor((at - 32) / frame);
      expect(told(spoiltAt(at))).toBe(
        `the write-ahead log is damaged; ${kept(before)} committed frames kept, ${frames - kept(before)} left out`,
      );
    }
  });

  test('is nothing where frames of an earlier round follow, which were written over from the start', () => {
    const earlier = Buffer.from(whole);
    for (let at = 32 + (commits[0] ?? 0) * frame; at < earlier.length; at += frame)
      earlier.writeUInt32BE(7, at + 8);
    expect(told(earlier)).toBeUndefined();
  });

  test('is said by who opens the database, and by a check of it', async () => {
    writeFileSync(join(dir, 'db.sqlite-wal'), whole.subarray(0, whole.length - 100));
    const database = await openEmbeddedDatabase({ dir });
    expect(database.leftOut()).toMatch(/^the write-ahead log ended in the middle of a write; \d+ committed/);
    const client = await mongoose.mongo.MongoClient.connect(database.uri);
    expect(await client.db('test').command({ verify: 1 })).toMatchObject({ log: database.leftOut() });
    expect(await client.db('test').collection('c').countDocuments()).toBe(2);
    await client.close();
    await database.close();
    const again = await openEmbeddedDatabase({ dir });
    expect(again.leftOut()).toBeUndefined();
    await again.close();
  });
});
