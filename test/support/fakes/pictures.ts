import type { Picture, Pictures } from '../../../domain/articles/ports.js';

/** Pictures in memory; `stored` shows them by id. */
export function memoryPictures(): Pictures & { readonly stored: Map<string, Picture> } {
  const stored = new Map<string, Picture>();
  return {
    stored,
    async add(picture) {
      if (!stored.has(picture.id)) stored.set(picture.id, structuredClone(picture));
    },
    async get(id, rendition) {
      const found = stored.get(id)?.renditions.find(({ name }) => name === rendition);
      return structuredClone(found ?? null);
    },
    async has(id) {
      return stored.has(id);
    },
  };
}
