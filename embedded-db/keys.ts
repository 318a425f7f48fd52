import { Binary, ObjectId } from 'bson';
import { split } from './numbers.js';
import { isNumeric, type Numeric, type Value } from './values.js';

/**
 * Bytes whose order under memcmp is MongoDB's order of values (manual: "Comparison/Sort Order"): equal bytes mean equal
 * values, across number types too. There is no other definition of order in this server: filters, sort, indexes and
 * groups all compare these. No key is the beginning of another, so keys can be joined and turned round; no key begins
 * with 0xff.
 */
export const kinds = {
  emptyArray: 0x08,
  null: 0x10,
  number: 0x20,
  string: 0x30,
  object: 0x40,
  array: 0x50,
  binary: 0x60,
  objectId: 0x70,
  boolean: 0x80,
  date: 0x90,
} as const;

/** In sort and index keys alone: an empty array comes before null. */
export const emptyArrayKey = Buffer.from([kinds.emptyArray]);

/** The kind of value that is compared with its like only ("type bracketing"). */
export function kindOf(value: Value | undefined): number {
  if (value === null || value === undefined) return kinds.null;
  if (isNumeric(value)) return kinds.number;
  if (typeof value === 'string') return kinds.string;
  if (typeof value === 'boolean') return kinds.boolean;
  if (value instanceof ObjectId) return kinds.objectId;
  if (value instanceof Date) return kinds.date;
  if (value instanceof Binary) return kinds.binary;
  return Array.isArray(value) ? kinds.array : kinds.object;
}

export const isNaNumber = (value: Value | undefined): boolean =>
  typeof value === 'number' && Number.isNaN(value);

let space = Buffer.allocUnsafe(16 * 1024);
let at = 0;

/** The key of a value; a missing one counts as null. */
export function keyOf(value: Value | undefined): Buffer {
  at = 0;
  write(value);
  return Buffer.from(space.subarray(0, at));
}

/** The same key with its order turned round, for descending parts of an index. */
export function inverted(key: Buffer): Buffer {
  const turned = Buffer.allocUnsafe(key.length);
  for (let i = 0; i < key.length; i += 1) turned[i] = 0xff - (key[i] ?? 0);
  return turned;
}

export const sameValue = (a: Value, b: Value): boolean => keyOf(a).equals(keyOf(b));

function reserve(length: number): void {
  if (at + length <= space.length) return;
  const larger = Buffer.allocUnsafe(Math.max(space.length * 2, at + length));
  space.copy(larger, 0, 0, at);
  space = larger;
}

function write(value: Value | undefined): void {
  reserve(16);
  const kind = kindOf(value);
  space[at++] = kind;
  payload(value);
}

function payload(value: Value | undefined): void {
  if (value === null || value === undefined) return;
  if (isNumeric(value)) number(value);
  else if (typeof value === 'string') text(value);
  else if (typeof value === 'boolean') space[at++] = value ? 1 : 0;
  else if (value instanceof Date) at = space.writeBigUInt64BE(BigInt(value.getTime()) + 2n ** 63n, at);
  else if (value instanceof ObjectId) bytes(value.id);
  else if (value instanceof Binary) {
    at = space.writeUInt32BE(value.position, at);
    space[at++] = value.sub_type;
    bytes(value.buffer.subarray(0, value.position));
  } else if (Array.isArray(value)) {
    value.forEach(write);
    finish();
  } else {
    // BSON objects compare field by field: kind, then name, then value
    for (const [name, inner] of value) {
      reserve(16);
      space[at++] = kindOf(inner);
      text(name);
      reserve(16);
      payload(inner);
    }
    finish();
  }
}

function finish(): void {
  reserve(1);
  space[at++] = 0;
}

function bytes(source: Uint8Array): void {
  reserve(source.length);
  space.set(source, at);
  at += source.length;
}

/** UTF-8, ended by a zero; a zero inside becomes 1 1 and a one 1 2, so that the end is less than anything inside. */
function text(value: string): void {
  const plain = !value.includes('\0') && !value.includes('\x01');
  const escaped = plain ? value : value.replaceAll('\x01', '\x01\x02').replaceAll('\0', '\x01\x01');
  reserve(escaped.length * 3 + 1);
  at += space.write(escaped, at, 'utf8');
  space[at++] = 0;
}

/**
 * A number: the greatest double that is not above it, as eight bytes in order, then 0; or, where a large long lies
 * between two doubles, 1 and what is left over, so that all numbers have one exact order.
 */
function number(value: Numeric): void {
  const parts = typeof value === 'bigint' ? split(value) : { double: Number(value), rest: 0 };
  double(parts.double);
  space[at++] = parts.rest ? 1 : 0;
  if (parts.rest) at = space.writeUInt16BE(parts.rest, at);
}

function double(value: number): void {
  if (Number.isNaN(value)) {
    space.fill(0, at, at + 8); // NaN is less than every number
    at += 8;
    return;
  }
  space.writeDoubleBE(value === 0 ? 0 : value, at);
  const negative = ((space[at] ?? 0) & 0x80) !== 0;
  if (negative) for (let i = at; i < at + 8; i += 1) space[i] = 0xff - (space[i] ?? 0);
  else space[at] = (space[at] ?? 0) | 0x80;
  at += 8;
}
