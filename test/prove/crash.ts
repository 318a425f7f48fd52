/**
 * `npm run prove -- crash [KILLS]`: kills the process that writes to an embedded database (kill -9) at random moments,
 * opens it, and looks for every acknowledged write and for halves of writes; cuts and tears its log; fills a small
 * disk where this machine lets us make one.
 */
import mongoose from 'mongoose';
import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openEmbeddedDatabase } from '../../embedded-db/open.js';
import type { Held } from '../support/mongodb/hold-database.js';

const kills = Number(process.argv[2] ?? 300);
const openLimitMs = 1_000;
const writerScript = join(import.meta.dirname, '..', 'support', 'mongodb', 'hold-database.js');

interface Written {
  /** id → whether its change was acknowledged too */
  readonly acknowledged: Map<string, boolean>;
  /** ids in the order of their acknowledgement */
  readonly order: string[];
  refused: number;
}

/** Lets a process write for so long, then kills it. Answers what it was told is kept. */
async function writeAndKill(dir: string, run: number, ms: number): Promise<Written> {
  const child = spawn(process.execPath, [writerScript, dir, String(run)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const written: Written = { acknowledged: new Map(), order: [], refused: 0 };
  const over = new Promise((resolve) => child.stdout.once('close', resolve));
  for await (const line of createInterface(child.stdout)) {
    const [id = '', more] = line.split(' ');
    if (id === 'ready') setTimeout(() => child.kill('SIGKILL'), ms);
    else if (id === 'refused') written.refused += 1;
    else {
      if (more === undefined) written.order.push(id);
      written.acknowledged.set(id, more === 'changed');
    }
  }
  await over;
  return written;
}

/** Opens a database as the next start of the line would. Answers all documents and how long the opening took. */
async function everything(dir: string): Promise<{ documents: Map<string, Held>; ms: number }> {
  const began = performance.now();
  const database = await openEmbeddedDatabase({ dir });
  const ms = performance.now() - began;
  const client = await mongoose.mongo.MongoClient.connect(database.uri);
  const held = client.db('crash').collection<Held>('held');
  const list = await held.find().toArray();
  // the index holds what the documents hold
  if ((await held.countDocuments({ writer: { $gte: 0 } })) !== list.length) figures.halves += 1;
  await client.close();
  await database.close();
  return { documents: new Map(list.map((one) => [one._id, one])), ms };
}

const figures = { kills: 0, acknowledged: 0, lost: 0, halves: 0, slowestOpenMs: 0, openedLate: 0 };

function check(documents: ReadonlyMap<string, Held>, { acknowledged }: Written): void {
  for (const [id, changed] of acknowledged) {
    const found = documents.get(id);
    if (!found || (changed && !found.head.endsWith('!'))) figures.lost += 1;
  }
  for (const { head, tail } of documents.values()) if (head !== tail) figures.halves += 1;
}

async function killed(): Promise<void> {
  let dir = '';
  const written: Written = { acknowledged: new Map(), order: [], refused: 0 };
  for (let run = 0; run < kills; run += 1) {
    // a new folder now and then, so that files that begin are killed too
    if (run % 25 === 0) {
      if (dir) rmSync(dir, { recursive: true, force: true });
      dir = mkdtempSync(join(tmpdir(), 'crash-'));
      written.acknowledged.clear();
    }
    const { acknowledged } = await writeAndKill(dir, run, Math.random() * 300);
    for (const [id, changed] of acknowledged) written.acknowledged.set(id, changed);
    const { documents, ms } = await everything(dir);
    check(documents, written);
    figures.kills += 1;
    figures.acknowledged += acknowledged.size;
    figures.slowestOpenMs = Math.max(figures.slowestOpenMs, Math.round(ms));
    if (ms > openLimitMs) figures.openedLate += 1;
  }
  rmSync(dir, { recursive: true, force: true });
}

const logs = { cuts: 0, tears: 0, notPrefix: 0, unopened: 0 };

/** Cuts the log at random places and spoils bytes of it: what opens is a beginning of what each writer was told. */
async function logsCut(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'crash-log-'));
  const { order } = await writeAndKill(dir, 0, 600);
  for (let i = 0; i < 40; i += 1) {
    const copy = mkdtempSync(join(tmpdir(), 'crash-log-'));
    for (const name of ['db.sqlite', 'db.sqlite-wal']) copyFileSync(join(dir, name), join(copy, name));
    const log = join(copy, 'db.sqlite-wal');
    const bytes = readFileSync(log);
    const at = Math.floor(Math.random() * bytes.length);
    if (i % 2 === 0) {
      truncateSync(log, at);
      logs.cuts += 1;
    } else {
      bytes.fill(0x5a, at, at + 512);
      writeFileSync(log, bytes);
      logs.tears += 1;
    }
    try {
      const { documents } = await everything(copy);
      for (const { head, tail } of documents.values()) if (head !== tail) figures.halves += 1;
      if (!isPrefix(order, documents)) logs.notPrefix += 1;
    } catch (error) {
      logs.unopened += 1;
      process.stdout.write(`  not opened: ${error instanceof Error ? error.message : String(error)}\n`);
    }
    rmSync(copy, { recursive: true, force: true });
  }
  rmSync(dir, { recursive: true, force: true });
}

/** Of each writer, whose writes came one after the other, there are the first so many. */
function isPrefix(order: readonly string[], documents: ReadonlyMap<string, Held>): boolean {
  const ended = new Set<string>();
  for (const id of order) {
    const writer = id.replace(/-\d+$/, '');
    if (!documents.has(id)) ended.add(writer);
    else if (ended.has(writer)) return false;
  }
  return true;
}

/** Fills a disk of 3 MB while somebody writes. Answers why not, where no such disk can be made. */
async function diskFull(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'crash-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', dir], { encoding: 'utf8' });
  if (mounted.status !== 0) {
    rmSync(dir, { recursive: true, force: true });
    return `skipped: no small disk can be mounted here (${(mounted.stderr || 'no mount command').trim()})`;
  }
  try {
    const data = join(dir, 'data');
    mkdirSync(data);
    const written = await writeAndKill(data, 0, 4_000);
    // what fills the disk goes, as an operator would do it
    spawnSync('mount', ['-o', 'remount,size=64m', dir]);
    const { documents } = await everything(data);
    check(documents, written);
    if (written.refused === 0) process.exitCode = 1;
    return `${String(written.acknowledged.size)} acknowledged, ${String(written.refused)} refused, then opened with room`;
  } finally {
    spawnSync('umount', [dir]);
    if (existsSync(dir)) rmSync(dir, { recursive: true, force: true });
  }
}

await killed();
process.stdout.write(`${JSON.stringify(figures)}\n`);
await logsCut();
process.stdout.write(`${JSON.stringify(logs)}\n`);
process.stdout.write(`a full disk: ${await diskFull()}\n`);
if (
  figures.lost ||
  figures.halves ||
  figures.openedLate ||
  logs.notPrefix ||
  logs.unopened ||
  !figures.acknowledged
) {
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  process.exitCode = 1;
}
