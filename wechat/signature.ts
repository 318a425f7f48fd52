/** The platform's signatures: reference "message push", developers.weixin.qq.com. */
import { hash, timingSafeEqual } from 'node:crypto';

/** SHA-1 in lower-case hex over the parts in byte order, joined. Parts: token, timestamp, nonce[, ciphertext]. */
export function sign(...parts: readonly string[]): string {
  // The default order is right here: what is signed is ASCII. A numeric or locale order is not.
  return hash('sha1', parts.toSorted().join(''));
}

/** Whether two signatures are equal, without telling by its time where they differ. */
export function sameSignature(a: string, b: string): boolean {
  const x = Buffer.from(a);
  const y = Buffer.from(b);
  return x.length === y.length && timingSafeEqual(x, y);
}
