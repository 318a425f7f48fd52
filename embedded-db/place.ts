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

/** A socket's path must fit the system's address (108 bytes on Linux, 104 on macOS). */
const longestPath = 99;
const socketName = 'db.sock';

/** The files of a data directory. */
export interface Place {
  readonly file: string;
  readonly lock: string;
  readonly record: string;
}

/** Makes the directory, for its owner alone, and the files that must not be readable by others. */
export function prepare(dir: string): Place {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  chmodSync(dir, 0o700);
  const place = {
    file: join(dir, 'db.sqlite'),
    lock: join(dir, 'db.lock'),
    record: join(dir, 'socket-path'),
  };
  for (const file of [place.file, place.lock]) closeSync(openSync(file, 'a', 0o600));
  return place;
}

/**
 * Where the socket of a directory is. A path that is too long is replaced by one in a private folder under the system's
 * temporary one, whose place is written down in the directory; only the lock's holder (`make`) chooses a new one.
 */
export function socketPath(dir: string, { record }: Place, make: boolean): string | undefined {
  const near = join(resolve(dir), socketName);
  if (Buffer.byteLength(near) <= longestPath) return near;
  const noted = existsSync(record) ? readFileSync(record, 'utf8') : '';
  if (noted && isPrivate(dirname(noted))) return noted;
  if (!make) return undefined;
  const chosen = join(mkdtempSync(join(tmpdir(), 'embedded-db-')), socketName);
  const draft = `${record}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, chosen, { mode: 0o600 });
  renameSync(draft, record);
  return chosen;
}

/** Whether a folder is ours and nobody else can enter it. */
function isPrivate(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const stats = lstatSync(folder);
  return stats.isDirectory() && (stats.mode & 0o077) === 0 && stats.uid === process.getuid?.();
}

/** How a driver names a unix socket. */
export const uriOf = (socket: string): string =>
  `mongodb://${encodeURIComponent(socket)}/?directConnection=true`;
