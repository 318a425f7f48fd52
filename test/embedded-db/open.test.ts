import { afterEach, describe, expect, test } from '@jest/globals';
import { deserialize, serialize, type Document } from 'bson';
import mongoose from 'mongoose';
import { fork, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { EmbeddedDbError } from '../../embedded-db/errors.js';
import { tryLock } from '../../embedded-db/lock.js';
import { openEmbeddedDatabase, type EmbeddedDatabase, type OpenOptions } from '../../embedded-db/open.js';
import { Splitter, writeReply } from '../../embedded-db/wire.js';
import { temporaryFolder } from './support.js';

const { MongoClient } = mongoose.mongo;
type Client = InstanceType<typeof MongoClient>;

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const folder = (): string => {
  const dir = temporaryFolder();
  endings.push(async () => {
    rmSync(dir, { recursive: true, force: true });
  });
  return dir;
};

async function open(options: OpenOptions): Promise<EmbeddedDatabase> {
  const database = await openEmbeddedDatabase(options);
  endings.push(() => database.close());
  return database;
}

async function client(uri: string, options: Document = {}): Promise<Client> {
  const made = await MongoClient.connect(uri, { serverSelectionTimeoutMS: 10_000, ...options });
  endings.push(() => made.close());
  return made;
}

interface Thing {
  _id: string;
  n?: number;
  u?: string;
}

/** One command past the driver, which would choose session and number itself. */
function talk(uri: string, command: Document): Promise<Document> {
  return new Promise((resolve, reject) => {
    const socket = connect(decodeURIComponent(new URL(uri).host)).on('error', reject);
    const splitter = new Splitter();
    socket.on('data', (chunk) => {
      for (const message of splitter.push(chunk)) {
        socket.destroy();
        resolve(deserialize(message.subarray(21)));
      }
    });
    socket.write(writeReply(Buffer.from(serialize(command)), 0, false));
  });
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
};

describe('the database, through the unmodified driver', () => {
  test('serves mongoose', async () => {
    const { uri } = await open({ dir: folder() });
    const connection = await mongoose.createConnection(uri, { dbName: 'test' }).asPromise();
    endings.push(() => connection.close());
    const schema = new mongoose.Schema(
      { _id: String, email: { type: String, unique: true }, tags: [String], at: Date, bytes: Buffer },
      { timestamps: true },
    );
    const Person = connection.model('Person', schema);
    await Person.init();
    await Person.create({
      _id: 'a',
      email: 'a@x',
      tags: ['p', 'q'],
      at: new Date(0),
      bytes: Buffer.from([1, 2]),
    });
    await expect(Person.create({ _id: 'b', email: 'a@x' })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { email: 1 },
      keyValue: { email: 'a@x' },
    });
    const found = await Person.findOne({ tags: 'q' });
    expect(found?.toObject()).toMatchObject({ _id: 'a', at: new Date(0), tags: ['p', 'q'] });
    found?.tags.push('r');
    await found?.save();
    expect(await Person.countDocuments({ $and: [{ tags: 'p' }, { tags: 'r' }] })).toBe(1);
    const many = Array.from({ length: 500 }, (_, i) => ({ _id: `m${i}`, email: `m${i}` }));
    await Person.insertMany(many);
    expect((await Person.find().sort({ email: -1 }).lean()).length).toBe(501);
    let seen = 0;
    for await (const each of Person.find({}, { _id: 1 }).batchSize(50).lean())
      seen += Object.keys(each).length;
    expect(seen).toBe(501);
    expect(
      await Person.aggregate([{ $group: { _id: { $in: [] } as never } }]).catch(
        (error: unknown) => (error as Document)['code'] as number,
      ),
    ).toBe(238);
    expect((await Person.deleteMany({ _id: /^m/.source })).deletedCount).toBe(0);
  });

  test('does unordered bulk writes of conditional upserts', async () => {
    const { uri } = await open({ dir: folder() });
    const things = (await client(uri)).db('test').collection<Thing>('things');
    await things.insertOne({ _id: 'a', n: 5 });
    const save = (id: string, from: number) => ({
      updateOne: { filter: { _id: id, n: from }, update: { $set: { n: from + 1 } }, upsert: true },
    });
    const failed = await things
      .bulkWrite([save('a', 4), save('b', 0), save('a', 5)], { ordered: false })
      .catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 11000, result: { upsertedCount: 1, modifiedCount: 1 } });
    expect(
      (failed as { writeErrors: { index: number; code: number }[] }).writeErrors.map(({ index, code }) => [
        index,
        code,
      ]),
    ).toEqual([[0, 11000]]);
    expect(await things.find().toArray()).toEqual([
      { _id: 'a', n: 6 },
      { _id: 'b', n: 1 },
    ]);
  });

  test('takes writes that nobody waits for', async () => {
    const { uri } = await open({ dir: folder() });
    const things = (await client(uri)).db('test').collection<Thing>('things');
    await things.insertOne({ _id: 'a' }, { writeConcern: { w: 0 } });
    await things.insertOne({ _id: 'b' });
    expect(await things.countDocuments()).toBe(2);
  });

  test('gives deleted bytes back at a checkpoint', async () => {
    const dir = folder();
    const database = await open({ dir });
    const things = (await client(database.uri)).db('test').collection<Thing>('things');
    await things.createIndexes([{ key: { u: 1 }, name: 'u' }]);
    await things.insertMany(
      Array.from({ length: 500 }, (_, i) => ({ _id: `id${i}`, u: `canary-${i}-`.repeat(50) })),
    );
    await things.findOneAndDelete({ _id: 'id7' });
    await things.deleteMany({});
    const holds = (): boolean =>
      ['db.sqlite', 'db.sqlite-wal'].some((name) => readFileSync(join(dir, name)).includes('canary-'));
    expect(holds()).toBe(true);
    await endings.pop()?.(); // the driver ends its sessions, not waiting for it, and their answers are forgotten
    do await database.checkpoint();
    while (holds());
    expect(statSync(join(dir, 'db.sqlite-wal')).size).toBe(0);
    expect(statSync(join(dir, 'db.sqlite')).size).toBeLessThan(100_000);
  });
});

describe('a write that is repeated', () => {
  test('is applied once, with its first answer, after a restart too', async () => {
    const dir = folder();
    const first = await openEmbeddedDatabase({ dir });
    const lsid = { id: new mongoose.mongo.Binary(Buffer.alloc(16, 7), 4) };
    const ask = (uri: string, command: Document): Promise<Document> =>
      talk(uri, { ...command, lsid, $db: 'test' });
    const inc = {
      update: 'things',
      updates: [{ q: { _id: 'a' }, u: { $inc: { n: 1 } }, upsert: true }],
      txnNumber: mongoose.mongo.Long.fromNumber(4),
    };
    const answers = [await ask(first.uri, inc), await ask(first.uri, inc)];
    await first.close();
    const { uri } = await open({ dir });
    answers.push(await ask(uri, inc));
    for (const answer of answers) expect(answer).toMatchObject({ n: 1, upserted: [{ index: 0, _id: 'a' }] });
    expect(await (await client(uri)).db('test').collection<Thing>('things').findOne({ _id: 'a' })).toEqual({
      _id: 'a',
      n: 1,
    });
    expect(await ask(uri, { ...inc, txnNumber: mongoose.mongo.Long.fromNumber(3) })).toMatchObject({
      ok: 0,
      code: 225,
    });
    expect(await ask(uri, { ...inc, txnNumber: mongoose.mongo.Long.fromNumber(5) })).toMatchObject({
      n: 1,
      nModified: 1,
    });
  });
});

describe('several processes', () => {
  const start = async (dir: string, name: string): Promise<{ child: ChildProcess; seen: Document[] }> => {
    const child = fork(join(import.meta.dirname, 'holder.mjs'), [dir, name], { execArgv: [] });
    endings.push(async () => child.kill('SIGKILL'));
    const seen: Document[] = [];
    child.on('message', (message) => seen.push(message as Document));
    await until(() => seen.length > 0);
    return { child, seen };
  };
  const acknowledged = (seen: Document[]): number[] =>
    seen.flatMap(({ acknowledged: i }) => (typeof i === 'number' ? [i] : []));

  test('share one database, and go on when its owner is killed, with nothing acknowledged lost or doubled', async () => {
    const dir = folder();
    const owner = await start(dir, 'a');
    const second = await start(dir, 'b');
    const mine = await open({ dir });
    expect([owner.seen[0], second.seen[0], mine.role()]).toEqual([
      { role: 'owner' },
      { role: 'client' },
      'client',
    ]);
    const things = (await client(mine.uri)).db('test').collection<Thing>('c');
    await until(() => acknowledged(owner.seen).length > 20 && acknowledged(second.seen).length > 20);

    owner.child.kill('SIGKILL');
    const before = acknowledged(second.seen).length;
    await until(() => acknowledged(second.seen).length > before + 20);
    await things.insertOne({ _id: 'mine' });
    second.child.send('stop');
    await until(() => second.seen.at(-1)?.['role'] !== undefined);
    await until(() => mine.role() === 'owner'); // between two owners the driver tries twice at most

    expect(second.seen.filter(({ failed }) => failed !== undefined)).toEqual([]);
    for (const { name, seen } of [
      { name: 'a', seen: owner.seen },
      { name: 'b', seen: second.seen },
    ]) {
      const there = new Set(
        (await things.find({ u: { $gte: name, $lt: `${name}a` } }).toArray()).map(({ _id: id }) => id),
      );
      expect(acknowledged(seen).filter((i) => !there.has(`${name}${i}`))).toEqual([]);
    }
    const counted = await things.findOne({ _id: 'b' });
    expect(counted?.n).toBe(acknowledged(second.seen).length); // a retried $inc was applied once
  }, 60_000);

  test('a client that was told not to take over stays a client', async () => {
    const dir = folder();
    const owner = await openEmbeddedDatabase({ dir });
    const reader = await open({ dir, takeOver: false });
    await owner.close();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(reader.role()).toBe('client');
    await reader.checkpoint();
  });

  test('close hands the database over', async () => {
    const dir = folder();
    const first = await openEmbeddedDatabase({ dir });
    const second = await open({ dir });
    await first.close();
    await until(() => second.role() === 'owner');
    expect(second.uri).toBe(first.uri);
    expect(await (await client(second.uri)).db('test').collection('c').countDocuments()).toBe(0);
  });
});

describe('where there are no unix sockets', () => {
  test('a port of this machine is behind a password, and stays the same for the next owner', async () => {
    const dir = folder();
    const first = await openEmbeddedDatabase({ dir, tcp: true });
    const second = await open({ dir, tcp: true });
    const url = new URL(first.uri);
    expect(url.host).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(statSync(join(dir, 'address.json')).mode & 0o077).toBe(0);
    const things = (await client(second.uri)).db('test').collection<Thing>('c');
    await things.insertOne({ _id: 'a' });
    await first.close();
    await until(() => second.role() === 'owner');
    expect(second.uri).toBe(first.uri);
    expect(await things.countDocuments()).toBe(1);
  });

  test('nobody does anything without the password', async () => {
    const { uri } = await open({ dir: folder(), tcp: true });
    const url = new URL(uri);
    const ping = async (to: string): Promise<Document> => {
      const made = new MongoClient(to, { serverSelectionTimeoutMS: 2000 });
      endings.push(() => made.close());
      return made.db('admin').command({ ping: 1 });
    };
    expect(await ping(uri)).toMatchObject({ ok: 1 });
    await expect(ping(`mongodb://${url.host}/?directConnection=true`)).rejects.toMatchObject({ code: 13 });
    await expect(ping(uri.replace(url.password, '0'.repeat(48)))).rejects.toMatchObject({ code: 18 });
    await expect(ping(uri.replace(url.username, 'other'))).rejects.toMatchObject({ code: 18 });
    await expect(ping(uri.replace('256', '1'))).rejects.toMatchObject({ code: 18 });
  });
});

describe('opening', () => {
  const failing = async (options: OpenOptions): Promise<EmbeddedDbError> => {
    const error = await openEmbeddedDatabase(options).catch((caught: unknown) => caught);
    if (error instanceof EmbeddedDbError) return error;
    throw new Error('it opened');
  };

  test('makes a folder and files that nobody else can read', async () => {
    const dir = join(folder(), 'data');
    await open({ dir });
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    for (const name of ['db.sqlite', 'db.lock']) expect(statSync(join(dir, name)).mode & 0o077).toBe(0);
  });

  test('puts the socket elsewhere when the path is too long, and finds it again', async () => {
    const dir = join(folder(), 'd'.repeat(100));
    const first = await openEmbeddedDatabase({ dir });
    const second = await open({ dir });
    const socket = decodeURIComponent(new URL(first.uri).host);
    expect(socket.length).toBeLessThan(100);
    expect(statSync(join(socket, '..')).mode & 0o777).toBe(0o700);
    endings.push(async () => {
      rmSync(join(socket, '..'), { recursive: true, force: true });
    });
    expect(second.uri).toBe(first.uri);
    await first.close();
    expect((await open({ dir })).uri).toBe(first.uri);
  });

  test('says what to do when the lock is held and nobody answers', async () => {
    const dir = folder();
    const lock = tryLock(join(dir, 'db.lock'));
    const error = await failing({ dir, patienceMs: 200 });
    lock?.release();
    expect([error.code, error.remedy]).toEqual(['locked', expect.stringContaining('try again')]);
    expect((await open({ dir })).role()).toBe('owner');
  });

  test('says what to do when the folder is a file, or cannot be written, or holds something else', async () => {
    const dir = folder();
    writeFileSync(join(dir, 'file'), '');
    expect(await failing({ dir: join(dir, 'file') })).toMatchObject({ code: 'not-writable' });
    mkdirSync(join(dir, 'other'));
    writeFileSync(join(dir, 'other', 'db.sqlite'), 'x'.repeat(5000));
    expect(await failing({ dir: join(dir, 'other') })).toMatchObject({
      code: 'unreadable',
      remedy: expect.stringContaining('backup'),
    });
    if (process.getuid?.() === 0) return; // root may write anywhere
    mkdirSync(join(dir, 'shut'));
    chmodSync(join(dir, 'shut'), 0o500);
    expect(await failing({ dir: join(dir, 'shut', 'data') })).toMatchObject({ code: 'not-writable' });
  });
});
