import { describe, expect, test } from '@jest/globals';
import { serialize, type Document } from 'bson';
import fc from 'fast-check';
import { encode } from '../../embedded-db/encode.js';
import { readRequest, Splitter, writeReply } from '../../embedded-db/wire.js';

const bson = (document: Document): Buffer => Buffer.from(serialize(document));

function message(code: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(16);
  head.writeInt32LE(16 + body.length, 0);
  head.writeInt32LE(77, 4);
  head.writeInt32LE(code, 12);
  return Buffer.concat([head, body]);
}

const flags = (value: number): Buffer => Buffer.from([value, 0, 0, 0]);

function sequence(name: string, ...documents: Document[]): Buffer {
  const body = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map(bson)]);
  const head = Buffer.alloc(5);
  head[0] = 1;
  head.writeInt32LE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const section = (document: Document): Buffer => Buffer.concat([Buffer.from([0]), bson(document)]);

describe('OP_MSG', () => {
  test('is read with both kinds of section, in either order', () => {
    const parts = [section({ insert: 'c', $db: 'd' }), sequence('documents', { a: 1 }, { a: 2 })];
    for (const order of [parts, parts.toReversed()]) {
      const request = readRequest(message(2013, flags(0), ...order));
      expect(request).toMatchObject({ id: 77, answered: true, legacy: false });
      expect([...request.body.keys()]).toEqual(['insert', '$db', 'documents']);
      expect(request.raw.get('documents')).toEqual([bson({ a: 1 }), bson({ a: 2 })]);
    }
  });

  test('may carry a checksum, and may want no answer', () => {
    const request = readRequest(message(2013, flags(3), section({ ping: 1 }), Buffer.from('abcd')));
    expect(request.answered).toBe(false);
    expect([...request.body.keys()]).toEqual(['ping']);
  });

  test.each<[string, Buffer]>([
    ['an unknown required flag', message(2013, flags(4), section({ ping: 1 }))],
    [
      'an unknown kind of section',
      message(2013, flags(0), section({ ping: 1 }), Buffer.from([2, 5, 0, 0, 0, 0])),
    ],
    ['two bodies', message(2013, flags(0), section({ ping: 1 }), section({ ping: 1 }))],
    ['no body', message(2013, flags(0), sequence('documents', {}))],
    ['a section longer than the message', message(2013, flags(0), Buffer.from([0, 200, 0, 0, 0, 0]))],
    ['nothing after its head', message(2013)],
    ['an unknown operation', message(2012, flags(0))],
    [
      'OP_QUERY with another command',
      message(2004, flags(0), Buffer.from('admin.$cmd\0'), Buffer.alloc(8), bson({ insert: 'c' })),
    ],
  ])('with %s is a protocol error', (_what, bytes) => {
    expect(() => readRequest(bytes)).toThrow(expect.objectContaining({ codeName: 'ProtocolError' }));
  });
});

describe('the legacy hello', () => {
  test('is read, and answered as OP_REPLY with one document', () => {
    const request = readRequest(
      message(2004, flags(0), Buffer.from('admin.$cmd\0'), Buffer.alloc(8), bson({ isMaster: 1 })),
    );
    expect(request.legacy).toBe(true);
    expect([...request.body]).toMatchObject([
      ['isMaster', {}],
      ['$db', 'admin'],
    ]);
    const reply = writeReply(encode({ ok: 1 }), 77, true);
    expect([
      reply.readInt32LE(0),
      reply.readInt32LE(8),
      reply.readInt32LE(12),
      reply.readInt32LE(32),
    ]).toEqual([reply.length, 77, 1, 1]);
  });
});

describe('a stream', () => {
  test('is cut into messages however it arrives', () => {
    const messages = [1, 2, 3].map((n) =>
      message(2013, flags(0), section({ ping: n, pad: 'x'.repeat(n * 10) })),
    );
    const whole = Buffer.concat(messages);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (sizes) => {
        const splitter = new Splitter();
        const seen: Buffer[] = [];
        for (let at = 0, i = 0; at < whole.length; i += 1) {
          const size = sizes[i % sizes.length] ?? 1;
          seen.push(...splitter.push(whole.subarray(at, at + size)));
          at += size;
        }
        expect(seen).toEqual(messages);
      }),
    );
  });

  test('with a length that no message has is refused', () => {
    for (const length of [0, 15, 48_000_001, -1]) {
      const bytes = Buffer.alloc(16);
      bytes.writeInt32LE(length, 0);
      expect(() => [...new Splitter().push(bytes)]).toThrow(
        expect.objectContaining({ codeName: 'ProtocolError' }),
      );
    }
  });
});
