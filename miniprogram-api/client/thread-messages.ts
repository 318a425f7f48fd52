/** What the desk wrote: opened with the thread's key, and believed only if a reader of the line signed it. */
import type { Backend } from '../../vault/backend.js';
import { type Breath, createRest } from '../../vault/breath.js';
import { fromHex } from '../../vault/bytes.js';
import { openItem } from '../../vault/item.js';
import { asObject, idOf, parseObject } from '../../vault/json.js';
import { trusted } from '../../vault/keyring.js';
import { verifyReply } from '../../vault/reply.js';
import type { KeyringEntry } from '../../vault/types.js';
import { fromUtf8, utf8 } from '../../vault/utf8.js';
import type { Body } from './ask.js';
import type { LineKeys } from './line.js';
import { bytes, day, list, text, whole } from './shape.js';

/** One thing that the desk asks, which can be answered by itself. */
export interface ThreadQuestion {
  readonly kind: 'story' | 'moment' | 'place' | 'choice';
  readonly choices?: readonly string[];
}

export interface ThreadMessage {
  readonly id: string;
  readonly day: string;
  readonly text: string;
  /** false: it may be anybody's who can write to the line's database */
  readonly verified: boolean;
  readonly question: ThreadQuestion | null;
}

/** A message as it comes. */
export interface SealedMessage {
  readonly id: string;
  readonly day: string;
  readonly by: string | null;
  readonly box: Uint8Array;
}

export interface Page {
  readonly items: readonly SealedMessage[];
  readonly nextCursor: string | null;
}

export function readPage(body: Body): Page | null {
  const items = list(body['items'], (value) => {
    const item = asObject(value) ?? {};
    const read = whole({ id: idOf(item['id']), day: day(item['day']), box: bytes(item['box']) });
    return read && { ...read, by: text(item['by']) };
  });
  return items && { items, nextCursor: text(body['nextCursor']) };
}

/** What opens a thread. `backend` checks signatures that it knows already at once. */
export interface ThreadOpener {
  readonly backend: Backend;
  readonly breath: Breath;
  readonly reportId: string;
  readonly threadKey: Uint8Array;
  readonly keys: LineKeys;
}

/**
 * The messages in clear. One that does not open is left out: whoever could garble it could as well have removed it.
 */
export async function openMessages(
  opener: ThreadOpener,
  sealed: readonly SealedMessage[],
): Promise<readonly ThreadMessage[]> {
  const rest = createRest(opener.breath);
  const readers = new Map<string, readonly KeyringEntry[]>();
  const messages: ThreadMessage[] = [];
  for (const item of sealed) {
    await rest();
    const { backend, keys } = opener;
    const known = readers.get(item.day) ?? trusted(backend, keys.keyring, keys.rootPk, item.day);
    readers.set(item.day, known);
    const message = openMessage(opener, item, known);
    if (message !== null) messages.push(message);
  }
  return messages;
}

function openMessage(
  { backend, reportId, threadKey }: ThreadOpener,
  item: SealedMessage,
  readers: readonly KeyringEntry[],
): ThreadMessage | null {
  const { id, day: on, box } = item;
  const plain = openItem(backend, threadKey, reportId, { id, purpose: 'reply', box });
  const reply = parseObject((plain && fromUtf8(plain)) ?? '');
  const said = text(reply?.['text']);
  if (reply === null || said === null) return null;
  const signature = signatureOf(reply['signature']);
  const verified =
    signature !== null &&
    item.by === reply['by'] &&
    readers
      .filter(({ handlerId }) => handlerId === reply['by'])
      .some(({ signPk }) => verifyReply(backend, signPk, reportId, id, utf8(said), signature));
  return { id, day: on, text: said, verified, question: readQuestion(reply['question']) };
}

/** 64 bytes of hex, as domain/reports/reply.ts writes them. */
function signatureOf(value: unknown): Uint8Array | null {
  return typeof value === 'string' && /^[0-9a-f]{128}$/.test(value) ? fromHex(value) : null;
}

const kinds = ['story', 'moment', 'place', 'choice'] as const;

function readQuestion(value: unknown): ThreadQuestion | null {
  const { kind: named, choices } = asObject(value) ?? {};
  const kind = kinds.find((one) => one === named);
  if (kind === undefined) return null;
  const among = list(choices, text);
  return kind === 'choice' ? among && { kind, choices: among } : { kind };
}
