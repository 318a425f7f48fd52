import { describe, expect, test } from '@jest/globals';
import { concat, toHex } from '../../vault/bytes.js';
import { openPart, partCount, partSize, sealPart } from '../../vault/evidence.js';
import { utf8 } from '../../vault/utf8.js';
import { createRandom } from '../../vault/node/random.js';
import { flip, sodium as b } from './support.js';

const random = createRandom();
const key = random(32);
const [reportId, fileId] = [toHex(random(16)), toHex(random(16))];
const at = (n: number, total: number) => ({ reportId, fileId, n, total });

describe('a file in parts', () => {
  test('comes back whole', () => {
    const file = random(2 * partSize + 12_345);
    const total = partCount(file.length);
    const parts = Array.from({ length: total }, (_, n) =>
      sealPart(b, random, key, at(n, total), file.subarray(n * partSize, (n + 1) * partSize)),
    );
    const opened = parts.map((part, n) => openPart(b, key, at(n, total), part) ?? new Uint8Array(0));
    expect(total).toBe(3);
    expect(Buffer.compare(concat(...opened), file)).toBe(0);
    expect(parts.map(({ length }) => length)).toEqual(Array(3).fill(1 + 24 + partSize + 1 + 16));
    expect(openPart(b, key, at(1, total), parts[0] ?? new Uint8Array(0))).toBeNull();
    expect(openPart(b, key, at(0, 2), parts[0] ?? new Uint8Array(0))).toBeNull();
  });

  test.each([
    [0, 1],
    [1, 1],
    [partSize, 1],
    [partSize + 1, 2],
  ])('of %d bytes has %d', (size, count) => {
    expect(partCount(size)).toBe(count);
  });

  test('is padded by Padmé when it is one part, to full size at most', () => {
    const length = (size: number) => sealPart(b, random, key, at(0, 1), new Uint8Array(size)).length - 41;
    expect([0, 1, 999, 1000, partSize - 1, partSize].map(length)).toEqual([
      1,
      2,
      1024,
      1024,
      partSize,
      partSize + 1,
    ]);
  });

  test('refuses a part that is too large or has no place', () => {
    const seal = (n: number, total: number, size = 1) =>
      sealPart(b, random, key, at(n, total), new Uint8Array(size));
    expect(() => seal(0, 1, partSize + 1)).toThrow(RangeError);
    expect(() => seal(1, 1)).toThrow(RangeError);
    expect(() => seal(-1, 1)).toThrow(RangeError);
    expect(() => seal(0.5, 1)).toThrow(RangeError);
  });
});

describe('a sealed part', () => {
  const bytes = utf8('a small picture');
  const part = sealPart(b, random, key, at(0, 1), bytes);

  test('does not open with a bit turned, cut short, or with another key or place', () => {
    const changed = [
      ...Array.from({ length: part.length * 8 }, (_, bit) => flip(part, bit)),
      ...Array.from({ length: part.length }, (_, length) => part.subarray(0, length)),
    ];
    expect(openPart(b, key, at(0, 1), part)).toEqual(bytes);
    expect(changed.filter((other) => openPart(b, key, at(0, 1), other) !== null)).toEqual([]);
    expect(openPart(b, random(32), at(0, 1), part)).toBeNull();
    expect(openPart(b, key, at(0, 2), part)).toBeNull();
    expect(openPart(b, key, { ...at(0, 1), reportId: fileId }, part)).toBeNull();
    expect(openPart(b, key, { ...at(0, 1), fileId: reportId }, part)).toBeNull();
  });
});
