/** The keys of a line: a root key that signs the first readers, and a recovery key that reads when nobody else can. */
import { type Backend, type KeyPair, sizes } from './backend.js';
import { concat, equal, fromHex, type Random, toBase64url, toHex } from './bytes.js';
import { bytesOf, idOf, parseObject } from './json.js';
import { hash } from './kdf.js';
import { recovery, root, signEntry, verifyEntry } from './keyring.js';
import { entryFromJson, entryToJson } from './keyring-json.js';
import { decodeRecoveryCode, encodeRecoveryCode } from './recovery-code.js';
import { type KeyringEntry } from './types.js';

/** What everybody may know. */
export interface LinePublic {
  /** 16 random bytes, hex */
  readonly lineId: string;
  readonly rootPk: Uint8Array;
  /** the recovery key as a reader; it signs with the root key */
  readonly recovery: KeyringEntry;
}

/** What belongs on paper. */
export interface LinePrivate {
  readonly lineId: string;
  /** signs as `root`, and as the reader `recovery` */
  readonly rootSeed: Uint8Array;
  readonly recoverySeed: Uint8Array;
}

/** New keys for a line whose recovery key reads from `fromDay` on. */
export function makeLineKeys(
  b: Backend,
  random: Random,
  fromDay: string,
): { public: LinePublic; private: LinePrivate } {
  const secret = {
    lineId: toHex(random(sizes.id)),
    rootSeed: random(sizes.key),
    recoverySeed: random(sizes.key),
  };
  return { private: secret, public: publicPart(b, secret, fromDay) };
}

/** The public part that the private part makes: also how a lost one is made again. */
export function publicPart(b: Backend, secret: LinePrivate, fromDay: string): LinePublic {
  const rootPk = b.signPublic(secret.rootSeed);
  const entry = signEntry(b, secret.rootSeed, {
    handlerId: recovery,
    boxPk: recoveryPair(b, secret).publicKey,
    signPk: rootPk,
    fromDay,
    revokedDay: null,
    signedBy: root,
  });
  return { lineId: secret.lineId, rootPk, recovery: entry };
}

/** The recovery key's pair: opens the envelopes to `recovery`. */
export function recoveryPair(b: Backend, secret: LinePrivate): KeyPair {
  return b.boxPair(secret.recoverySeed);
}

/** Whether a private part that was typed back is this line's. */
export function isPrivatePartOf(b: Backend, secret: LinePrivate, line: LinePublic): boolean {
  return (
    secret.lineId === line.lineId &&
    equal(b.signPublic(secret.rootSeed), line.rootPk) &&
    equal(recoveryPair(b, secret).publicKey, line.recovery.boxPk)
  );
}

/** The public part as JSON text. */
export function encodePublic(line: LinePublic): string {
  const { lineId, rootPk } = line;
  const json = { version: 1, lineId, rootPk: toBase64url(rootPk), recovery: entryToJson(line.recovery) };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** Reads what `encodePublic` wrote, or null: also if the root key did not sign the recovery key. */
export function decodePublic(b: Backend, text: string): LinePublic | null {
  const value = parseObject(text);
  if (value?.['version'] !== 1) return null;
  const lineId = idOf(value['lineId']);
  const rootPk = bytesOf(value['rootPk'], sizes.key);
  const entry = entryFromJson(value['recovery']);
  if (!lineId || !rootPk || !entry) return null;
  if (entry.handlerId !== recovery || entry.signedBy !== root) return null;
  return equal(entry.signPk, rootPk) && verifyEntry(b, rootPk, entry)
    ? { lineId, rootPk, recovery: entry }
    : null;
}

const privateLength = 1 + sizes.id + 2 * sizes.key;
const sumLength = 2;

/** The private part for paper, 19 groups: 0x01 ‖ lineId ‖ rootSeed ‖ recoverySeed ‖ first 2 bytes of their Hash. */
export function printPrivate(b: Backend, secret: LinePrivate): string {
  const { lineId, rootSeed, recoverySeed } = secret;
  const bytes = concat(Uint8Array.of(1), fromHex(lineId, sizes.id), rootSeed, recoverySeed);
  return encodeRecoveryCode(concat(bytes, hash(b, bytes).subarray(0, sumLength)));
}

/** Reads a private part from paper; otherwise the groups that are wrong, none if all are right but not together. */
export function parsePrivate(b: Backend, text: string): LinePrivate | { readonly wrong: readonly number[] } {
  const read = decodeRecoveryCode(text, privateLength + sumLength);
  if ('wrong' in read) return read;
  const bytes = read.subarray(0, privateLength);
  const sum = hash(b, bytes).subarray(0, sumLength);
  if (bytes[0] !== 1 || !equal(sum, read.subarray(privateLength))) return { wrong: [] };
  const seedsAt = 1 + sizes.id;
  return {
    lineId: toHex(bytes.subarray(1, seedsAt)),
    rootSeed: bytes.slice(seedsAt, seedsAt + sizes.key),
    recoverySeed: bytes.slice(seedsAt + sizes.key),
  };
}
