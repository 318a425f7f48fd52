import type { Keyring, KeyringEntry } from '../../../domain/keyring/ports.js';
import { hex } from '../../../domain/bytes.js';

/** A keyring in memory. */
export function memoryKeyring(...first: readonly KeyringEntry[]): Keyring {
  const entries = new Map<string, KeyringEntry>();
  const add = (entry: KeyringEntry) => {
    const id = hex(entry.signature);
    if (!entries.has(id)) entries.set(id, structuredClone(entry));
  };
  first.forEach(add);
  return {
    async all() {
      return structuredClone([...entries.values()]);
    },
    async add(entry) {
      add(entry);
    },
  };
}
