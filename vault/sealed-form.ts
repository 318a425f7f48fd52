/** What can be said of sealed bytes without opening them: their version and how long they are. */
import { sizes } from './backend.js';
import { partSize } from './evidence.js';
import { version } from './kdf.js';
import { sealOverhead } from './seal.js';

const envelopeLength = 1 + sizes.boxSeal + 2 * sizes.key;
const wrappedLength = sealOverhead + sizes.key;
/** version, sealed key, nonce, tag, and an end mark at least */
const leastItem = 1 + sizes.boxSeal + sizes.key + sizes.nonce + sizes.tag + 1;

const begins = (bytes: Uint8Array): boolean => bytes[0] === version[0];

/** An envelope with a private half. */
export const isEnvelopeForm = (box: Uint8Array): boolean => begins(box) && box.length === envelopeLength;

/** The thread's private half under a receipt. */
export const isWrappedForm = (box: Uint8Array): boolean => begins(box) && box.length === wrappedLength;

/** An item of whatever length. */
export const isItemForm = (box: Uint8Array): boolean => begins(box) && box.length >= leastItem;

/** Bytes of a sealed part of a file of several, and the most that any part has. */
export const fullPartLength = (partBytes: number): number => sealOverhead + partBytes + 1;

/** A part at its place: every one of several is full; a file's only one may be shorter. */
export function isPartForm(
  sealed: Uint8Array,
  of: { readonly parts: number; readonly partBytes: number },
): boolean {
  const full = fullPartLength(of.partBytes);
  if (!begins(sealed)) return false;
  return of.parts === 1 ? sealed.length > sealOverhead && sealed.length <= full : sealed.length === full;
}

/** The sizes of parts that are sealed: a chat's, and what goes through on a phone. */
export const partSizes: readonly number[] = [partSize / 2, partSize];
