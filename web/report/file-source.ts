/** A chosen file, read in parts: a phone has no room for a whole video at once. */
import type { ByteSource } from '../../miniprogram-api/client/ports.js';

export function fileSource(file: Blob): ByteSource {
  return {
    size: file.size,
    read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  };
}
