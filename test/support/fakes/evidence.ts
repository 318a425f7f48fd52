import { DomainError } from '../../../domain/errors.js';
import type { EvidenceStore } from '../../../domain/evidence/ports.js';

/** Evidence in memory; keys of `pending` are `day/file/part`, of `settled` `file/part`. */
export function memoryEvidence(): EvidenceStore & {
  readonly pending: Map<string, Uint8Array>;
  readonly settled: Map<string, Uint8Array>;
} {
  const pending = new Map<string, Uint8Array>();
  const settled = new Map<string, Uint8Array>();
  const keys = (from: Map<string, Uint8Array>, prefix: string) =>
    [...from.keys()].filter((key) => key.startsWith(prefix));
  return {
    pending,
    settled,
    async put(burnDay, fileId, part, sealed) {
      pending.set(`${burnDay}/${fileId}/${part}`, sealed.slice());
    },
    async settle(burnDay, fileId) {
      for (const key of keys(pending, `${burnDay}/${fileId}/`)) {
        settled.set(key.slice(burnDay.length + 1), pending.get(key) ?? new Uint8Array());
        pending.delete(key);
      }
    },
    async parts(burnDay, fileId) {
      const prefix = `${burnDay}/${fileId}/`;
      return keys(pending, prefix)
        .map((key) => Number(key.slice(prefix.length)))
        .sort((a, b) => a - b);
    },
    async get(fileId, part) {
      const found =
        settled.get(`${fileId}/${part}`) ??
        [...pending].find(([key]) => key.endsWith(`/${fileId}/${part}`))?.[1];
      if (!found) throw new DomainError('evidence.unreadable');
      return found.slice();
    },
    async remove(fileId) {
      for (const key of keys(settled, `${fileId}/`)) settled.delete(key);
      for (const key of [...pending.keys()]) if (key.includes(`/${fileId}/`)) pending.delete(key);
    },
    async burn(day) {
      const files = new Set<string>();
      for (const key of [...pending.keys()]) {
        const [burnDay = '', fileId = ''] = key.split('/');
        if (burnDay >= day) continue;
        files.add(fileId);
        pending.delete(key);
      }
      return files.size;
    },
    async settleTimes() {
      return 0; // nothing in memory has a time
    },
  };
}
