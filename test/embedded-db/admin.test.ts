import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Binary, Double, Int32, Long, ObjectId, type Document } from 'bson';
import mongoose from 'mongoose';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbeddedDatabase, type EmbeddedDatabase } from '../../embedded-db/open.js';
import { exportLines, importLines, isEmpty, TransferError } from '../../embedded-db/transfer.js';
import { together, verifyStep, type Problem } from '../../embedded-db/verify.js';
import { Bench, temporaryFolder } from './support.js';

type Client = InstanceType<typeof mongoose.mongo.MongoClient>;

const dir = temporaryFolder();
let database: EmbeddedDatabase;
let client: Client;
beforeEach(async () => {
  database = await openEmbeddedDatabase({ dir });
  client = await mongoose.mongo.MongoClient.connect(database.uri);
});
afterEach(async () => {
  await client.close();
  await database.close();
  rmSync(dir, { recursive: true, force: true });
});

async function* asLines(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function linesOf(name: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportLines(client.db(name))) lines.push(line);
  return lines;
}

async function rawOf(name: string, collection: string): Promise<Buffer[]> {
  const found = await client.db(name).collection(collection).find({}, { raw: true }).toArray();
  return found as unknown as Buffer[];
}

/** One document of each type on the closed list, and what extended JSON or JavaScript easily changes. */
const everyType: readonly Document[] = [
  { _id: 1, v: new Double(3) },
  { _id: 2, v: new Double(-0) },
  { _id: 3, v: [new Double(NaN), new Double(Infinity), new Double(-Infinity), new Double(0.1)] },
  { _id: 4, v: new Int32(7), w: Long.fromString('9007199254740993'), x: Long.fromNumber(7) },
  { _id: 6, v: new Binary(Buffer.from([0, 255]), 0), w: new Binary(Buffer.alloc(16, 7), 4) },
  { _id: 7, v: new Binary(Buffer.from('own'), 128), w: new Binary(Buffer.alloc(0), 5) },
  { _id: 8, v: new Date(0), w: new Date(-1), x: new Date(253_402_300_800_000) },
  { _id: 9, v: null, w: true, x: false, y: [], z: {} },
  { _id: 10, v: '行\n"\u0000\u2028😀', w: { deep: [{ er: ['x'] }] } },
  { _id: new ObjectId(), v: new ObjectId('0123456789abcdef01234567') },
  { _id: 'text' },
];

describe('export and import', () => {
  test('keep every type byte for byte, in both ways of writing a document down', async () => {
    const from = client.db('from').collection('all');
    await from.insertMany(everyType.map((document) => ({ ...document })));
    const awkward = new Map<string, unknown>([
      ['_id', new Int32(99)],
      ['b', new Double(1)],
      ['2', Long.fromNumber(2)],
      [
        '1',
        new Map<string, unknown>([
          ['10', 'x'],
          ['9', [new Double(2)]],
        ]),
      ],
      ['__proto__', 'a name'],
    ]);
    await from.insertOne(awkward);
    const lines = await linesOf('from');
    expect(lines.filter((line) => line.includes('"bson"'))).toHaveLength(1);
    expect(await importLines(client.db('to'), asLines(lines))).toMatchObject({ inserted: 12, present: 0 });
    expect(await rawOf('to', 'all')).toEqual(await rawOf('from', 'all'));
    expect(await linesOf('to')).toEqual(lines);
  });

  test('keep collections without documents, and indexes with their options', async () => {
    const from = client.db('from');
    await from.createCollection('bare');
    await from.collection('all').createIndexes([
      { key: { b: 1, a: -1 }, unique: true, name: 'pair' },
      { key: { at: 1 }, expireAfterSeconds: 60, name: 'old' },
      { key: { c: 1 }, partialFilterExpression: { c: { $gt: new Double(3) } }, name: 'some' },
    ]);
    await importLines(client.db('to'), asLines(await linesOf('from')));
    const specs = (name: string) => client.db(name).collection('all').listIndexes().toArray();
    expect(await specs('to')).toEqual(await specs('from'));
    expect(await linesOf('to')).toEqual(await linesOf('from'));
  });

  test('leave what is there already, and count what another unique index refuses', async () => {
    const from = client.db('from').collection<{ _id: number; u: number }>('all');
    await from.createIndexes([{ key: { u: 1 }, unique: true }]);
    await from.insertMany([1, 2, 3].map((n) => ({ _id: n, u: n })));
    const lines = await linesOf('from');
    const to = client.db('to').collection<{ _id: number; u: number }>('all');
    await to.insertMany([
      { _id: 1, u: 100 },
      { _id: 5, u: 2 },
    ]);
    expect(await isEmpty(client.db('to'))).toBe(false);
    expect(await importLines(client.db('to'), asLines(lines))).toEqual({
      collections: 1,
      inserted: 1,
      present: 1,
      refused: 1,
    });
    expect(await to.findOne({ _id: 1 })).toEqual({ _id: 1, u: 100 });
  });

  test('more documents than a batch arrive, and a file that lost lines is refused', async () => {
    await client
      .db('from')
      .collection<{ _id: number }>('all')
      .insertMany(Array.from({ length: 1201 }, (_, n) => ({ _id: n })));
    const lines = await linesOf('from');
    expect(await importLines(client.db('to'), asLines(lines))).toMatchObject({ inserted: 1201 });
    for (const broken of [lines.slice(0, -1), lines.filter((_, n) => n !== 7), ['x'], []])
      await expect(importLines(client.db('broken'), asLines(broken))).rejects.toThrow(TransferError);
  });
});

/** Every problem of a file, step by step. */
function problemsOf(bench: Bench): Problem[] {
  let step = verifyStep(bench.engine, undefined);
  let found = [...step.problems];
  while (step.next) {
    step = verifyStep(bench.engine, step.next);
    found = together([...found, ...step.problems]);
  }
  return found;
}

describe('verify', () => {
  let bench: Bench;
  beforeEach(() => {
    bench = new Bench();
    bench.run({ createIndexes: 'c', indexes: [{ key: { u: 1 }, name: 'u', unique: true }] });
    bench.run({ createIndexes: 'c', indexes: [{ key: { tags: -1 }, name: 'tags' }] });
    bench.run({ createIndexes: 'd', indexes: [{ key: { s: 1 }, name: 's', sparse: true }] });
    for (let n = 0; n < 350; n += 50)
      bench.insert(
        'c',
        ...Array.from({ length: 50 }, (_, i) => ({ _id: n + i, u: n + i, tags: ['a', `t${i}`] })),
      );
    bench.insert('d', { _id: 1 }, { _id: 2, s: 1 });
  });
  afterEach(() => {
    bench.end();
  });

  test('finds nothing in a whole database', () => {
    expect(problemsOf(bench)).toEqual([]);
  });

  test('finds documents that lost an index entry', () => {
    const [row] = bench.engine.store.all('SELECT key FROM keys WHERE idx = 2 ORDER BY key LIMIT 1');
    const lost = bench.engine.store.run('DELETE FROM keys WHERE idx = 2 AND key = ?', row?.[0] ?? null);
    expect(problemsOf(bench)).toEqual([
      { where: 'test.c tags', what: 'documents without their index entry', count: lost },
    ]);
  });

  test('finds entries whose document is gone', () => {
    bench.engine.store.run(
      'DELETE FROM docs WHERE coll = 1 AND id IN (SELECT id FROM docs WHERE coll = 1 LIMIT 3)',
    );
    expect(problemsOf(bench)).toEqual([
      { where: 'test.c u', what: 'index entries without their document', count: 3 },
      { where: 'test.c tags', what: 'index entries without their document', count: 6 },
    ]);
  });

  test('finds an entry that its document does not have, and a unique key that is there twice', () => {
    const [, second] = bench.engine.store.all('SELECT key, id FROM keys WHERE idx = 1 ORDER BY key LIMIT 2');
    const [first] = bench.engine.store.all('SELECT key, id FROM keys WHERE idx = 1 ORDER BY key LIMIT 1');
    bench.engine.store.addKey(1, first?.[0] as Buffer, second?.[1] as Buffer);
    expect(problemsOf(bench)).toEqual([
      { where: 'test.c u', what: 'index entries that their document does not have', count: 1 },
      { where: 'test.c u', what: 'unique keys that are there twice', count: 1 },
    ]);
  });

  test('finds a document under another id, one that is no BSON, and rows of nobody', () => {
    bench.engine.store.run(
      'UPDATE docs SET id = ? WHERE coll = 2 AND doc = (SELECT min(doc) FROM docs WHERE coll = 2)',
      Buffer.from([1]),
    );
    bench.engine.store.insert(2, Buffer.from([2]), Buffer.from('nothing'));
    bench.engine.store.insert(77, Buffer.from([2]), Buffer.from('nothing'));
    bench.engine.store.addKey(77, Buffer.from([2]), Buffer.from([2]));
    expect(problemsOf(bench).map(({ where, what }) => `${where}: ${what}`)).toEqual(
      expect.arrayContaining([
        'the file: documents of no collection',
        'the file: entries of no index',
        'test.d: documents under another id than their own',
        'test.d: documents that are no BSON',
      ]),
    );
  });

  test('finds arrays that an index does not know of', () => {
    bench.engine.store.run('UPDATE indexes SET arrays = 0');
    bench.reopen();
    expect(problemsOf(bench)).toEqual([
      { where: 'test.c tags', what: 'documents with arrays that the index does not know of', count: 350 },
    ]);
  });

  test('goes on through the server while a collection is dropped between two steps', async () => {
    const db = client.db('line');
    for (const name of ['a', 'b']) await db.collection(name).insertOne({ x: 1 });
    const admin = client.db('admin');
    const first = await admin.command({ verify: 1 });
    expect(first).toMatchObject({ rows: 2, problems: [] });
    await db.dropCollection('a');
    let checked = 0;
    let next: unknown = first['next'];
    while (next !== undefined) {
      const step = await admin.command({ verify: 1, from: next });
      checked += Number(step['checked']);
      next = step['next'];
    }
    expect(checked).toBe(1);
  });
});

describe('compact', () => {
  test('gives back the room of what was deleted, beside other commands', async () => {
    const collection = client.db('line').collection<{ _id: number; text: string }>('c');
    const documents = Array.from({ length: 2000 }, (_, n) => ({ _id: n, text: 'x'.repeat(1000) }));
    await collection.insertMany(documents);
    await collection.deleteMany({ _id: { $gte: 100 } });
    const size = (): number => statSync(join(dir, 'db.sqlite')).size;
    await database.checkpoint();
    await Promise.all([
      client.db('admin').command({ compact: 1 }),
      ...Array.from({ length: 20 }, (_, n) => collection.insertOne({ _id: 5000 + n, text: 'y' })),
      client.db('admin').command({ compact: 1 }),
    ]);
    await client.db('admin').command({ compact: 1 });
    expect(size()).toBeLessThan(600_000);
    expect(statSync(join(dir, 'db.sqlite-wal')).size).toBe(0);
    expect(await collection.countDocuments({})).toBe(120);
  });
});
