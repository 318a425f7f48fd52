/**
 * `npm run prove -- crash [KILLS]`: kills the process that writes to an embedded database (kill -9) at random moments,
 * opens it, and looks for every acknowledged write and for halves of writes; cuts and tears its log; leaves it without
 * room and gives it some again.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spoilLogs } from './crash/logs.js';
import { runOutOfRoom } from './crash/room.js';
import { lostOf, openAndRead, startWriter } from './crash/writing.js';

const kills = Number(process.argv[2] ?? 300);
/** beyond what opening an empty folder takes, where a busy machine makes that slow */
const openLimitMs = 1_000;
/** a new folder now and then, so that files that begin are killed too */
const killsOfAFolder = 25;

const figures = {
  kills: 0,
  acknowledged: 0,
  lost: 0,
  halves: 0,
  unfinishedLogs: 0,
  slowestOpenMs: 0,
  openedLate: 0,
  seconds: 0,
};
const say = (what: unknown): void => void process.stdout.write(`${JSON.stringify(what)}\n`);

/** How long this machine takes at this moment to open a database that has nothing to recover. */
async function openEmpty(): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'crash-'));
  const { ms } = await openAndRead(dir);
  rmSync(dir, { recursive: true, force: true });
  return ms;
}

/** Kills one writer after the other, each on what the one before it left. */
async function killWriters(): Promise<void> {
  let dir = '';
  const acknowledged = new Map<string, boolean>();
  for (let run = 0; run < kills; run += 1) {
    if (run % killsOfAFolder === 0) {
      if (dir) rmSync(dir, { recursive: true, force: true });
      dir = mkdtempSync(join(tmpdir(), 'crash-'));
      acknowledged.clear();
    }
    const writer = startWriter(dir, run);
    if (run % 10 !== 9) await writer.ready; // one in ten dies while it starts
    await sleep(Math.random() * 400);
    await writer.kill();
    for (const [id, changed] of writer.told.acknowledged) acknowledged.set(id, changed);
    const { documents, ms, halves, leftOut } = await openAndRead(dir);
    figures.kills += 1;
    figures.acknowledged += writer.told.acknowledged.size;
    figures.lost += lostOf(documents, acknowledged);
    figures.halves += halves;
    if (leftOut !== undefined) figures.unfinishedLogs += 1;
    figures.slowestOpenMs = Math.max(figures.slowestOpenMs, Math.round(ms));
    if (ms > openLimitMs && ms - (await openEmpty()) > openLimitMs) figures.openedLate += 1;
    if (figures.kills % 50 === 0) say(figures);
  }
  rmSync(dir, { recursive: true, force: true });
}

const began = performance.now();
await killWriters();
figures.seconds = Math.round((performance.now() - began) / 1_000);
say(figures);
const logs = await spoilLogs();
say(logs);
const room = await runOutOfRoom();
for (const line of room.lines) process.stdout.write(`without room, ${line}\n`);
const { acknowledged, lost, halves, openedLate } = figures;
const spoilt = ['unsaid', 'notPrefix', 'halves', 'unopened'].some((fault) => logs[fault] !== 0);
if (!acknowledged || lost || halves || openedLate || spoilt || !logs['shortened'] || room.failed)
  process.exitCode = 1;
