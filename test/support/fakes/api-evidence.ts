/** Evidence as the API takes it: by whoever holds the token it was begun with, compared part by part. */
import { toBase64url } from '../../../vault/bytes.js';
import { partSize } from '../../../vault/evidence.js';
import { sealOverhead } from '../../../vault/seal.js';
import { Refused } from './api-refused.js';
import { sodium } from './api-line.js';

const fullPart = partSize + 1 + sealOverhead;

interface Kept {
  readonly owner: string;
  readonly reportId: string;
  readonly parts: Map<number, Uint8Array>;
  readonly total: number;
  complete: boolean;
}

export function apiEvidence() {
  const files = new Map<string, Kept>();
  /** the most parts that came in for one place: more than one means it was sent again */
  let stored = 0;

  function of(owner: string, fileId: string): Kept {
    const file = files.get(fileId);
    if (file?.owner !== owner) throw new Refused(404, 'evidence.unknown');
    return file;
  }

  return {
    files,
    stored: () => stored,
    begin(owner: string, reportId: string, fileId: string, total: number) {
      const known = files.get(fileId);
      if (known && (known.owner !== owner || known.total !== total))
        throw new Refused(404, 'evidence.unknown');
      if ([...files.values()].filter((file) => file.reportId === reportId).length >= 10 && !known)
        throw new Refused(409, 'evidence.too_many');
      if (total > 30) throw new Refused(422, 'evidence.too_large');
      const file = known ?? { owner, reportId, parts: new Map<number, Uint8Array>(), total, complete: false };
      files.set(fileId, file);
      return { fileId, parts: total, received: [...file.parts.keys()] };
    },
    put(owner: string, fileId: string, n: number, bytes: Uint8Array): void {
      const file = of(owner, fileId);
      if (file.complete) throw new Refused(409, 'evidence.closed');
      const fits = n === file.total - 1 ? bytes.length <= fullPart : bytes.length === fullPart;
      if (n >= file.total || !fits) throw new Refused(422, 'request.invalid');
      stored += 1;
      file.parts.set(n, bytes.slice());
    },
    complete(owner: string, fileId: string, hashes: readonly unknown[]) {
      const file = of(owner, fileId);
      const all = Array.from({ length: file.total }, (_, n) => n);
      const missing = all.filter((n) => !file.parts.has(n));
      const damaged = all.filter((n) => {
        const part = file.parts.get(n);
        return part !== undefined && toBase64url(sodium.hash(32, part)) !== hashes[n];
      });
      if (missing.length + damaged.length > 0)
        throw new Refused(409, 'evidence.incomplete', { missing, damaged });
      file.complete = true;
      return { fileId, parts: file.total };
    },
  };
}
