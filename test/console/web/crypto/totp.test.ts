import { describe, expect, test } from '@jest/globals';
import { URI } from 'otpauth';
import { readCode, totpAddress } from '../../../../console/web/crypto/totp.js';

describe('the address for authenticator apps', () => {
  test.each([
    ['示例举报热线', '王立新'],
    ['Sample reporting line', 'Lin Mei'],
    ['A: line & more?', 'O’Brien: x'],
  ])('of %s and %s is read by an authenticator as it was meant', (issuer, name) => {
    const secret = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    const read = URI.parse(totpAddress({ issuer, name, secret }));
    expect(read).toMatchObject({
      issuer: issuer.replaceAll(':', ' '),
      label: name.replaceAll(':', ' '),
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
    });
    expect(read.secret.base32).toBe(secret);
  });
});

describe('a code', () => {
  test.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['１２３４５６', '123456'],
    ['12345', null],
    ['1234567', null],
    ['12345a', null],
    ['', null],
  ])('%j is read as %j', (typed, read) => {
    expect(readCode(typed)).toBe(read);
  });
});
