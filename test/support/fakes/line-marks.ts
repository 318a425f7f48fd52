import type { LineMark } from '../../../domain/line-marks/line-mark.js';
import type { DataFolderIdentity, FolderIdentity, LineMarks } from '../../../domain/line-marks/ports.js';

/** A database's mark in memory; `copy` is a database with the same mark. */
export function memoryLineMarks(first: LineMark | null = null): LineMarks & { copy(): LineMarks } {
  let mark = first;
  return {
    copy: () => memoryLineMarks(structuredClone(mark)),
    read: async () => structuredClone(mark),
    async insert(next) {
      if (mark !== null) return false;
      mark = structuredClone(next);
      return true;
    },
    async replace(next) {
      if (mark?.revision !== next.revision - 1) return false;
      mark = structuredClone(next);
      return true;
    },
  };
}

/** A data folder in memory; `copy` is one with the same identity in another place, as `cp -r` makes it. */
export function memoryFolder(first: FolderIdentity | null = null): DataFolderIdentity & {
  copy(): ReturnType<typeof memoryFolder>;
  readonly identity: FolderIdentity | null;
} {
  let identity = first;
  const make = (): FolderIdentity => ({ id: hex(), place: hex(), confirmed: false });
  return {
    get identity() {
      return identity;
    },
    copy: () => memoryFolder(identity && { ...identity, place: hex() }),
    read: async () => (identity ??= make()),
    renew: async () => (identity = make()),
    async confirm({ id }) {
      if (identity?.id === id) identity = { ...identity, confirmed: true };
    },
  };
}

let count = 0;
const hex = (): string => (count += 1).toString(16).padStart(32, '0');
