import Database from 'libsql';
import { codeOf } from './errors.js';

export interface Lock {
  release(): void;
}

/**
 * Takes the one lock on a data directory, or answers undefined if another process has it: an exclusive transaction on a
 * file of its own, which the system ends with the process, however it ends. @throws the system's or SQLite's error
 */
export function tryLock(file: string): Lock | undefined {
  const db = new Database(file, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (codeOf(error).startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
  return {
    release: () => {
      db.close();
    },
  };
}
