import { describe, expect, test } from '@jest/globals';
import {
  Binary,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  ObjectId,
  serialize,
  Timestamp,
  type Document,
} from 'bson';
import fc from 'fast-check';
import { decode } from '../../embedded-db/decode.js';
import { encode } from '../../embedded-db/encode.js';

const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, new ObjectId('0123456789abcdef01234567')),
  fc.integer().map((n) => new Int32(n)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((n) => Long.fromBigInt(n)),
  fc.double().map((n) => new Double(n)),
  fc.string({ unit: 'binary' }),
  fc.date({ noInvalidDate: true }),
  fc
    .tuple(fc.uint8Array(), fc.constantFrom(0, 4, 5, 128))
    .map(([bytes, subtype]) => new Binary(bytes, subtype)),
);
const names = fc
  .string({ minLength: 0, maxLength: 6 })
  .filter((name) => !name.includes('\0') && name !== '__proto__');
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(names, tie('tree'), { maxKeys: 4 }),
  ),
}));

describe('BSON', () => {
  test('is written as it was read, to the byte', () => {
    fc.assert(
      fc.property(fc.dictionary(names, tree), (document) => {
        const bytes = Buffer.from(serialize(document));
        expect(encode(decode(bytes)).equals(bytes)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test.each([10, 1000, 40_000, 70_000, 3_000_000])(
    'keeps a document of strings of %i characters',
    (length) => {
      const bytes = Buffer.from(
        serialize({
          a: 'é'.repeat(length),
          b: [{ c: 'x'.repeat(length) }, 'y'.repeat(length), Buffer.alloc(length)],
        }),
      );
      expect(encode(decode(bytes)).equals(bytes)).toBe(true);
    },
  );

  test('keeps the order of fields that look like numbers', () => {
    const fields = Buffer.from('103200010000001031000200000000', 'hex'); // int "2": 1, int "1": 2, end
    const document = Buffer.concat([Buffer.from([4 + fields.length, 0, 0, 0]), fields]);
    expect([...decode(document).keys()]).toEqual(['2', '1']);
    expect(encode(decode(document)).equals(document)).toBe(true);
  });

  test.each<[string, Document]>([
    ['regular expressions', { a: /x/ }],
    ['timestamps', { a: new Timestamp(1n) }],
    ['MaxKey', { a: [new MaxKey()] }],
    ['decimals', { a: Decimal128.fromString('1.10') }],
  ])('with %s is refused with a way out', (what, document) => {
    expect(() => decode(Buffer.from(serialize(document)))).toThrow(
      expect.objectContaining({
        code: 238,
        message: expect.stringMatching(new RegExp(`${what}.*MONGODB_URI`)),
      }),
    );
  });

  test('that is broken is refused, wherever it is cut or changed', () => {
    const bytes = Buffer.from(
      serialize({ a: 'text', b: [1, { c: Buffer.from('xyz') }], d: 5.5, e: new Date(0) }),
    );
    for (let length = 0; length < bytes.length; length += 1)
      expect(() => decode(bytes.subarray(0, length))).toThrow(
        expect.objectContaining({ codeName: 'InvalidBSON' }),
      );
    const told = new Set<unknown>();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, to) => {
        const changed = Buffer.from(bytes);
        changed[at] = to;
        try {
          decode(changed);
        } catch (error) {
          told.add((error as { codeName: unknown }).codeName);
        }
      }),
      { numRuns: 2000 },
    );
    expect([...told].toSorted()).toEqual(['InvalidBSON', 'NotImplemented']);
  });

  test('may nest a hundred levels', () => {
    const nested = (levels: number): Document => (levels ? { a: nested(levels - 1) } : {});
    expect(decode(Buffer.from(serialize(nested(100)))).size).toBe(1);
    expect(() => decode(Buffer.from(serialize(nested(101))))).toThrow(
      expect.objectContaining({ codeName: 'Overflow' }),
    );
  });
});
