import type { Upload, Uploads } from '../../../domain/evidence/ports.js';

/** Files on their way, in memory. */
export function memoryUploads(): Uploads & { readonly stored: Map<string, Upload> } {
  const stored = new Map<string, Upload>();
  return {
    stored,
    async insert(upload) {
      if (stored.has(upload.id)) return false;
      stored.set(upload.id, upload);
      return true;
    },
    async byId(id) {
      return stored.get(id) ?? null;
    },
    async count(owner) {
      return [...stored.values()].filter((upload) => upload.owner === owner).length;
    },
    async completed(id) {
      const upload = stored.get(id);
      if (upload) stored.set(id, { ...upload, complete: true });
    },
    async remove(id, owner) {
      if (stored.get(id)?.owner === owner) stored.delete(id);
    },
    async burn(day) {
      const old = [...stored.values()].filter((upload) => upload.burnDay < day);
      for (const { id } of old) stored.delete(id);
      return old.length;
    },
  };
}
