import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  concat,
  equal,
  fromBase64url,
  fromHex,
  toBase64url,
  toHex,
  uint32,
  wipe,
} from '../../vault/bytes.js';
import { fromUtf8, utf8 } from '../../vault/utf8.js';

const bytes = fc.uint8Array({ maxLength: 100 });

describe('hex and base64url', () => {
  test('are those of Node, and read back', () => {
    fc.assert(
      fc.property(bytes, (b) => {
        expect(toHex(b)).toBe(Buffer.from(b).toString('hex'));
        expect(fromHex(toHex(b).toUpperCase())).toEqual(b);
        expect(toBase64url(b)).toBe(Buffer.from(b).toString('base64url'));
        expect(fromBase64url(toBase64url(b))).toEqual(b);
      }),
    );
  });

  test.each(['0', '0g', ' 00', 'é0'])('hex refuses %j', (text) => {
    expect(() => fromHex(text)).toThrow(RangeError);
  });

  test('hex refuses another length than asked for', () => {
    expect(() => fromHex('0000', 1)).toThrow(RangeError);
  });

  test.each(['A', 'AA==', 'A+A', 'A/A', 'AB', 'AAB', 'A A', 'AAAAA'])('base64url refuses %j', (text) => {
    expect(fromBase64url(text)).toBeNull();
  });
});

describe('utf8', () => {
  test('is that of TextEncoder, with half surrogate pairs too', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 50 }),
        fc.integer({ min: 0xd800, max: 0xdfff }),
        (s, half) => {
          const text = `${s}${String.fromCharCode(half)}${s}`;
          expect(utf8(text)).toEqual(new TextEncoder().encode(text));
          expect(fromUtf8(utf8(s))).toBe(s);
        },
      ),
    );
  });

  test('reads what TextDecoder reads and refuses what it refuses', () => {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const strict = (b: Uint8Array): string | null => {
      try {
        return decoder.decode(b);
      } catch {
        return null;
      }
    };
    const telling = fc.constantFrom(
      0x41,
      0x7f,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
      0xc1,
      0xc2,
      0xdf,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
      0xff,
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6 }), fc.array(telling, { maxLength: 5 }), (any, edge) => {
        for (const b of [any, Uint8Array.from(edge)]) expect(fromUtf8(b)).toBe(strict(b));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('bytes', () => {
  test('equal compares all of them', () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(equal(a, b)).toBe(Buffer.compare(a, b) === 0);
        expect(equal(a, a.slice())).toBe(true);
      }),
    );
  });

  test('concat keeps the order', () => {
    expect(concat(Uint8Array.of(1, 2), new Uint8Array(0), Uint8Array.of(3))).toEqual(Uint8Array.of(1, 2, 3));
  });

  test('uint32 puts the most significant byte first', () => {
    expect(uint32(0xff010203)).toEqual(Uint8Array.of(255, 1, 2, 3));
  });

  test('wipe leaves zeros', () => {
    const [a, b] = [Uint8Array.of(1, 2), Uint8Array.of(3)];
    wipe(a, b);
    expect([...a, ...b]).toEqual([0, 0, 0]);
  });
});
