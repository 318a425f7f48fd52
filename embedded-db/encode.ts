import { Binary, Int32, ObjectId } from 'bson';
import type { Doc, Reply, ReplyValue } from './values.js';

let space = Buffer.allocUnsafe(64 * 1024);
let at = 0;

/** Writes a document as BSON, each value with its own number type; the bytes are the caller's to keep. */
export function encode(doc: Doc | Reply): Buffer {
  at = 0;
  document(doc instanceof Map ? doc : Object.entries(doc));
  const bytes = Buffer.from(space.subarray(0, at));
  if (space.length > 1024 * 1024) space = Buffer.allocUnsafe(64 * 1024); // one large reply is not kept for ever
  return bytes;
}

function reserve(length: number): void {
  if (at + length <= space.length) return;
  const larger = Buffer.allocUnsafe(Math.max(space.length * 2, at + length));
  space.copy(larger, 0, 0, at);
  space = larger;
}

function document(fields: Iterable<readonly [string, ReplyValue | undefined]>): void {
  const start = at;
  reserve(5);
  at += 4;
  for (const [name, value] of fields) if (value !== undefined) element(name, value);
  reserve(1);
  space[at++] = 0;
  space.writeInt32LE(at - start, start);
}

function element(name: string, value: ReplyValue): void {
  reserve(name.length * 3 + 24);
  const type = at++;
  at += space.write(name, at, 'utf8');
  space[at++] = 0;
  const kind = content(value); // may move to a larger space, so this comes first
  space[type] = kind;
}

/** Writes the value and answers its BSON type; sixteen bytes are reserved already. */
function content(value: ReplyValue): number {
  if (value === null) return 0x0a;
  if (typeof value === 'string') {
    reserve(value.length * 3 + 5);
    const length = space.write(value, at + 4, 'utf8') + 1;
    space.writeInt32LE(length, at);
    at += 4 + length;
    space[at - 1] = 0;
    return 0x02;
  }
  if (typeof value === 'number') {
    at = space.writeDoubleLE(value, at);
    return 0x01;
  }
  if (value instanceof Int32) {
    at = space.writeInt32LE(value.value, at);
    return 0x10;
  }
  if (typeof value === 'boolean') {
    space[at++] = value ? 1 : 0;
    return 0x08;
  }
  if (typeof value === 'bigint') {
    at = space.writeBigInt64LE(value, at);
    return 0x12;
  }
  return composite(value);
}

function composite(value: Exclude<ReplyValue, null | string | number | boolean | bigint | Int32>): number {
  if (value instanceof Map) return (document(value), 0x03);
  if (Array.isArray(value)) return (document(numbered(value)), 0x04);
  if (Buffer.isBuffer(value)) return (raw(value), 0x03);
  if (value instanceof Binary) {
    reserve(value.position + 5);
    at = space.writeInt32LE(value.position, at);
    space[at++] = value.sub_type;
    raw(value.buffer.subarray(0, value.position));
    return 0x05;
  }
  if (value instanceof ObjectId) return (raw(value.id), 0x07);
  if (value instanceof Date) {
    at = space.writeBigInt64LE(BigInt(value.getTime()), at);
    return 0x09;
  }
  document(Object.entries(value as Reply));
  return 0x03;
}

function raw(bytes: Uint8Array): void {
  reserve(bytes.length);
  space.set(bytes, at);
  at += bytes.length;
}

function* numbered(list: readonly ReplyValue[]): Generator<[string, ReplyValue]> {
  for (const [index, value] of list.entries()) yield [String(index), value];
}
