/** A process that writes to an embedded database and is killed, and what the database holds afterwards. */
import mongoose from 'mongoose';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openEmbeddedDatabase } from '../../../embedded-db/open.js';
import type { Held } from '../../support/mongodb/hold-database.js';

/** What a writer was told. */
export interface Told {
  /** id → whether its change was acknowledged too */
  readonly acknowledged: Map<string, boolean>;
  /** ids in the order of their acknowledgement */
  readonly order: string[];
  /** codes and sentences of refusals */
  readonly refused: string[];
}

export interface Writer {
  readonly pid: number;
  readonly told: Told;
  /** Resolves when it writes. */
  readonly ready: Promise<void>;
  /** kill -9; resolves when everything that it was told has been read. */
  kill(): Promise<void>;
}

const script = join(import.meta.dirname, '..', '..', 'support', 'mongodb', 'hold-database.js');

/** Starts a process that writes as fast as it is answered; `before` is a command that starts it, with its arguments. */
export function startWriter(dir: string, run: number, before: readonly string[] = []): Writer {
  const [command, ...args] = [...before, process.execPath, script, dir, String(run)];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const told: Told = { acknowledged: new Map(), order: [], refused: [] };
  const over = new Promise((resolve) => child.stdout.once('close', resolve));
  const ready = new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      const [id = '', more] = line.split(' ');
      if (id === 'ready') resolve();
      else if (id === 'refused') told.refused.push(line.slice('refused '.length));
      else {
        if (more === undefined) told.order.push(id);
        told.acknowledged.set(id, more === 'changed');
      }
    });
    void over.then(() => {
      resolve();
    });
  });
  return {
    pid: child.pid ?? 0,
    told,
    ready,
    async kill() {
      child.kill('SIGKILL');
      await over;
    },
  };
}

/** A database as the next start of the line finds it. */
export interface Found {
  readonly documents: Map<string, Held>;
  /** how long the opening took */
  readonly ms: number;
  readonly leftOut: string | undefined;
  /** documents half written, and whether the index holds other than the documents hold */
  readonly halves: number;
}

export async function openAndRead(dir: string): Promise<Found> {
  const began = performance.now();
  const database = await openEmbeddedDatabase({ dir });
  const ms = performance.now() - began;
  const client = await mongoose.mongo.MongoClient.connect(database.uri);
  const held = client.db('crash').collection<Held>('held');
  const list = await held.find().toArray();
  const indexed = await held.countDocuments({ writer: { $gte: 0 } });
  const leftOut = database.leftOut();
  await client.close();
  await database.close();
  const halves = list.filter(({ head, tail }) => head !== tail).length + (indexed === list.length ? 0 : 1);
  return { documents: new Map(list.map((one) => [one._id, one])), ms, leftOut, halves };
}

/** How many acknowledged writes are not there. */
export function lostOf(documents: ReadonlyMap<string, Held>, acknowledged: Told['acknowledged']): number {
  const lost = [...acknowledged].filter(([id, changed]) => {
    const found = documents.get(id);
    return !found || (changed && !found.head.endsWith('!'));
  });
  return lost.length;
}
