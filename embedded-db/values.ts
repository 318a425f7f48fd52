import { Binary, Int32, ObjectId } from 'bson';
import { MongoError, refusal } from './errors.js';

/**
 * What a document holds while the server works on it. Number types stay apart (an integral double never turns into an
 * int): `Int32` is int, `bigint` long, `number` double. Documents are Maps, because a JavaScript object reorders keys
 * that look like numbers and trips over `__proto__`.
 */
export type Value =
  null | boolean | string | number | bigint | Int32 | Date | ObjectId | Binary | Doc | Value[];
export type Doc = Map<string, Value>;
export type Numeric = number | bigint | Int32;

/** What a reply may hold besides values: plain objects, and `Buffer` for a document that is BSON already. */
export type Reply = { readonly [name: string]: ReplyValue | undefined };
export type ReplyValue = Value | Buffer | Reply | readonly ReplyValue[];

export const isDoc = (value: unknown): value is Doc => value instanceof Map;
export const isNumeric = (value: unknown): value is Numeric =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof Int32;
export const int = (value: number): Int32 => new Int32(value);

/** MongoDB's name of a value's type, for error messages. */
export function typeName(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return 'double';
  if (typeof value === 'bigint') return 'long';
  if (value instanceof Int32) return 'int';
  if (value instanceof Date) return 'date';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Binary) return 'binData';
  return Array.isArray(value) ? 'array' : 'object';
}

/** A whole number out of a command's argument of any number type, or the fallback where there is none. */
export function integer(value: Value | undefined, what: string, fallback: number): number {
  if (value === undefined || value === null) return fallback;
  const number = isNumeric(value) ? Number(value) : NaN;
  if (!Number.isSafeInteger(number)) throw new MongoError('BadValue', `${what} must be a whole number`);
  return number;
}

/** Truth as MongoDB's commands take it: booleans, and numbers other than zero. */
export function truth(value: Value | undefined, what: string): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'boolean') return value;
  if (isNumeric(value)) return Number(value) !== 0;
  throw mistyped(what, 'a boolean', value);
}

const mistyped = (what: string, wanted: string, value: Value | undefined): MongoError =>
  new MongoError(
    'TypeMismatch',
    `${what} must be ${wanted}, not ${value === undefined ? 'missing' : typeName(value)}`,
  );

export function asDoc(value: Value | undefined, what: string): Doc {
  if (isDoc(value)) return value;
  throw mistyped(what, 'an object', value);
}

export function asString(value: Value | undefined, what: string): string {
  if (typeof value === 'string') return value;
  throw mistyped(what, 'a string', value);
}

export function asArray(value: Value | undefined, what: string): Value[] {
  if (Array.isArray(value)) return value;
  throw mistyped(what, 'an array', value);
}

/** Refuses a stored document whose field names this server could not address. */
export function checkNames(value: Value): void {
  if (Array.isArray(value)) value.forEach(checkNames);
  if (!isDoc(value)) return;
  for (const [name, inner] of value) {
    if (name.startsWith('$'))
      throw new MongoError(
        'DollarPrefixedFieldName',
        refusal(`a stored field whose name begins with '$' ('${name}')`),
      );
    if (name.includes('.'))
      throw new MongoError('DottedFieldName', refusal(`a stored field whose name holds a dot ('${name}')`));
    if (typeof inner === 'object') checkNames(inner);
  }
}

/** A value as MongoDB's shell and its error messages write it. */
export function show(value: ReplyValue | undefined): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(1) : String(value);
  if (value instanceof Int32) return String(value.value);
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Binary) return `BinData(${value.sub_type}, ${value.toString('hex').toUpperCase()})`;
  if (Buffer.isBuffer(value)) return '{ ... }';
  if (Array.isArray(value))
    return value.length ? `[ ${(value as ReplyValue[]).map(show).join(', ')} ]` : '[]';
  const fields = value instanceof Map ? [...value] : Object.entries(value as Reply);
  return fields.length ? `{ ${fields.map(([name, inner]) => `${name}: ${show(inner)}`).join(', ')} }` : '{}';
}
