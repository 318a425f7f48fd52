import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openAndRead, startWriter } from './writing.js';

const frameBytes = 24 + 4096;
const times = 60;

/** Cuts the log of a killed writer at random places, and spoils 512 bytes of it; opens each. */
export async function spoilLogs(): Promise<Record<string, number>> {
  const figures = { cut: 0, torn: 0, shortened: 0, said: 0, unsaid: 0, notPrefix: 0, halves: 0, unopened: 0 };
  const dir = mkdtempSync(join(tmpdir(), 'crash-log-'));
  const writer = startWriter(dir, 0);
  await writer.ready;
  await sleep(600);
  await writer.kill();
  for (let i = 0; i < times; i += 1) {
    const copy = mkdtempSync(join(tmpdir(), 'crash-log-'));
    for (const name of ['db.sqlite', 'db.sqlite-wal']) copyFileSync(join(dir, name), join(copy, name));
    const log = join(copy, 'db.sqlite-wal');
    const bytes = readFileSync(log);
    const at = Math.floor(Math.random() * bytes.length);
    if (i % 2 === 0) truncateSync(log, at);
    else writeFileSync(log, bytes.fill(0x5a, at, at + 512));
    figures[i % 2 === 0 ? 'cut' : 'torn'] += 1;
    try {
      const { documents, halves, leftOut } = await openAndRead(copy);
      const shortened = writer.told.order.some((id) => !documents.has(id));
      const between = i % 2 === 0 && (at - 32) % frameBytes === 0; // whole frames: nothing shows that there were more
      if (shortened) figures.shortened += 1;
      if (leftOut !== undefined) figures.said += 1;
      else if (shortened && !between) figures.unsaid += 1;
      if (!isPrefix(writer.told.order, documents)) figures.notPrefix += 1;
      figures.halves += halves;
    } catch (error) {
      figures.unopened += 1;
      process.stdout.write(`  not opened: ${error instanceof Error ? error.message : String(error)}\n`);
    }
    rmSync(copy, { recursive: true, force: true });
  }
  rmSync(dir, { recursive: true, force: true });
  return figures;
}

/** Of each writer, whose writes came one after the other, there are the first so many. */
function isPrefix(order: readonly string[], documents: ReadonlyMap<string, unknown>): boolean {
  const ended = new Set<string>();
  for (const id of order) {
    const writer = id.replace(/-\d+$/, '');
    if (!documents.has(id)) ended.add(writer);
    else if (ended.has(writer)) return false;
  }
  return true;
}
