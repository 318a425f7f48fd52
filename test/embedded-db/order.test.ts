import { describe, expect, test } from '@jest/globals';
import { Binary, Double, Int32, Long, ObjectId } from 'bson';
import fc from 'fast-check';
import { inverted, keyOf } from '../../embedded-db/keys.js';
import { value } from './support.js';

const key = (plain: unknown): Buffer => keyOf(value(plain));

/** MongoDB's manual, "Comparison/Sort Order": each line is less than the next, what stands in one line is equal. */
const ascending: unknown[][] = [
  [null],
  [new Double(NaN)],
  [new Double(-Infinity)],
  [new Double(-Number.MAX_VALUE)],
  [Long.MIN_VALUE, new Double(-(2 ** 63))],
  [Long.fromString('-9223372036854775807')],
  [new Int32(-2), new Double(-2), Long.fromNumber(-2)],
  [new Double(-1.5)],
  [new Int32(0), new Double(0), new Double(-0), Long.ZERO],
  [new Double(Number.MIN_VALUE)],
  [new Double(0.1)],
  [new Int32(1), new Double(1), Long.ONE],
  [new Double(2 ** 53), Long.fromString('9007199254740992')],
  [Long.fromString('9007199254740993')],
  [new Double(2 ** 53 + 2), Long.fromString('9007199254740994')],
  [Long.MAX_VALUE],
  [new Double(2 ** 63)],
  [new Double(Number.MAX_VALUE)],
  [new Double(Infinity)],
  [''],
  ['\0'],
  ['\0a'],
  ['\x01'],
  ['\x01\0'],
  ['\x02'],
  ['A'],
  ['a'],
  ['a\0'],
  ['a\0b'],
  ['aa'],
  ['举报'],
  ['😀'], // beyond the basic plane: by UTF-8, after every shorter one
  [{}],
  [{ a: null }],
  [{ a: 1 }, { a: new Double(1) }],
  [{ a: 1, b: 0 }],
  [{ a: 2 }],
  [{ b: 1 }],
  [{ a: 'x' }], // the kind of a value comes before the name of its field
  [[]],
  [[null]],
  [[1]],
  [[1, 1]],
  [[2]],
  [['a']],
  [[[]]],
  [new Binary(Buffer.alloc(0))],
  [new Binary(Buffer.from([9]))],
  [new Binary(Buffer.from([9]), 4)],
  [new Binary(Buffer.from([0, 0]))],
  [new ObjectId('000000000000000000000001')],
  [new ObjectId('00000000000000000000000a')],
  [false],
  [true],
  [new Date(-1)],
  [new Date(0)],
  [new Date(1)],
];

describe('the order of values', () => {
  test('is the one of the manual, equal across number types', () => {
    const wrong: string[] = [];
    for (const [i, line] of ascending.entries())
      for (const [j, other] of ascending.entries())
        for (const a of line)
          for (const b of other)
            if (Math.sign(key(a).compare(key(b))) !== Math.sign(i - j))
              wrong.push(`${i} ${String(a)} / ${j} ${String(b)}`);
    expect(wrong).toEqual([]);
  });

  test('of numbers is exact: doubles and longs beside one another', () => {
    const long = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    const near = fc.tuple(long, fc.integer({ min: -2, max: 2 })).map(([n, d]) => Number(n) + d);
    fc.assert(
      fc.property(long, fc.oneof(near, fc.double({ noNaN: true, noDefaultInfinity: true })), (n, d) => {
        const whole = Number.isInteger(d) ? BigInt(d) : undefined;
        const expected = whole === undefined ? Math.sign(Number(n) - d) : n < whole ? -1 : n > whole ? 1 : 0;
        fc.pre(whole !== undefined || Math.abs(Number(n)) < 2 ** 53);
        const asLong = key(Long.fromBigInt(n));
        expect(Math.sign(asLong.compare(key(new Double(d))))).toBe(expected);
      }),
    );
  });

  test('of strings is that of their UTF-8 bytes', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '\0', '\x01', '\x02', 'é', '举', '😀', '\uffff'),
    });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(key(a).compare(key(b)))).toBe(
          Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))),
        );
      }),
    );
  });

  test('is turned round by descending parts of an index, and no key is the beginning of another', () => {
    const keys = ascending.flat().map(key);
    for (const a of keys)
      for (const b of keys) {
        if (a.equals(b)) continue;
        if (b.subarray(0, a.length).equals(a))
          throw new Error(`${a.toString('hex')} begins ${b.toString('hex')}`);
        if (inverted(a).compare(inverted(b)) !== -a.compare(b)) throw new Error(a.toString('hex'));
      }
    expect(keys.length).toBeGreaterThan(55);
  });
});
