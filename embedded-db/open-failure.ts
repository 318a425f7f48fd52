import { codeOf, EmbeddedDbError } from './errors.js';

/** Turns what the system or SQLite said into one clear error with a remedy. */
export function explained(error: unknown, dir: string): EmbeddedDbError {
  if (error instanceof EmbeddedDbError) return error;
  const code = codeOf(error);
  const cause = { cause: error };
  if (/^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL|SQLITE_IOERR_(WRITE|SHM))/.test(code))
    return new EmbeddedDbError(
      'disk-full',
      `There is no room for the database in ${dir}.`,
      'Free space on that disk (or raise the quota) and start again.',
      cause,
    );
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM)/.test(code))
    return new EmbeddedDbError(
      'not-writable',
      `The folder ${dir} cannot be written.`,
      'Make it writable for this user, or name another folder.',
      cause,
    );
  if (/^(SQLITE_NOTADB|SQLITE_CORRUPT|NOT_OURS)/.test(code))
    return new EmbeddedDbError(
      'unreadable',
      `The file in ${dir} is not a database that this version can read.`,
      'Restore a backup, or start with an empty folder.',
      cause,
    );
  return new EmbeddedDbError(
    'failed',
    `The database in ${dir} could not be opened (${code || 'unknown error'}).`,
    'See the cause of this error.',
    cause,
  );
}
