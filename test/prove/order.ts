/**
 * `npm run prove -- order [REPORTS]`: what the database's files tell of the order in which reports came. Of each pair of
 * reports it is looked up which one stands first: in the write-ahead log right after forty were sent, then, one minute
 * after the last, in the log again and in the file, by the page that holds a report's beginning and by the page that
 * holds its end. 50 % is chance; pairs of so many reports scatter around it by some two percent.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';
import { openEmbeddedDatabase } from '../../embedded-db/open.js';
import { openEverything, textOfReport } from '../support/desk.js';
import { receiptIn } from '../support/receipt-in.js';
import { follow, startLine } from '../support/running-line.js';

const wanted = Number(process.argv[2] ?? 300);
const soon = 40;
const most = 55;

const folder = mkdtempSync(join(tmpdir(), 'fairline-order-'));
const line = await startLine(folder);
const markOf = (n: number): string => `order-${String(n)}-mark`;

/** One person's report; stories are of different lengths, so that some reports need more pages than others. */
async function report(n: number): Promise<void> {
  const phone = await follow(line.url);
  const story = `${markOf(n)} 他拿走了图纸。${'那天我在场，看得很清楚。'.repeat(1 + ((n * 13) % 40))}`;
  const script = [
    '我要举报',
    '1',
    story,
    '说完了',
    '上周三',
    '二号楼',
    '跳过',
    '1',
    '1',
    '1',
    '1',
    '2',
    '1',
    '1',
  ];
  let last = '';
  for (const words of script) last = await phone.says(words);
  const receipt = receiptIn(last);
  if (receipt === null) throw new Error(`no receipt was shown: ${last}`);
  await phone.says(receipt.slice(-4));
}

const read = (name: string): Buffer => {
  const path = join(folder, 'database', name);
  return existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
};

interface Stored {
  readonly id: string;
  /** the sealed bytes of its last item */
  readonly box: Buffer;
}

/** The reports in the order in which they were sent. */
async function stored(count: number): Promise<readonly Stored[]> {
  const database = await openEmbeddedDatabase({ dir: join(folder, 'database'), takeOver: false });
  const client = await mongoose.mongo.MongoClient.connect(database.uri);
  const ids = new Map<string, string>();
  for (const opened of await openEverything(folder)) {
    const [, n] = /order-(\d+)-mark/.exec(textOfReport(opened)) ?? [];
    if (n !== undefined) ids.set(n, opened.id);
  }
  const reports: Stored[] = [];
  for (let n = 0; n < count; n += 1) {
    const id = ids.get(String(n));
    if (id === undefined) throw new Error(`report ${String(n)} is not stored`);
    const document = await client
      .db()
      .collection<{ _id: string; items: readonly { box: { buffer: Uint8Array } }[] }>('reports')
      .findOne({ _id: id });
    const last = document?.items.at(-1);
    if (last === undefined) throw new Error(`report ${String(n)} is not found`);
    reports.push({ id, box: Buffer.from(last.box.buffer) });
  }
  await client.close();
  await database.close();
  return reports;
}

const none = -1;
/** Where a report's id first stands as the id of a document. */
const firstPage = (file: Buffer, { id }: Stored): number => file.indexOf(`_id\0\x21\0\0\0${id}`, 0, 'latin1');
/** Where its last item ends; a page may end within these bytes, then a little before. */
function lastPage(file: Buffer, { box }: Stored): number {
  for (let back = 32; back <= 96; back += 32) {
    const at = file.indexOf(box.subarray(box.length - back, box.length - back + 32));
    if (at !== none) return at;
  }
  return none;
}

/** Of the pairs of which both are found, how many stand in the order in which they came. */
function told(places: readonly number[]): { readonly pairs: number; readonly right: number } {
  const found = places.filter((place) => place !== none);
  let [pairs, right] = [0, 0];
  for (const [n, first] of found.entries())
    for (const second of found.slice(n + 1)) {
      pairs += 1;
      if (first < second) right += 1;
    }
  return { pairs, right };
}

/** Prints what is told, and answers whether it is no more than `limit` percent. */
function show(what: string, places: readonly number[], limit = 100): boolean {
  const { pairs, right } = told(places);
  const share = pairs === 0 ? 0 : (100 * right) / pairs;
  process.stdout.write(
    pairs === 0
      ? `${what}: no report is found, nothing is told\n`
      : `${what}: ${String(right)} of ${String(pairs)} pairs in the order they came (${share.toFixed(1)} %)\n`,
  );
  return share <= limit;
}

for (let n = 0; n < soon; n += 1) await report(n);
const log = read('db.sqlite-wal');
const early = await stored(soon);
show(
  `right after ${String(soon)} reports, log`,
  early.map((one) => firstPage(log, one)),
);
for (let n = soon; n < wanted; n += 1) {
  await report(n);
  if (n % 50 === 49) process.stdout.write(`  ${String(n + 1)} reports\n`);
}
await sleep(61_000);
const [later, file] = [read('db.sqlite-wal'), read('db.sqlite')];
const all = await stored(wanted);
const looks: readonly (readonly [string, readonly number[]])[] = [
  [`a minute after ${String(wanted)} reports, log`, all.map((one) => firstPage(later, one))],
  ['file, by first page', all.map((one) => firstPage(file, one))],
  ['file, by last page', all.map((one) => lastPage(file, one))],
];
const passed = looks.map(([what, places]) => show(what, places, most)).every(Boolean);
await line.stop();
rmSync(folder, { recursive: true, force: true });
if (!passed) process.exitCode = 1;
process.exit();
