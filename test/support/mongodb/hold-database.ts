/**
 * A process of its own that opens the embedded database of a folder and writes as fast as it is answered; the proofs of
 * crashing kill it. It prints a line for each acknowledged write, which the parent reads from a pipe that outlives it.
 */
import mongoose from 'mongoose';
import { writeSync } from 'node:fs';
import { openEmbeddedDatabase } from '../../../embedded-db/open.js';

export interface Held {
  _id: string;
  writer: number;
  n: number;
  /** twice the same: a document half written would differ */
  head: string;
  tail: string;
}

const [dir = '', run = ''] = process.argv.slice(2);
const writers = 4;
// Often, so that kills also fall into the rewriting of the file.
const database = await openEmbeddedDatabase({ dir, takeOver: false, sweepMs: 150 });
const client = await mongoose.mongo.MongoClient.connect(database.uri);
const held = client.db('crash').collection<Held>('held');
await held.createIndexes([{ key: { writer: 1, n: 1 }, unique: true }]);
writeSync(1, 'ready\n');

async function write(writer: number): Promise<void> {
  for (let n = 0; ; n += 1) {
    const text = `${run}-${writer}-${n}-`.repeat(1 + (n % 200));
    const _id = `${run}-${writer}-${n}`;
    try {
      await held.insertOne({ _id, writer: Number(run) * writers + writer, n, head: text, tail: text });
      writeSync(1, `${_id}\n`);
      if (n % 3 !== 0) continue;
      const head = `${text}!`;
      await held.updateOne({ _id }, { $set: { head, tail: head } });
      writeSync(1, `${_id} changed\n`);
    } catch (error) {
      // a full disk: what was refused was not acknowledged
      const { code = 0, message } = error as { code?: number; message: string };
      writeSync(1, `refused ${code} ${message}\n`);
      if (code === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
await Promise.all(Array.from({ length: writers }, (_, i) => write(i)));
