/** The domain's port `DeskVault`: what only somebody holding a reader's private keys can do. */
import { openEnvelope } from '../report-keys.js';
import { signReply } from '../reply.js';
import type { Envelope } from '../types.js';
import { createArgon2Pool } from './argon2.js';
import { createSodium } from './sodium.js';

/** The private keys of a reader: the seeds of their box pair and their signing pair. */
export interface ReaderKeys {
  readonly handlerId: string;
  readonly boxKey: Uint8Array;
  readonly signKey: Uint8Array;
}

/** domain/reports/ports.ts has the promises of each method. */
export interface NodeDeskVault {
  openEnvelope(keys: ReaderKeys, reportId: string, envelope: Envelope): Uint8Array | null;
  signReply(keys: ReaderKeys, reportId: string, itemId: string, text: Uint8Array): Uint8Array;
}

export function createDeskVault(): NodeDeskVault {
  const b = createSodium(createArgon2Pool());
  return {
    openEnvelope: (keys, reportId, envelope) =>
      envelope.to === keys.handlerId ? openEnvelope(b, b.boxPair(keys.boxKey), reportId, envelope) : null,
    signReply: (keys, reportId, itemId, text) => signReply(b, keys.signKey, reportId, itemId, text),
  };
}
