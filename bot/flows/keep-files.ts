/** Fetches what a person sent, seals it, and only then calls it saved. Runs beside the turns, never inside one. */
import type { EvidenceStore } from '../../domain/evidence/ports.js';
import { hex } from '../dialogue/hex.js';
import type { KeptFile, Media } from '../dialogue/types.js';

export interface FilePorts {
  /** The bytes behind a media id. @throws when the platform does not give them */
  readonly fetch: (media: Media, ref: string) => Promise<{ bytes: Uint8Array; type: string }>;
  /** Seals a file in parts under a key of its own. */
  readonly seal: (
    reportId: string,
    fileId: string,
    bytes: Uint8Array,
  ) => { key: string; parts: readonly Uint8Array[] };
  readonly evidence: EvidenceStore;
  readonly random: (bytes: number) => Uint8Array;
}

export type KeepFile = (reportId: string, burnDay: string, media: Media, ref: string) => Promise<KeptFile>;

/** Makes the function that brings one file to safety; its place is drawn anew, so two attempts never mix. */
export function createKeepFile({ fetch, seal, evidence, random }: FilePorts): KeepFile {
  return async (reportId, burnDay, media, ref) => {
    const { bytes, type } = await fetch(media, ref);
    const file = hex(random(16));
    const { key, parts } = seal(reportId, file, bytes);
    for (const [n, part] of parts.entries()) await evidence.put(burnDay, file, n, part);
    return { file, key, type, size: bytes.length };
  };
}
