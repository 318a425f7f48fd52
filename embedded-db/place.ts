import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { codeOf } from './errors.js';
import { user } from './scram.js';

/** Where the server listens: a unix socket or, where there are none, a port of this machine behind a password. */
export type Address = { readonly path: string } | { readonly port: number; readonly password: string };

/** A socket's path must fit the system's address (108 bytes on Linux, 104 on macOS). */
const longestPath = 99;
const socketName = 'db.sock';

/** The files of a data directory. */
export interface Place {
  readonly dir: string;
  readonly file: string;
  readonly lock: string;
  /** where an address is written down that does not follow from the directory */
  readonly record: string;
}

/** Makes the directory, for its owner alone, and the files that must not be readable by others. */
export function prepare(dir: string): Place {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  chmodSync(dir, 0o700);
  const place = {
    dir: resolve(dir),
    file: join(dir, 'db.sqlite'),
    lock: join(dir, 'db.lock'),
    record: join(dir, 'address.json'),
  };
  create(place.file);
  create(place.lock);
  return place;
}

/**
 * Makes an empty file if there is none. One that is there is not opened: closing it would end this process's locks on it
 * (fcntl locks belong to the process, whoever closes), and another process could become a second owner.
 */
function create(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** The address where an owner listens already, or will again; undefined if none was chosen yet. */
export function knownAddress(place: Place, tcp: boolean): Address | undefined {
  const near = join(place.dir, socketName);
  if (!tcp && Buffer.byteLength(near) <= longestPath) return { path: near };
  if (!existsSync(place.record)) return undefined;
  const noted = JSON.parse(readFileSync(place.record, 'utf8')) as Address;
  if ('port' in noted) return tcp ? noted : undefined;
  return !tcp && isPrivate(dirname(noted.path)) ? noted : undefined;
}

/**
 * A new address, for the lock's holder: a socket in a private folder under the system's temporary one, because the path
 * of the directory is too long, or any free port and a new password.
 */
export function newAddress(tcp: boolean): Address {
  if (tcp) return { port: 0, password: randomBytes(24).toString('hex') };
  return { path: join(mkdtempSync(join(tmpdir(), 'embedded-db-')), socketName) };
}

/** Writes an address down, for the owner's eyes alone. */
export function note(place: Place, address: Address): void {
  const draft = `${place.record}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, JSON.stringify(address), { mode: 0o600 });
  renameSync(draft, place.record);
}

/** Whether a folder is ours and nobody else can enter it. */
function isPrivate(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const stats = lstatSync(folder);
  return stats.isDirectory() && (stats.mode & 0o077) === 0 && stats.uid === process.getuid?.();
}

/** How a driver names an address. */
export const uriOf = (address: Address): string =>
  'path' in address
    ? `mongodb://${encodeURIComponent(address.path)}/?directConnection=true`
    : `mongodb://${user}:${address.password}@127.0.0.1:${address.port}/?directConnection=true&authMechanism=SCRAM-SHA-256`;
