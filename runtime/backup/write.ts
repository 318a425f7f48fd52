/** Making a backup: what goes into it, and for how long one is kept. */
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Random } from '../../domain/ports.js';
import { exportLines } from '../../embedded-db/transfer.js';
import { addDays } from '../../questions/day.js';
import type { LinePublic } from '../../vault/line-keys.js';
import { kinds, sealBackup, type BackupRecord } from './format.js';
import type { WholeDatabase } from './database.js';

/**
 * Conversations and uploads under way, the clock's notes, tokens and tickets: nothing of them is worth bringing back, and drafts must burn. What
 * waits to be delivered would be delivered twice, and the line's mark belongs to its folder. Of staff: who was signed in
 * or invited, and phones, for what was ended or unlinked must not come back.
 */
export const leftOut = [
  ...(['sessions', 'runs', 'access-tokens', 'tickets', 'uploads'] as const),
  ...(['outbox', 'alerts', 'line-marks'] as const),
  ...(['staff-sessions', 'invitations', 'staff-phones', 'phone-links'] as const),
] as const;
/** Days after which a backup is removed. */
export const keptDays = 30;

export interface BackupPlan {
  readonly line: LinePublic;
  readonly db: WholeDatabase['db'];
  /** the folder of sealed files; null: they lie in a bucket, whose own copies are theirs, and are not in the backup */
  readonly evidence: string | null;
  readonly today: string;
  /** where backups lie */
  readonly folder: string;
  readonly random: Random;
  readonly progress: (what: string, done: number, of: number) => void;
}

export interface BackupMade {
  readonly path: string;
  readonly bytes: number;
  readonly documents: number;
  readonly files: number;
  /** older ones that were removed */
  readonly removed: number;
}

/** Writes today's backup, in place of one of the same day, and removes those whose days are over. */
export async function writeBackup(plan: BackupPlan): Promise<BackupMade> {
  const { line, today, folder, random } = plan;
  const path = join(folder, nameOf(today));
  const beside = join(folder, `.${nameOf(today)}.${Buffer.from(random(8)).toString('hex')}`);
  const counts = { documents: 0, files: 0 };
  let bytes = 0;
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      for await (const part of sealBackup(line, today, records(plan, counts), random)) {
        await file.writeFile(part);
        bytes += part.length;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
  return { path, bytes, ...counts, removed: await removeOld(folder, today) };
}

/** The database before the files: a report that is in it has its files, and a file too many harms nobody. */
async function* records(
  { db, evidence, progress }: BackupPlan,
  counts: { documents: number; files: number },
): AsyncGenerator<BackupRecord> {
  const lines = exportLines(db, {
    without: leftOut,
    progress(done, of) {
      counts.documents = done;
      progress('Documents', done, of);
    },
  });
  for await (const line of lines) yield { kind: kinds.line, bytes: Buffer.from(line) };
  const files = evidence === null ? [] : await settledFiles(evidence);
  for (const [done, { path, name }] of files.entries()) {
    const bytes = await readFile(path).catch(() => null); // withdrawn since the folder was read
    if (bytes === null) continue;
    yield { kind: kinds.file, bytes: Buffer.concat([Buffer.from(`${name}\n`), bytes]) };
    counts.files += 1;
    progress('Files', done + 1, files.length);
  }
  yield { kind: kinds.end, bytes: Buffer.from(JSON.stringify(counts)) };
}

/** The sealed files of reports, without those of drafts: `<2 hex>/<file>.<part>`. */
export async function settledFiles(evidence: string): Promise<{ path: string; name: string }[]> {
  const found: { path: string; name: string }[] = [];
  for (const place of (await namesIn(evidence)).filter((name) => /^[0-9a-f]{2}$/.test(name)))
    for (const name of await namesIn(join(evidence, place)))
      if (/^[0-9a-f]{32}\.\d+$/.test(name)) found.push({ path: join(evidence, place, name), name });
  return found;
}

const namesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [])).sort();
const nameOf = (day: string): string => `fairline-${day}.backup`;

async function removeOld(folder: string, today: string): Promise<number> {
  const oldest = nameOf(addDays(today, -keptDays));
  const old = (await namesIn(folder)).filter(
    (name) => /^fairline-\d{4}-\d{2}-\d{2}\.backup$/.test(name) && name < oldest,
  );
  for (const name of old) await rm(join(folder, name));
  return old.length;
}
