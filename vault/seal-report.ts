/** A whole report, sealed by whoever makes it: a device, or the server for the chat. */
import { type Backend } from './backend.js';
import { type Random, wipe } from './bytes.js';
import { sealItem } from './item.js';
import { hashProof, receiptKeys, wrapThread } from './receipt.js';
import { reportKeys, sealEnvelope } from './report-keys.js';
import { type Envelope, type KeyringEntry, type PlainItem, type SealedItem } from './types.js';

export interface ReportDraft {
  /** 16 bytes, hex */
  readonly reportId: string;
  /** 20 digits */
  readonly receipt: string;
  /** 64 bytes: the same seeds make the same keys */
  readonly seeds: Uint8Array;
  /** trusted entries only: the caller has asked `trusted` */
  readonly readers: readonly KeyringEntry[];
  readonly items: readonly PlainItem[];
}

export interface SealedReport {
  readonly proofHash: Uint8Array;
  readonly wrappedThread: Uint8Array;
  readonly contentPk: Uint8Array;
  readonly threadPk: Uint8Array;
  readonly envelopes: readonly Envelope[];
  readonly items: readonly SealedItem[];
}

/**
 * Seals a report's items to its content key, both private halves to each reader, the thread's also to the receipt.
 * Sealed twice it has the same keys and other ciphertexts. @throws RangeError for an id, a receipt or seeds of another length
 */
export async function sealReport(
  b: Backend,
  random: Random,
  lineId: Uint8Array,
  draft: ReportDraft,
): Promise<SealedReport> {
  const { reportId, readers, items } = draft;
  const { proof, wrap } = await receiptKeys(b, lineId, draft.receipt);
  const { content, thread } = reportKeys(b, draft.seeds);
  const envelopes = readers.flatMap(({ handlerId: to, boxPk }) => [
    sealEnvelope(b, random, { reportId, to, of: 'content' }, content.privateKey, boxPk),
    sealEnvelope(b, random, { reportId, to, of: 'thread' }, thread.privateKey, boxPk),
  ]);
  const sealed: SealedReport = {
    proofHash: hashProof(b, proof),
    wrappedThread: wrapThread(b, random, wrap, thread.privateKey),
    contentPk: content.publicKey,
    threadPk: thread.publicKey,
    envelopes,
    items: items.map((item) => ({
      id: item.id,
      purpose: item.purpose,
      box: sealItem(b, random, content.publicKey, reportId, item),
    })),
  };
  wipe(proof, wrap, content.privateKey, thread.privateKey);
  return sealed;
}
