/**
 * `npm run prove -- growth [OPERATIONS]`: a million small operations with growth and deletion, and checkpoints between
 * them: the file, its log and the memory stay bounded, and the bytes of a value that was deleted or written over are
 * gone after each checkpoint. An operation is one document inserted, changed or deleted by its id, with both of its
 * index entries; they come through the driver and the socket, 500 to a command.
 */
import mongoose from 'mongoose';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedDatabase } from '../../embedded-db/open.js';

const wanted = Number(process.argv[2] ?? 1_000_000);
const batch = 500;
const live = 5_000;
const checkpoints = 10;
const fileLimit = 40e6;
const memoryLimit = 500e6;

const dir = mkdtempSync(join(tmpdir(), 'growth-'));
const database = await openEmbeddedDatabase({ dir });
const client = await mongoose.mongo.MongoClient.connect(database.uri);
const things = client.db('growth').collection<{ _id: string; n: number; at: Date; text: string }>('things');
await things.createIndexes([{ key: { n: 1 } }, { key: { at: 1 } }]);

const sizeOf = (name: string): number => statSync(join(dir, name)).size;
const most = { file: 0, log: 0, memory: 0 };
const look = (): void => {
  most.file = Math.max(most.file, sizeOf('db.sqlite'));
  most.log = Math.max(most.log, sizeOf('db.sqlite-wal'));
  most.memory = Math.max(most.memory, process.memoryUsage().rss);
};

let operations = 0;
let next = 0;
const id = (n: number): string => `t${n}`;
const began = performance.now();
let remains = 0;
/** Empties the log, and looks into the file for values that were written over and documents that were deleted. */
async function checkpoint(): Promise<void> {
  await database.checkpoint();
  for (const name of ['db.sqlite', 'db.sqlite-wal']) {
    // by another process: closing a file here would end the owner's locks on it
    const bytes = execFileSync('cat', [join(dir, name)], { encoding: 'latin1', maxBuffer: 1e9 });
    for (const [, n, end] of bytes.matchAll(/canary-(\d+)([-+])/g))
      if (end === '-' || Number(n) < deletedBelow) remains += 1;
  }
}
let deletedBelow = 0;
let due = wanted / checkpoints;
while (operations < wanted) {
  const from = next;
  next += batch;
  const numbers = Array.from({ length: batch }, (_, i) => from + i);
  await things.insertMany(
    numbers.map((n) => ({ _id: id(n), n, at: new Date(n), text: `canary-${n}-`.repeat(1 + (n % 20)) })),
    { ordered: false },
  );
  await things.bulkWrite(
    numbers.map((n) => ({
      updateOne: { filter: { _id: id(n) }, update: { $set: { text: `canary-${n}+` } } },
    })),
    { ordered: false },
  );
  const old = from - live;
  if (old >= 0)
    await things.bulkWrite(
      numbers.map((n) => ({ deleteOne: { filter: { _id: id(n - live) } } })),
      { ordered: false },
    );
  deletedBelow = Math.max(0, next - live);
  operations += batch * (old >= 0 ? 3 : 2);
  if ((next / batch) % 20 === 0) look();
  if (operations < due) continue;
  await checkpoint();
  process.stdout.write(`  ${operations} operations, ${Math.round((performance.now() - began) / 1_000)} s\n`);
  due += wanted / checkpoints;
}
const seconds = Math.round((performance.now() - began) / 1_000);
await things.deleteMany({});
await client.close(); // its sessions end, and what was answered to them is forgotten
deletedBelow = Infinity;
await checkpoint();
const after = sizeOf('db.sqlite');
await database.close();
rmSync(dir, { recursive: true, force: true });
const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10;
process.stdout.write(
  `${JSON.stringify({
    operations,
    seconds,
    mostFileMB: megabytes(most.file),
    mostLogMB: megabytes(most.log),
    mostMemoryMB: megabytes(most.memory),
    fileAfterMB: megabytes(after),
    deletedValuesFound: remains,
  })}\n`,
);
if (remains || most.file > fileLimit || most.log > fileLimit * 2 || most.memory > memoryLimit || after > 1e6)
  process.exitCode = 1;
