/**
 * An item of a report: 0x01 ‖ box_seal(dek) ‖ nonce ‖ XChaCha20-Poly1305(dek, padded plaintext), bound to its report,
 * its id and its purpose. Whoever has the public key can add one; only the private half opens it.
 */
import { type Backend, sizes } from './backend.js';
import { concat, fromHex, type Random, wipe } from './bytes.js';
import { version } from './kdf.js';
import { pad, unpad } from './padme.js';
import { type PlainItem, type SealedItem } from './types.js';
import { utf8 } from './utf8.js';

const nonceAt = 1 + sizes.boxSeal + sizes.key;
const sealedAt = nonceAt + sizes.nonce;

/** 0x01 ‖ reportId ‖ itemId ‖ purpose. The lengths before the purpose are fixed: one reading only. */
function binding(reportId: string, item: { readonly id: string; readonly purpose: string }): Uint8Array {
  return concat(version, fromHex(reportId, sizes.id), fromHex(item.id, sizes.id), utf8(item.purpose));
}

/** Seals an item to a public key of its report. @throws RangeError for ids that are not 16 bytes of hex */
export function sealItem(
  b: Backend,
  random: Random,
  publicKey: Uint8Array,
  reportId: string,
  item: PlainItem,
): Uint8Array {
  const dek = random(sizes.key);
  const nonce = random(sizes.nonce);
  const padded = pad(item.bytes);
  const sealed = b.aeadSeal(dek, nonce, padded, binding(reportId, item));
  const box = concat(version, b.boxSeal(dek, publicKey, random(sizes.key)), nonce, sealed);
  wipe(dek, padded);
  return box;
}

/** The item's bytes, or null: damaged, cut, another key's, or moved from another report, id or purpose. */
export function openItem(
  b: Backend,
  privateKey: Uint8Array,
  reportId: string,
  item: SealedItem,
): Uint8Array | null {
  const { box } = item;
  if (box[0] !== version[0] || box.length < sealedAt + sizes.tag) return null;
  const dek = b.boxOpen(box.subarray(1, nonceAt), { publicKey: b.boxPublic(privateKey), privateKey });
  if (dek?.length !== sizes.key) return null;
  const nonce = box.subarray(nonceAt, sealedAt);
  const padded = b.aeadOpen(dek, nonce, box.subarray(sealedAt), binding(reportId, item));
  wipe(dek);
  return padded && unpad(padded);
}
