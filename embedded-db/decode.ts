import { Binary, Int32, ObjectId } from 'bson';
import { codeOf, MongoError, unsupported } from './errors.js';
import type { Doc, Value } from './values.js';

/** MongoDB's limit on how deep documents nest. */
const deepest = 100;
/** The furthest milliseconds a JavaScript date can hold, either way. */
const furthestDate = 8_640_000_000_000_000n;

/**
 * Reads a BSON document (bsonspec.org 1.1) with every number type and the order of fields kept.
 * @throws MongoError InvalidBSON for bytes that are not BSON, NotImplemented for a type outside the closed list
 */
export function decode(bytes: Buffer): Doc {
  const reader = new Reader(bytes);
  try {
    const doc = reader.document(0);
    if (!reader.ended) throw invalid('bytes after the document');
    return doc;
  } catch (error) {
    if (codeOf(error).startsWith('ERR_')) throw invalid('it ends early');
    throw error;
  }
}

const invalid = (why: string): MongoError => new MongoError('InvalidBSON', `not a BSON document: ${why}`);

class Reader {
  private at = 0;
  constructor(private readonly bytes: Buffer) {}

  get ended(): boolean {
    return this.at === this.bytes.length;
  }

  document(depth: number): Doc {
    const doc: Doc = new Map();
    const end = this.open(depth);
    while (this.at < end) {
      const type = this.bytes.readUInt8(this.at++);
      const name = this.name();
      doc.set(name, this.value(type, depth));
    }
    this.close(end);
    return doc;
  }

  private array(depth: number): Value[] {
    const list: Value[] = [];
    const end = this.open(depth);
    while (this.at < end) {
      const type = this.bytes.readUInt8(this.at++);
      this.at = this.bytes.indexOf(0, this.at) + 1;
      list.push(this.value(type, depth));
    }
    this.close(end);
    return list;
  }

  /** Enters a document and answers where its closing zero must be. */
  private open(depth: number): number {
    if (depth > deepest)
      throw new MongoError('Overflow', `documents may nest at most ${deepest} levels deep`);
    const end = this.at + this.bytes.readInt32LE(this.at) - 1;
    if (end < this.at + 4 || end >= this.bytes.length) throw invalid('a wrong length');
    this.at += 4;
    return end;
  }

  private close(end: number): void {
    if (this.at !== end || this.bytes[end] !== 0) throw invalid('a wrong length');
    this.at += 1;
  }

  private name(): string {
    const end = this.bytes.indexOf(0, this.at);
    if (end < 0) throw invalid('a name without end');
    const name = this.bytes.toString('utf8', this.at, end);
    this.at = end + 1;
    return name;
  }

  private take(length: number): Buffer {
    const end = this.at + length;
    if (length < 0 || end > this.bytes.length) throw invalid('a wrong length');
    const taken = this.bytes.subarray(this.at, end);
    this.at = end;
    return taken;
  }

  private int32(): number {
    this.at += 4;
    return this.bytes.readInt32LE(this.at - 4);
  }

  private int64(): bigint {
    this.at += 8;
    return this.bytes.readBigInt64LE(this.at - 8);
  }

  private value(type: number, depth: number): Value {
    switch (type) {
      case 0x01:
        this.at += 8;
        return this.bytes.readDoubleLE(this.at - 8);
      case 0x02: {
        const text = this.take(this.int32());
        if (text[text.length - 1] !== 0) throw invalid('a string without end');
        return text.toString('utf8', 0, text.length - 1);
      }
      case 0x03:
        return this.document(depth + 1);
      case 0x04:
        return this.array(depth + 1);
      case 0x05: {
        const length = this.int32();
        const subtype = this.take(1).readUInt8();
        return new Binary(this.take(length), subtype);
      }
      case 0x07:
        return new ObjectId(this.take(12));
      case 0x08:
        return this.take(1).readUInt8() !== 0;
      case 0x09: {
        const ms = this.int64();
        if (ms > furthestDate || ms < -furthestDate) throw unsupported('dates beyond the year 275760');
        return new Date(Number(ms));
      }
      case 0x0a:
        return null;
      case 0x10:
        return new Int32(this.int32());
      case 0x12:
        return this.int64();
      default:
        throw unsupported(`${otherTypes[type] ?? `the BSON type ${type}`} in a document`);
    }
  }
}

const otherTypes: Readonly<Record<number, string>> = {
  0x06: 'undefined',
  0x0b: 'regular expressions',
  0x0c: 'DBPointer',
  0x0d: 'JavaScript code',
  0x0e: 'symbols',
  0x0f: 'JavaScript code',
  0x11: 'timestamps',
  0x13: 'decimals',
  0x7f: 'MaxKey',
  0xff: 'MinKey',
};
