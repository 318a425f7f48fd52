/** Everything the vault seals, made with counted randomness: what one backend writes, the other must write too. */
import { type Backend } from '../../vault/backend.js';
import { toHex } from '../../vault/bytes.js';
import { sealPart } from '../../vault/evidence.js';
import { sealItem } from '../../vault/item.js';
import { hash, hash16, kdf } from '../../vault/kdf.js';
import { encodePublic, makeLineKeys, printPrivate } from '../../vault/line-keys.js';
import { dayKey, encodeRoot, turnTo } from '../../vault/ratchet.js';
import { hashProof, receiptKeys, wrapThread } from '../../vault/receipt.js';
import { reportKeys, sealEnvelope } from '../../vault/report-keys.js';
import { signReply } from '../../vault/reply.js';
import { sealDraft, draftBinding } from '../../vault/draft-seal.js';
import { utf8 } from '../../vault/utf8.js';
import { countingRandom } from './support.js';

export async function makeVectors(b: Backend): Promise<Record<string, string>> {
  const random = countingRandom('vectors');
  const line = makeLineKeys(b, random, '2026-11-22');
  const lineId = random(16);
  const [reportId, itemId, fileId] = [toHex(random(16)), toHex(random(16)), toHex(random(16))];
  const { content, thread } = reportKeys(b, random(64));
  const { proof, wrap } = await receiptKeys(b, lineId, '12345678901234567891');
  const text = utf8('看到的事：what was seen');
  const root = { day: '2026-11-19', r: random(32) };
  const key = random(32);
  const place = { reportId, to: 'handler-1', of: 'content' } as const;
  return {
    hash: toHex(hash(b, text)),
    hashKeyed: toHex(hash(b, text, key)),
    hash16: toHex(hash16(b, text)),
    kdf: toHex(kdf(b, key, 'proof')),
    linePublic: encodePublic(line.public),
    linePrivate: printPrivate(b, line.private),
    contentPk: toHex(content.publicKey),
    contentPrivate: toHex(content.privateKey),
    threadPk: toHex(thread.publicKey),
    receiptProof: toHex(proof),
    receiptProofHash: toHex(hashProof(b, proof)),
    receiptWrap: toHex(wrap),
    wrappedThread: toHex(wrapThread(b, random, wrap, thread.privateKey)),
    envelope: toHex(sealEnvelope(b, random, place, content.privateKey, line.public.recovery.boxPk).box),
    item: toHex(
      sealItem(b, random, content.publicKey, reportId, { id: itemId, purpose: 'answers', bytes: text }),
    ),
    replySignature: toHex(signReply(b, line.private.rootSeed, reportId, itemId, text)),
    evidencePart: toHex(sealPart(b, random, key, { reportId, fileId, n: 0, total: 1 }, text)),
    ratchetFile: encodeRoot(turnTo(b, root, '2026-11-21')),
    dayKeyTag: toHex(dayKey(b, root, 'tag', key)),
    draftBody: toHex(sealDraft(b, random, key, text, draftBinding('tag'), 100)),
  };
}
