/** What the desk writes is signed, so that a report's reader can tell it from what anybody with the public key sealed. */
import { type Backend, sizes } from './backend.js';
import { concat, fromHex } from './bytes.js';
import { hash } from './kdf.js';

/** reportId ‖ itemId ‖ Hash(text): 64 bytes, a length that no other signed form has. */
function signed(b: Backend, reportId: string, itemId: string, text: Uint8Array): Uint8Array {
  return concat(fromHex(reportId, sizes.id), fromHex(itemId, sizes.id), hash(b, text));
}

/** The desk's signature. `signSeed` is the private half of the reader's signing key. */
export function signReply(
  b: Backend,
  signSeed: Uint8Array,
  reportId: string,
  itemId: string,
  text: Uint8Array,
): Uint8Array {
  return b.sign(signSeed, signed(b, reportId, itemId, text));
}

/** Whether the signature over exactly this text at exactly this place is by the holder of `signPk`. */
export function verifyReply(
  b: Backend,
  signPk: Uint8Array,
  reportId: string,
  itemId: string,
  text: Uint8Array,
  signature: Uint8Array,
): boolean {
  return b.verify(signPk, signed(b, reportId, itemId, text), signature);
}
