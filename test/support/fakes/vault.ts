import { fromUtf8, hex, utf8 } from '../../../domain/bytes.js';
import type { KeyringEntry } from '../../../domain/keyring/ports.js';
import type { DeskKeys, DeskVault, Vault } from '../../../domain/reports/ports.js';
import type { Envelope, SealedItem } from '../../../domain/reports/report.js';

/** The public half of a toy key pair. */
const publicOf = (secret: Uint8Array): Uint8Array => secret.map((byte) => byte ^ 0xff);
const write = (...parts: readonly string[]): Uint8Array => utf8(parts.join('|'));
const read = (box: Uint8Array): string[] => fromUtf8(box).split('|');
const bytes = (digits = ''): Uint8Array =>
  Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** A vault that hides nothing but keeps every rule of place and key; `argon2` counts the costly calls. */
export function toyVault(): Vault & DeskVault & { argon2: number } {
  const proofs = (receipt: string) => ({
    proofHash: utf8(`proof ${receipt}`.padEnd(32)),
    wrap: utf8(`wrap ${receipt}`),
  });
  const seal = (
    publicKey: Uint8Array,
    reportId: string,
    item: { id: string; purpose: string; bytes: Uint8Array },
  ) => write(hex(publicKey), reportId, item.id, item.purpose, hex(item.bytes));
  const vault: Vault & DeskVault & { argon2: number } = {
    argon2: 0,
    trusted: (entries, day) =>
      entries.filter(
        (e) => e.signedBy === 'root' && e.fromDay <= day && (e.revokedDay === null || e.revokedDay > day),
      ),
    async sealReport({ reportId, receipt, seeds, readers, items }) {
      const content = seeds.slice(0, 32);
      const thread = seeds.slice(32);
      const { proofHash, wrap } = proofs(receipt);
      const envelope = (reader: KeyringEntry, of: Envelope['of'], half: Uint8Array): Envelope => ({
        to: reader.handlerId,
        of,
        box: write(hex(reader.boxPk), reportId, of, hex(half)),
      });
      return {
        proofHash,
        wrappedThread: write(hex(wrap), hex(thread)),
        contentPk: publicOf(content),
        threadPk: publicOf(thread),
        envelopes: readers.flatMap((r) => [envelope(r, 'content', content), envelope(r, 'thread', thread)]),
        items: items.map((item) => ({
          id: item.id,
          purpose: item.purpose,
          box: seal(publicOf(content), reportId, item),
        })),
      };
    },
    async openReceipt(receipt) {
      vault.argon2++;
      return proofs(receipt);
    },
    openThread(wrap, wrapped) {
      const [key, thread] = read(wrapped);
      return key === hex(wrap) ? bytes(thread) : null;
    },
    sealItem: seal,
    openItem(privateKey: Uint8Array, reportId: string, item: SealedItem) {
      const [key, ofReport, id, purpose, plain] = read(item.box);
      const right =
        key === hex(publicOf(privateKey)) &&
        ofReport === reportId &&
        id === item.id &&
        purpose === item.purpose;
      return right ? bytes(plain) : null;
    },
    verifyReply: (reportId, itemId, text, by, signature) =>
      hex(signature) === hex(write(hex(by.signPk), reportId, itemId, hex(text))),
    openEnvelope(keys, reportId, envelope) {
      const [key, ofReport, of, half] = read(envelope.box);
      const right = key === hex(publicOf(keys.boxKey)) && ofReport === reportId && of === envelope.of;
      return right ? bytes(half) : null;
    },
    signReply: (keys, reportId, itemId, text) =>
      write(hex(publicOf(keys.signKey)), reportId, itemId, hex(text)),
  };
  return vault;
}

/** A reader's toy keys, and the keyring entry that goes with them. */
export function toyReader(handlerId: string, seed: number): { keys: DeskKeys; entry: KeyringEntry } {
  const boxKey = new Uint8Array(32).fill(seed);
  const signKey = new Uint8Array(32).fill(seed + 1);
  return {
    keys: { handlerId, boxKey, signKey },
    entry: {
      handlerId,
      boxPk: publicOf(boxKey),
      signPk: publicOf(signKey),
      fromDay: '2026-01-01',
      revokedDay: null,
      signedBy: 'root',
      signature: new Uint8Array(64).fill(seed),
    },
  };
}
