/**
 * The ratchet on disk, shared by every process of the line. Turning it is a function of the file and the day, so two
 * processes that turn at once write the same bytes; it is replaced by write, fsync, rename, fsync of the directory.
 */
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Random, toHex, wipe } from '../bytes.js';
import { addDays, type DayRoot, daysFrom, decodeRoot, encodeRoot, keptDays, turnTo } from '../ratchet.js';
import { sodiumPrimitives as b } from './sodium.js';

export interface Ratchet {
  /** The kept days, today's first. The same array until the ratchet turns; then the old one's bytes are wiped. */
  days(): readonly DayRoot[];
}

export interface RatchetOptions {
  /** made with mode 0600 if it is not there */
  readonly path: string;
  readonly random: Random;
  /** the line's calendar day, `YYYY-MM-DD` */
  readonly today: () => string;
}

/**
 * Opens the ratchet, and turns it when a new day has come. A clock that goes back finds the later days still there and
 * the earlier ones gone. @throws Error if the file is damaged or cannot be written
 */
export function openRatchet({ path, random, today }: RatchetOptions): Ratchet {
  let turned = '';
  let days: readonly DayRoot[] = [];
  return {
    days() {
      const now = today();
      if (now === turned) return days;
      const kept = daysFrom(b, turn(path, random, addDays(now, 1 - keptDays)));
      wipe(...days.map(({ r }) => r));
      days = [...kept.filter(({ day }) => day <= now).reverse(), ...kept.filter(({ day }) => day > now)];
      turned = now;
      return days;
    },
  };
}

/** The file's root, moved on to `oldest` if it is behind. */
function turn(path: string, random: Random, oldest: string): DayRoot {
  const found = read(path) ?? create(path, random, { day: oldest, r: random(32) });
  return found.day >= oldest ? found : replace(path, random, turnTo(b, found, oldest));
}

function read(path: string): DayRoot | null {
  try {
    return decodeRoot(fs.readFileSync(path, 'utf8'));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** A first file. The link fails if another process was faster: then its file is the one. */
function create(path: string, random: Random, root: DayRoot): DayRoot {
  return withTemporary(path, random, root, (temporary) => {
    try {
      fs.linkSync(temporary, path);
      return root;
    } catch (error) {
      const theirs = isCode(error, 'EEXIST') ? read(path) : null;
      if (theirs === null) throw error;
      return theirs;
    }
  });
}

/** Puts the root in place, unless another process has turned further in the meantime. */
function replace(path: string, random: Random, root: DayRoot): DayRoot {
  return withTemporary(path, random, root, (temporary) => {
    const theirs = read(path);
    if (theirs !== null && theirs.day >= root.day) return theirs;
    fs.renameSync(temporary, path);
    return root;
  });
}

function withTemporary(
  path: string,
  random: Random,
  root: DayRoot,
  place: (temporary: string) => DayRoot,
): DayRoot {
  const temporary = `${path}.${toHex(random(8))}.tmp`;
  try {
    writeSynced(temporary, encodeRoot(root));
    sweep(path, temporary);
    return place(temporary);
  } finally {
    fs.rmSync(temporary, { force: true });
    syncDirectory(dirname(path));
  }
}

/** Removes what a killed process left a minute ago or longer: it holds the root of a day that will be forgotten. */
function sweep(path: string, ours: string): void {
  const { mtimeMs } = fs.statSync(ours);
  for (const name of fs.readdirSync(dirname(path))) {
    if (!name.startsWith(`${basename(path)}.`) || !name.endsWith('.tmp')) continue;
    const file = join(dirname(path), name);
    const left = fs.statSync(file, { throwIfNoEntry: false });
    if (left && left.mtimeMs < mtimeMs - 60_000) fs.rmSync(file, { force: true });
  }
}

function writeSynced(file: string, text: string): void {
  const fd = fs.openSync(file, 'wx', 0o600);
  try {
    fs.writeFileSync(fd, text);
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return; // a directory cannot be opened there
  const fd = fs.openSync(directory, 'r');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
