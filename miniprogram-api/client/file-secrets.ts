/** What a file is sealed with. It lives in memory only: lost, the parts that were sent open to nobody. */
import { sizes } from '../../vault/backend.js';
import { type Random, toHex, wipe } from '../../vault/bytes.js';
import { partCount } from '../../vault/evidence.js';

/** One part: sealed under the same nonce whenever it is sent, so that it is the same bytes and has one hash. */
export interface PartSecrets {
  readonly nonce: Uint8Array;
  /** of the sealed part, once it was made; other bytes under the nonce are never sent */
  hash: Uint8Array | null;
  accepted: boolean;
}

export interface FileSecrets {
  /** 16 bytes, hex */
  readonly fileId: string;
  readonly key: Uint8Array;
  readonly parts: readonly PartSecrets[];
}

export function drawSecrets(random: Random, size: number): FileSecrets {
  return {
    fileId: toHex(random(sizes.id)),
    key: random(sizes.key),
    parts: Array.from({ length: partCount(size) }, () => ({
      nonce: random(sizes.nonce),
      hash: null,
      accepted: false,
    })),
  };
}

export function wipeSecrets({ key, parts }: FileSecrets): void {
  wipe(key, ...parts.map(({ nonce }) => nonce));
}
