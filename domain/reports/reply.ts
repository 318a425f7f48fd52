/** A message from the desk: the plain form that is sealed to the thread, and how it is read back. */
import { fromHex, fromUtf8, hex, utf8 } from '../bytes.js';
import type { KeyringEntry } from '../keyring/ports.js';
import type { Vault } from './ports.js';
import type { SealedItem } from './report.js';

export interface Reply {
  readonly text: string;
  /** the keyring's name of who wrote it; null if the message does not say */
  readonly by: string | null;
  /** signed by a reader whom the line's root key leads to; anything else is shown as not verified */
  readonly verified: boolean;
}

/** The bytes to seal: JSON of text, author and signature. */
export function encodeReply(text: string, by: string, signature: Uint8Array): Uint8Array {
  return utf8(JSON.stringify({ text, by, signature: hex(signature) }));
}

/** Reads an opened reply; what is not in the form of one is null. A reader's signature counts as of the item's day. */
export function decodeReply(
  plain: Uint8Array,
  at: { vault: Vault; entries: readonly KeyringEntry[]; reportId: string; item: SealedItem },
): Reply | null {
  const { text, by, signature } = fields(plain);
  if (typeof text !== 'string') return null;
  if (typeof by !== 'string' || typeof signature !== 'string') return { text, by: null, verified: false };
  const bytes = fromHex(signature);
  const authors = at.vault.trusted(at.entries, at.item.day).filter((entry) => entry.handlerId === by);
  const signed = (author: KeyringEntry) =>
    bytes !== null && at.vault.verifyReply(at.reportId, at.item.id, utf8(text), author, bytes);
  return { text, by, verified: at.item.by === by && authors.some(signed) };
}

function fields(plain: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(fromUtf8(plain));
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // not JSON: not a reply
  }
  return {};
}
