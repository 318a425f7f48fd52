/**
 * DATA_DIR/identity: which data folder this is, for the line's own user alone. It lies in `identity.new` until a
 * database knows it, so that a first start that was cut short is still a first start.
 */
import { constants, copyFile, link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolderIdentity, FolderIdentity } from '../../domain/line-marks/ports.js';
import type { Random } from '../../domain/ports.js';

const form = /^[0-9a-f]{32}\n?$/;

/**
 * `withPlace`: the database lies in the folder too, and a copy of the folder is a copy of the line. The copy is known by
 * the file's number on its disk, which copying changes and moving within the disk does not.
 */
export function createFolderIdentity(folder: string, random: Random, withPlace: boolean): DataFolderIdentity {
  const known = join(folder, 'identity');
  const fresh = join(folder, 'identity.new');

  async function readFrom(path: string, confirmed: boolean): Promise<FolderIdentity | null> {
    const text = await unlessMissing(readFile(path, 'utf8'));
    if (text === null || !form.test(text)) return null;
    const place = withPlace ? await unlessMissing(stat(path, { bigint: true })) : null;
    return { id: text.trim(), place: place === null ? null : String(place.ino), confirmed };
  }

  /** Puts a new identity beside; of several processes one puts it, whole or not at all. */
  async function make(): Promise<void> {
    const written = join(folder, `identity.${Buffer.from(random(8)).toString('hex')}`);
    try {
      await writeFile(written, `${Buffer.from(random(16)).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
      await link(written, fresh)
        .catch(async (error: unknown) => {
          // some disks have no second names for a file
          if (codeOf(error) !== 'EEXIST') await copyFile(written, fresh, constants.COPYFILE_EXCL);
        })
        .catch(unless('EEXIST'));
    } finally {
      await rm(written, { force: true });
    }
  }

  async function read(): Promise<FolderIdentity> {
    for (;;) {
      const found = await readFrom(known, true);
      if (found !== null) return found;
      const made = await readFrom(fresh, false);
      // Another process may have confirmed one since the first look.
      if (made !== null) return (await readFrom(known, true)) ?? made;
      await rm(fresh, { force: true }); // it holds no identity
      await make();
    }
  }

  return {
    read,
    async renew() {
      await rm(fresh, { force: true });
      await make();
      await rm(known, { force: true });
      return read();
    },
    async confirm({ confirmed }) {
      if (!confirmed) await rename(fresh, known).catch(unless('ENOENT'));
    },
  };
}

const codeOf = (error: unknown): unknown => (Object(error) as { readonly code?: unknown }).code;

const unless =
  (code: string) =>
  (error: unknown): void => {
    if (codeOf(error) !== code) throw error;
  };

async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
