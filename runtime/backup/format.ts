/**
 * A backup: one line of JSON, then parts. The line holds the line's public keys and a random file key, sealed by box to
 * the recovery key; the parts are sealed as those of a large evidence file are, under the file key and bound to the
 * line's id, to a hash of the first line, and to their place. All are of one size. What is in them is a row of records
 * (length, kind, bytes), and the last record says that it is the last: a file that was cut does not open.
 */
import { toBase64url, fromBase64url, toHex, concat, uint32, wipe } from '../../vault/bytes.js';
import { sizes, type KeyPair } from '../../vault/backend.js';
import { openPart, partSize, sealPart } from '../../vault/evidence.js';
import { decodePublic, encodePublic, type LinePublic } from '../../vault/line-keys.js';
import { createArgon2Pool } from '../../vault/node/argon2.js';
import { createSodium } from '../../vault/node/sodium.js';
import { sealOverhead } from '../../vault/seal.js';
import { utf8 } from '../../vault/utf8.js';
import type { Random } from '../../domain/ports.js';

const backend = createSodium(createArgon2Pool());
/** A stream's parts are not counted before they are written. */
const uncounted = 0xffffffff;
const sealedSize = sealOverhead + partSize + 1;
const longestHead = 64 * 1024;
const prefix = 5;

export const kinds = { line: 1, file: 2, end: 3 } as const;
export type Kind = (typeof kinds)[keyof typeof kinds];
export interface BackupRecord {
  readonly kind: Kind;
  readonly bytes: Uint8Array;
}

/** Why a file is no backup that opens. */
export class BackupError extends Error {}

/** The backup's bytes, a part at a time. The records must end with one of the kind `end`. */
export async function* sealBackup(
  line: LinePublic,
  day: string,
  records: AsyncIterable<BackupRecord>,
  random: Random,
): AsyncGenerator<Uint8Array> {
  const key = random(sizes.key);
  const box = backend.boxSeal(key, line.recovery.boxPk, random(sizes.key));
  const head = utf8(
    `${JSON.stringify({ fairlineBackup: 1, day, key: toBase64url(box), line: encodePublic(line) })}\n`,
  );
  yield head;
  let n = 0;
  const seal = (bytes: Uint8Array): Uint8Array =>
    sealPart(backend, random, key, { ...placeOf(line, head), n: n++, total: uncounted }, bytes);
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const { kind, bytes } of records) {
    waiting.push(uint32(bytes.length), Uint8Array.of(kind), bytes);
    length += prefix + bytes.length;
    if (length < partSize) continue;
    let rest: Uint8Array = concat(...waiting);
    for (; rest.length >= partSize; rest = rest.subarray(partSize)) yield seal(rest.subarray(0, partSize));
    waiting = [rest];
    length = rest.length;
  }
  if (length > 0) yield seal(concat(...waiting));
  wipe(key);
}

const placeOf = (line: LinePublic, head: Uint8Array): { reportId: string; fileId: string } => ({
  reportId: line.lineId,
  fileId: toHex(backend.hash(sizes.id, head)),
});

/** Reads up to `length` bytes of a file at an offset. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>;

export interface BackupHead {
  readonly line: LinePublic;
  readonly day: string;
  readonly box: Uint8Array;
  readonly bytes: Uint8Array;
}

/** The first line of a backup; it is proved only when the parts open. @throws BackupError */
export async function readHead(readAt: ReadAt): Promise<BackupHead> {
  const start = Buffer.from(await readAt(0, longestHead));
  const end = start.indexOf('\n') + 1;
  const bytes = start.subarray(0, end);
  try {
    const head = JSON.parse(bytes.toString('utf8')) as Readonly<Record<string, unknown>>;
    const line = decodePublic(backend, String(head['line']));
    const box = fromBase64url(String(head['key']));
    if (head['fairlineBackup'] === 1 && line !== null && box !== null)
      return { line, day: String(head['day']), box, bytes };
  } catch {
    // said below
  }
  throw new BackupError('no backup of a line');
}

/** The recovery key's pair of a seed. */
export const pairOf = (seed: Uint8Array): KeyPair => backend.boxPair(seed);

/** The records of a backup, the last one included. @throws BackupError if a byte of it was changed or is missing */
export async function* openBackup(
  head: BackupHead,
  pair: KeyPair,
  readAt: ReadAt,
): AsyncGenerator<BackupRecord> {
  const key = backend.boxOpen(head.box, pair);
  if (key?.length !== sizes.key) throw new BackupError('sealed to another key');
  let waiting: Buffer = Buffer.alloc(0);
  let ended = false;
  for (let n = 0; ; n += 1) {
    const sealed = await readAt(head.bytes.length + n * sealedSize, sealedSize);
    if (sealed.length === 0) break;
    const place = { ...placeOf(head.line, head.bytes), n, total: uncounted };
    const part = ended || sealed.length !== sealedSize ? null : openPart(backend, key, place, sealed);
    if (part === null) throw new BackupError('damaged');
    waiting = Buffer.from(concat(waiting, part));
    while (waiting.length >= prefix && waiting.length >= prefix + waiting.readUInt32BE(0)) {
      const end = prefix + waiting.readUInt32BE(0);
      const kind = waiting.readUInt8(4);
      if (ended || !isKind(kind)) throw new BackupError('damaged');
      yield { kind, bytes: waiting.subarray(prefix, end) };
      ended = kind === kinds.end;
      waiting = waiting.subarray(end);
    }
  }
  wipe(key);
  if (!ended || waiting.length > 0) throw new BackupError('damaged');
}

const isKind = (kind: number): kind is Kind => Object.values<number>(kinds).includes(kind);
