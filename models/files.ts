/** Files that are there whole or not at all, readable by this account alone. */
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DomainError } from '../domain/errors.js';
import type { Random } from '../domain/ports.js';

/** Runs work on the disk. @throws DomainError storage.unavailable, which names no file */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new DomainError('storage.unavailable', { cause: new Error(code) });
  }
}

/** The answer of `work`, or `otherwise` if the file or folder is not there. */
export async function unlessMissing<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return otherwise;
    throw error;
  }
}

/** The names in a folder; none if there is no such folder. */
export function names(folder: string): Promise<string[]> {
  return unlessMissing(readdir(folder), []);
}

/** Makes a folder, and those above it that are missing. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** Waits until the disk has the folder's names: renames and removals are durable only then. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Puts a file in its place: written beside it under a name with a dot, flushed, renamed, the folder flushed.
 * With `onlyOver` a file that has gone meanwhile is not brought back.
 */
export async function placeFile(
  path: string,
  bytes: Uint8Array,
  how: { time: Date; random: Random; onlyOver?: boolean },
): Promise<void> {
  const folder = dirname(path);
  await makeFolder(folder);
  const beside = join(folder, `.${Buffer.from(how.random(8)).toString('hex')}`);
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.utimes(how.time, how.time);
      await file.sync();
    } finally {
      await file.close();
    }
    if (how.onlyOver && !(await unlessMissing(stat(path), null))) return;
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
  await flushFolder(folder);
}

/** The system's code of an error, `ENOENT` for one; its message has the path in it. */
function codeOf(error: unknown): string | undefined {
  const failed = typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;
  return failed ? String(error.code) : undefined;
}
