import { decode } from './decode.js';
import { codeOf, MongoError } from './errors.js';
import type { Doc } from './values.js';

/** What one message asks. */
export interface Request {
  readonly id: number;
  readonly body: Doc;
  readonly raw: ReadonlyMap<string, readonly Buffer[]>;
  /** false: the client waits for no answer */
  readonly answered: boolean;
  /** came as OP_QUERY, as the first message of a connection may */
  readonly legacy: boolean;
}

export const largestMessage = 48_000_000;
const headerBytes = 16;
const opReply = 1;
const opQuery = 2004;
const opMsg = 2013;
const checksumPresent = 1;
const moreToCome = 2;
const requiredFlags = 0xffff;

/** Cuts a stream of bytes into messages. */
export class Splitter {
  private chunks: Buffer[] = [];
  private length = 0;

  /** @throws MongoError ProtocolError for a length that no message has */
  *push(chunk: Buffer): Generator<Buffer> {
    this.chunks.push(chunk);
    this.length += chunk.length;
    while (this.length >= 4) {
      const size = this.peekLength();
      if (size < headerBytes || size > largestMessage)
        throw new MongoError('ProtocolError', `a message of ${size} bytes`);
      if (this.length < size) return;
      const all = this.chunks.length === 1 && this.chunks[0] ? this.chunks[0] : Buffer.concat(this.chunks);
      const rest = all.subarray(size);
      this.chunks = rest.length ? [rest] : [];
      this.length = rest.length;
      yield all.subarray(0, size);
    }
  }

  private peekLength(): number {
    if ((this.chunks[0]?.length ?? 0) < 4) this.chunks = [Buffer.concat(this.chunks)];
    return this.chunks[0]?.readInt32LE(0) ?? 0;
  }
}

/**
 * Reads a message: OP_MSG with both kinds of section, or OP_QUERY on `$cmd` (MongoDB manual, "Wire Protocol").
 * @throws MongoError ProtocolError, InvalidBSON
 */
export function readRequest(message: Buffer): Request {
  const code = message.readInt32LE(12);
  try {
    if (code === opMsg) return readMsg(message);
    if (code === opQuery) return readQuery(message);
  } catch (error) {
    if (codeOf(error).startsWith('ERR_')) throw new MongoError('ProtocolError', 'a message that ends early');
    throw error;
  }
  throw new MongoError('ProtocolError', `unknown operation ${code}`);
}

export const requestId = (message: Buffer): number => message.readInt32LE(4);

function readMsg(message: Buffer): Request {
  const flags = message.readUInt32LE(headerBytes);
  if (flags & requiredFlags & ~(checksumPresent | moreToCome))
    throw new MongoError('ProtocolError', 'unknown required flags of a message');
  const end = message.length - (flags & checksumPresent ? 4 : 0);
  const raw = new Map<string, Buffer[]>();
  let body: Doc | undefined;
  let at = headerBytes + 4;
  while (at < end) {
    const kind = message.readUInt8(at);
    const size = message.readInt32LE(at + 1);
    const section = message.subarray(at + 1, at + 1 + size);
    if (size < 5 || at + 1 + size > end)
      throw new MongoError('ProtocolError', 'a section with a wrong length');
    if (kind === 0 && !body) body = decode(section);
    else if (kind === 1) readSequence(section, raw);
    else throw new MongoError('ProtocolError', `a section of kind ${kind} too many`);
    at += 1 + size;
  }
  if (!body) throw new MongoError('ProtocolError', 'a message without a body');
  for (const [name, docs] of raw) body.set(name, docs.map(decode));
  return { id: requestId(message), body, raw, answered: !(flags & moreToCome), legacy: false };
}

function readSequence(section: Buffer, raw: Map<string, Buffer[]>): void {
  const end = section.indexOf(0, 4);
  const name = section.toString('utf8', 4, end);
  const docs: Buffer[] = [];
  let at = end + 1;
  while (at < section.length) {
    const size = section.readInt32LE(at);
    if (size < 5 || at + size > section.length)
      throw new MongoError('ProtocolError', 'a document with a wrong length');
    docs.push(section.subarray(at, at + size));
    at += size;
  }
  raw.set(name, docs);
}

function readQuery(message: Buffer): Request {
  const nameEnd = message.indexOf(0, headerBytes + 4);
  const name = message.toString('utf8', headerBytes + 4, nameEnd);
  const at = nameEnd + 9;
  const body = decode(message.subarray(at, at + message.readInt32LE(at)));
  const command = [...body.keys()][0]?.toLowerCase();
  if (!name.endsWith('.$cmd') || (command !== 'ismaster' && command !== 'hello'))
    throw new MongoError('ProtocolError', 'OP_QUERY is taken for the first hello alone');
  body.set('$db', name.slice(0, -5));
  return { id: requestId(message), body, raw: new Map(), answered: true, legacy: true };
}

/** A whole message with an answer. */
export function writeReply(reply: Buffer, to: number, legacy: boolean): Buffer {
  const head = Buffer.alloc(headerBytes + (legacy ? 20 : 5));
  head.writeInt32LE(head.length + reply.length, 0);
  head.writeInt32LE(to, 8);
  head.writeInt32LE(legacy ? opReply : opMsg, 12);
  if (legacy) head.writeInt32LE(1, headerBytes + 16);
  return Buffer.concat([head, reply]);
}
