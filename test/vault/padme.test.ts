import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pad, padmeLength, unpad } from '../../vault/padme.js';

describe('padmeLength', () => {
  test.each([
    [0, 0],
    [1, 1],
    [8, 8],
    [9, 10],
    [100, 104],
    [1000, 1024],
    [1_000_000, 1_015_808],
  ])('of %d is %d', (length, padded) => {
    expect(padmeLength(length)).toBe(padded);
  });

  test('adds at most 12 %, never shrinks, and is its own padded length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 9, max: 2 ** 40 }), (length) => {
        const padded = padmeLength(length);
        expect(padded).toBeGreaterThanOrEqual(length);
        expect(padded / length).toBeLessThan(1.12);
        expect(padmeLength(padded)).toBe(padded);
      }),
    );
  });
});

describe('padding', () => {
  test('is taken off again, whatever the bytes end with', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.array(fc.constantFrom(0, 0x80)), fc.nat(50), (start, end, more) => {
        const plain = Uint8Array.from([...start, ...end]);
        expect(unpad(pad(plain))).toEqual(plain);
        expect(unpad(pad(plain, plain.length + 1 + more))).toEqual(plain);
        expect(pad(plain)).toHaveLength(padmeLength(plain.length + 1));
      }),
    );
  });

  test('needs its end mark', () => {
    expect(unpad(new Uint8Array(5))).toBeNull();
    expect(unpad(new Uint8Array(0))).toBeNull();
    expect(unpad(Uint8Array.of(1, 2, 0))).toBeNull();
    expect(() => pad(new Uint8Array(5), 5)).toThrow(RangeError);
  });
});
