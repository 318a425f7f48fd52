/** The vault of a server: the domain's port `Vault` on libsodium. */
import { fromHex, type Random } from '../bytes.js';
import { openItem, sealItem } from '../item.js';
import { trusted } from '../keyring.js';
import { hashProof, openThread, receiptKeys } from '../receipt.js';
import { verifyReply } from '../reply.js';
import { type ReportDraft, sealReport, type SealedReport } from '../seal-report.js';
import { type KeyringEntry, type PlainItem, type SealedItem } from '../types.js';
import { createArgon2Pool } from './argon2.js';
import { createSodium } from './sodium.js';

/** domain/reports/ports.ts has the promises of each method; `waiting` is the vault's own. */
export interface NodeVault {
  trusted(entries: readonly KeyringEntry[], day: string): readonly KeyringEntry[];
  sealReport(draft: ReportDraft): Promise<SealedReport>;
  openReceipt(receipt: string): Promise<{ proofHash: Uint8Array; wrap: Uint8Array }>;
  openThread(wrap: Uint8Array, wrapped: Uint8Array): Uint8Array | null;
  sealItem(publicKey: Uint8Array, reportId: string, item: PlainItem): Uint8Array;
  openItem(privateKey: Uint8Array, reportId: string, item: SealedItem): Uint8Array | null;
  verifyReply(
    reportId: string,
    itemId: string,
    text: Uint8Array,
    by: KeyringEntry,
    signature: Uint8Array,
  ): boolean;
  /** How many receipts wait for one of the four places at Argon2id: more than a few means "still checking". */
  waiting(): number;
}

export interface VaultOptions {
  /** 16 bytes, hex */
  readonly lineId: string;
  readonly rootPk: Uint8Array;
  readonly random: Random;
}

/** The vault of one line. Nothing secret is kept in it. */
export function createVault({ lineId, rootPk, random }: VaultOptions): NodeVault {
  const line = fromHex(lineId, 16);
  const pool = createArgon2Pool();
  const b = createSodium(pool);
  return {
    trusted: (entries, day) => trusted(b, entries, rootPk, day),
    sealReport: (draft) => sealReport(b, random, line, draft),
    async openReceipt(receipt) {
      const { proof, wrap } = await receiptKeys(b, line, receipt);
      return { proofHash: hashProof(b, proof), wrap };
    },
    openThread: (wrap, wrapped) => openThread(b, wrap, wrapped),
    sealItem: (publicKey, reportId, item) => sealItem(b, random, publicKey, reportId, item),
    openItem: (privateKey, reportId, item) => openItem(b, privateKey, reportId, item),
    verifyReply: (reportId, itemId, text, by, signature) =>
      verifyReply(b, by.signPk, reportId, itemId, text, signature),
    waiting: () => pool.waiting(),
  };
}
