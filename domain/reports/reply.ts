/** A message from the desk: the plain form that is sealed to the thread, and how it is read back. */
import { fromHex, fromUtf8, hex, utf8 } from '../bytes.js';
import type { KeyringEntry } from '../keyring/ports.js';
import type { Vault } from './ports.js';
import type { SealedItem } from './report.js';

/** One thing that the desk asks, which can be answered by itself. */
export interface ReplyQuestion {
  readonly kind: 'story' | 'moment' | 'place' | 'choice';
  /** of a choice, what there is to choose from */
  readonly choices?: readonly string[];
}

export const questionKinds = ['story', 'moment', 'place', 'choice'] as const;

export interface Reply {
  readonly text: string;
  /** the keyring's name of who wrote it; null if the message does not say */
  readonly by: string | null;
  /** signed by a reader whom the line's root key leads to; anything else is shown as not verified */
  readonly verified: boolean;
  /** what it asks for, if it asks for one thing */
  readonly question?: ReplyQuestion;
}

/**
 * The bytes to seal: JSON of text, author and signature. The signature is over the text alone; a question beside it only
 * says which field a device shows, and nobody without the thread's key can put one beside a text that is signed.
 */
export function encodeReply(
  text: string,
  by: string,
  signature: Uint8Array,
  question?: ReplyQuestion,
): Uint8Array {
  return utf8(JSON.stringify({ text, by, signature: hex(signature), question }));
}

/** Reads an opened reply; what is not in the form of one is null. A reader's signature counts as of the item's day. */
export function decodeReply(
  plain: Uint8Array,
  at: { vault: Vault; entries: readonly KeyringEntry[]; reportId: string; item: SealedItem },
): Reply | null {
  const { text, by, signature, question } = fields(plain);
  if (typeof text !== 'string') return null;
  const asks = questionIn(question);
  const said = { text, ...(asks === null ? {} : { question: asks }) };
  if (typeof by !== 'string' || typeof signature !== 'string') return { ...said, by: null, verified: false };
  const bytes = fromHex(signature);
  const authors = at.vault.trusted(at.entries, at.item.day).filter((entry) => entry.handlerId === by);
  const signed = (author: KeyringEntry) =>
    bytes !== null && at.vault.verifyReply(at.reportId, at.item.id, utf8(text), author, bytes);
  return { ...said, by, verified: at.item.by === by && authors.some(signed) };
}

/** A question in its form; what is not in it is none. */
function questionIn(value: unknown): ReplyQuestion | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind: named, choices } = value as Readonly<Record<string, unknown>>;
  const kind = questionKinds.find((one) => one === named);
  if (kind === undefined) return null;
  if (kind !== 'choice') return { kind };
  const all = Array.isArray(choices) ? choices.filter((one) => typeof one === 'string') : [];
  return all.length > 0 && Array.isArray(choices) && all.length === choices.length
    ? { kind, choices: all }
    : null;
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
