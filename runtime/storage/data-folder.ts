/** DATA_DIR: what lies where, readable by the line's own user alone. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's folder, from source as from dist/. */
export const packageRoot = ((): string => {
  const here = dirname(fileURLToPath(import.meta.url));
  const up = resolve(here, '../..');
  return up.endsWith('dist') ? resolve(up, '..') : up;
})();

export interface DataFolder {
  readonly path: string;
  readonly database: string;
  readonly evidence: string;
  readonly ratchet: string;
  /** the line's public keys */
  readonly line: string;
  /** a demo's private keys; in production they are on paper */
  readonly lineKeys: string;
  /** a demo's LINE_SECRET */
  readonly lineSecret: string;
}

/** Makes the folder if it is not there. @throws the system's error if it cannot be written */
export function openDataFolder(setting: string): DataFolder {
  const path = resolve(packageRoot, setting);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  return {
    path,
    database: join(path, 'database'),
    evidence: join(path, 'evidence'),
    ratchet: join(path, 'ratchet'),
    line: join(path, 'line.json'),
    lineKeys: join(path, 'line-keys.json'),
    lineSecret: join(path, 'line-secret'),
  };
}

/** A file for the line's own user; false if it was there already. */
export function writePrivate(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

export const readIfThere = (path: string): string | null =>
  existsSync(path) ? readFileSync(path, 'utf8') : null;
