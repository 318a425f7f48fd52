import { readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDay } from '../domain/days.js';
import { DomainError } from '../domain/errors.js';
import type { EvidenceStore } from '../domain/evidence/ports.js';
import type { Clock, Random } from '../domain/ports.js';
import { flushFolder, makeFolder, names, onDisk, placeFile, unlessMissing } from './files.js';

/** The time of every settled file after its night: one midnight for all of them says nothing about any. */
const night = new Date('2000-01-01T00:00:00Z');

/**
 * Sealed files in a folder: `pending/<burn day>/<file>.<part>` until their draft is sent, then `<2 hex>/<file>.<part>`.
 * A file's time is that of its day's midnight (UTC), and after the next `settleTimes` the same for all.
 */
export function createEvidenceFiles(options: {
  folder: string;
  clock: Pick<Clock, 'today'>;
  random: Random;
}): EvidenceStore {
  const { folder, clock, random } = options;
  const pending = join(folder, 'pending');
  const placesOf = async (fileId: string) => [
    join(folder, fileId.slice(0, 2)),
    ...(await names(pending)).map((day) => join(pending, day)),
  ];

  return {
    async put(burnDay, fileId, part, sealed) {
      check(fileId, burnDay);
      const time = new Date(`${clock.today()}T00:00:00Z`);
      const path = join(pending, burnDay, `${fileId}.${part}`);
      return onDisk(() => placeFile(path, sealed, { time, random }));
    },

    async settle(burnDay, fileId) {
      check(fileId, burnDay);
      const from = join(pending, burnDay);
      const to = join(folder, fileId.slice(0, 2));
      return onDisk(async () => {
        const parts = await partsOf(from, fileId);
        if (parts.length === 0) return;
        await makeFolder(to);
        for (const name of parts) await unlessMissing(rename(join(from, name), join(to, name)), undefined);
        await flushFolder(to);
        await flushFolder(from);
      });
    },

    async parts(burnDay, fileId) {
      check(fileId, burnDay);
      const names = await onDisk(() => partsOf(join(pending, burnDay), fileId));
      return names.map((name) => Number(name.slice(fileId.length + 1))).sort((a, b) => a - b);
    },

    async get(fileId, part) {
      check(fileId);
      return onDisk(async () => {
        for (const place of await placesOf(fileId)) {
          const found = await unlessMissing(readFile(join(place, `${fileId}.${part}`)), null);
          if (found) return new Uint8Array(found);
        }
        throw new DomainError('evidence.unreadable');
      });
    },

    async remove(fileId) {
      check(fileId);
      return onDisk(async () => {
        for (const place of await placesOf(fileId))
          for (const name of await partsOf(place, fileId)) await rm(join(place, name), { force: true });
      });
    },

    async burn(day) {
      return onDisk(async () => {
        const files = new Set<string>();
        for (const burnDay of await names(pending)) {
          if (!isDay(burnDay) || burnDay >= day) continue;
          const place = join(pending, burnDay);
          for (const name of await names(place)) if (!name.startsWith('.')) files.add(name.slice(0, 32));
          await rm(place, { recursive: true, force: true });
        }
        return files.size;
      });
    },

    async settleTimes(day) {
      return onDisk(async () => {
        const paths = await freshPaths(folder, day);
        for (const path of shuffled(paths, random)) {
          const bytes = await unlessMissing(readFile(path), null);
          if (bytes) await placeFile(path, bytes, { time: night, random, onlyOver: true });
        }
        for (const place of new Set(paths.map(dirname))) await utimes(place, night, night);
        return paths.length;
      });
    },
  };
}

/** Settled files that came before `day` and still carry a time of their own. Leavings of a crash are cleared away. */
async function freshPaths(folder: string, day: string): Promise<string[]> {
  const fresh: string[] = [];
  for (const place of (await names(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)))
    for (const name of await names(join(folder, place))) {
      const path = join(folder, place, name);
      if (name.startsWith('.')) await rm(path, { force: true });
      else if (await isFresh(path, day)) fresh.push(path);
    }
  return fresh;
}

async function isFresh(path: string, day: string): Promise<boolean> {
  const { mtime } = (await unlessMissing(stat(path), null)) ?? { mtime: night };
  return mtime.getTime() !== night.getTime() && mtime.toISOString().slice(0, 10) < day;
}

async function partsOf(place: string, fileId: string): Promise<string[]> {
  return (await names(place)).filter((name) => name.startsWith(`${fileId}.`));
}

/** Ids become names of files: nothing else passes. */
function check(fileId: string, burnDay?: string): void {
  const right = /^[0-9a-f]{32}$/.test(fileId) && (burnDay === undefined || isDay(burnDay));
  if (!right) throw new DomainError('evidence.unreadable');
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const keyed = items.map((item) => ({ item, key: Buffer.from(random(8)).toString('hex') }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ item }) => item);
}
