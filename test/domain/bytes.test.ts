import { expect, test } from '@jest/globals';
import { fromHex, fromUtf8, hex, utf8 } from '../../domain/bytes.js';

test('text goes through UTF-8 and back', () => {
  expect(fromUtf8(utf8('贪污 😀'))).toBe('贪污 😀');
});

test('bytes that are no UTF-8 are refused', () => {
  expect(() => fromUtf8(Uint8Array.of(0xff))).toThrow('utf-8');
});

test('bytes go through hex and back', () => {
  expect(hex(Uint8Array.of(0, 10, 255))).toBe('000aff');
  expect(fromHex('000aff')).toEqual(Uint8Array.of(0, 10, 255));
});

test('what is no hex is null', () => {
  expect([fromHex('0'), fromHex('0A'), fromHex('zz')]).toEqual([null, null, null]);
});
