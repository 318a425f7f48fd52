/**
 * `npm run bench -- db [DOCUMENTS]`: the embedded database beside the judges, and a server that MONGODB_URI_TEST names,
 * through mongoose in one run.
 */
import mongoose from 'mongoose';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedDatabase } from '../embedded-db/open.js';
import { judgeNames, startJudge } from '../test/support/mongodb/judges.js';

const total = Number(process.argv[2] ?? 100_000);
const kinds = ['theft', 'bribe', 'leak', 'other'];

interface Peer {
  readonly name: string;
  readonly uri: string;
  /** of the process that serves, where it is known */
  readonly pid: number | undefined;
  readonly startMs: number;
  stop(): Promise<void>;
}
interface Entry {
  _id: string;
  n: number;
  kind: string;
  at: Date;
  text: string;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const memoryOf = (pid: number | undefined): number => {
  if (pid === undefined || process.platform !== 'linux') return Number.NaN;
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
};

/** The embedded database in a process of its own, as the judges are: its memory is measured alike. */
async function embedded(): Promise<Peer> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'));
  const began = performance.now();
  const script = join(import.meta.dirname, '../test/support/mongodb/serve-database.js');
  const child = spawn(process.execPath, [script, dir], { stdio: ['pipe', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const startMs = performance.now() - began;
  const client = await openEmbeddedDatabase({ dir, takeOver: false });
  return {
    name: 'embedded',
    uri: client.uri,
    pid: child.pid,
    startMs,
    async stop() {
      await client.close();
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.stdin.end();
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function peers(): Promise<Peer[]> {
  const list = [await embedded()];
  for (const name of judgeNames) {
    const began = performance.now();
    const judge = await startJudge(name);
    if ('absent' in judge) say(`${name} is not here: ${judge.absent}`);
    else list.push({ ...judge, startMs: performance.now() - began });
  }
  const uri = process.env['MONGODB_URI_TEST'];
  if (uri !== undefined)
    list.push({
      name: 'MONGODB_URI_TEST',
      uri,
      pid: undefined,
      startMs: Number.NaN,
      stop: async () => undefined,
    });
  return list;
}

const longest = 4_000;

/** Operations in a second; what is slow is measured for so long, not so often. */
async function rate(times: number, act: (i: number) => Promise<unknown>, each = 1): Promise<number> {
  const began = performance.now();
  let done = 0;
  while (done < times && (each > 1 || performance.now() - began < longest)) {
    await act(done);
    done += 1;
  }
  return Math.round((done * each * 10_000) / (performance.now() - began)) / 10;
}

/** On a busy machine a group over everything meets the embedded database's limit for one command (code 50). */
function stopped(error: unknown): number {
  if ((error as { code?: unknown }).code !== 50) throw error;
  return Number.NaN;
}

async function measure({ uri, pid, startMs }: Peer): Promise<Map<string, number>> {
  const connection = await mongoose.createConnection(uri, { dbName: 'bench' }).asPromise();
  const model = connection.model(
    'Entry',
    new mongoose.Schema<Entry>(
      { _id: String, n: Number, kind: String, at: Date, text: String },
      { autoIndex: false },
    ),
  );
  await model.deleteMany({});
  await model.collection.createIndexes([{ key: { n: 1 } }, { key: { kind: 1, at: -1 } }]);
  const entry = (n: number): Entry => ({
    _id: `e${(n * 7919) % 1_000_003}`,
    n,
    kind: kinds[n % kinds.length] ?? '',
    at: new Date(n * 1_000),
    text: 'x'.repeat(200),
  });
  const few = Math.min(1_000, total / 10);
  const figures = new Map<string, number>([['start, ms', Math.round(startMs)]]);
  let inserted = 0;
  figures.set('insert/s', await rate(few, async (n) => model.create(entry((inserted = n)))));
  // a slow one did not come to all of the few in its time
  if (inserted + 1 < few)
    await model.insertMany(Array.from({ length: few - inserted - 1 }, (_, i) => entry(inserted + 1 + i)));
  const batches = Math.floor((total - few) / 1_000);
  figures.set(
    'batch, documents/s',
    await rate(
      batches,
      (b) =>
        model.insertMany(
          Array.from({ length: 1_000 }, (_, i) => entry(few + b * 1_000 + i)),
          { lean: true },
        ),
      1_000,
    ),
  );
  figures.set('memory, MB', memoryOf(pid));
  const there = few + batches * 1_000;
  const at = (i: number): number => (i * 104_729) % there;
  figures.set('find by index/s', await rate(few, (i) => model.findOne({ n: at(i) }).lean()));
  figures.set(
    'page of 20, sorted/s',
    await rate(few / 5, (i) =>
      model
        .find({ kind: kinds[i % 4] ?? '', at: { $lt: new Date(at(i) * 1_000) } })
        .sort({ at: -1 })
        .limit(20)
        .lean(),
    ),
  );
  figures.set(
    'update/s',
    await rate(few, (i) => model.updateOne({ n: at(i) }, { $inc: { n: 0 }, $set: { text: `y${i}` } })),
  );
  figures.set('count/s', await rate(5, (i) => model.countDocuments({ kind: kinds[i % 4] ?? '' })));
  figures.set(
    'group/s',
    await rate(3, () => model.aggregate([{ $group: { _id: '$kind', n: { $sum: 1 } } }])).catch(stopped),
  );
  await connection.dropDatabase();
  await connection.close();
  return figures;
}

const measured: [string, Map<string, number>][] = [];
for (const peer of await peers()) {
  say(`${peer.name} …`);
  measured.push([peer.name, await measure(peer)]);
  await peer.stop();
}
const ours = measured[0]?.[1] ?? new Map<string, number>();
for (const [what, mine] of ours) {
  const others = measured.slice(1).map(([name, figures]) => {
    const theirs = [...figures].find(([label]) => label === what)?.[1] ?? Number.NaN;
    return `${name} ${theirs} (× ${(mine / theirs).toFixed(2)})`;
  });
  say(`${what.padEnd(26)} embedded ${mine}   ${others.join('   ')}`);
}
say('× is the embedded figure divided by theirs: above 1 it is faster, or, for start and memory, larger.');
say(
  'A single insert or update waits for the disk here and in FerretDB (SQLite, one fsync for each); mongo-java-server keeps all in memory.',
);
