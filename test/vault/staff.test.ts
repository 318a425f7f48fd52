import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fromHex, toBase64url, toHex } from '../../vault/bytes.js';
import { crockford, fromBase32, rfc4648, toBase32 } from '../../vault/staff-base32.js';
import { decodeStaffRecovery, encodeStaffRecovery } from '../../vault/staff-recovery.js';
import { authOf, foldName, recoveryAuth, staffMaster, staffSalt, totpSecretText } from '../../vault/staff.js';
import { backends, sodium } from './support.js';

const line = fromHex('000102030405060708090a0b0c0d0e0f', 16);
const counting = Uint8Array.from({ length: 32 }, (_, n) => n);

/** Written by libsodium and @node-rs/argon2 once: a change locks everybody out of their accounts. */
const vectors = {
  salt: '2236989f25254fb861e55c1ef761c0a3',
  auth: 'KWwzzJQJHZ6rXy_KvTTuSPg9W6P6RSNN84hhvAYI_ts',
  recovery: 'gRbP3s6tFdNzZ4VBCymrTGQD6c65iMiZ7c25Uf8VbHQ',
};

describe.each(backends)('with %s', (_name, b) => {
  test('the salt is that of line and folded name', () => {
    expect(toHex(staffSalt(b, line, 'Wang 芳'))).toBe(vectors.salt);
    expect(toHex(staffSalt(b, line, '  ＷANG 芳 '))).toBe(vectors.salt);
    expect(toHex(staffSalt(b, line, 'Wang'))).not.toBe(vectors.salt);
    expect(toHex(staffSalt(b, counting.subarray(16), 'Wang 芳'))).not.toBe(vectors.salt);
  });

  test('a recovery code makes the same proof', () => {
    expect(toBase64url(recoveryAuth(b, counting))).toBe(vectors.recovery);
  });
});

describe('the same passphrase makes the same auth', () => {
  const passphrase = 'river candle orbit meadow silver tuna';

  test("with the server's backend", async () => {
    const master = await staffMaster(sodium, line, 'Wang 芳', passphrase);
    expect(toBase64url(authOf(sodium, master))).toBe(vectors.auth);
  });

  test("with the browser's backend", async () => {
    const child = join(import.meta.dirname, 'staff-child.mjs');
    const dist = join(import.meta.dirname, '..', '..', 'dist');
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, [child, dist, toHex(line), 'Wang 芳', passphrase]);
    expect(stdout).toBe(vectors.auth);
  });

  test('however its letters are encoded, and none that is another', async () => {
    const auths = ['caf\u00e9', 'cafe\u0301', 'Cafe\u0301'].map(async (text) =>
      toHex(authOf(sodium, await staffMaster(sodium, line, 'Ann', text))),
    );
    const [composed, decomposed, capital] = await Promise.all(auths);
    expect(decomposed).toBe(composed);
    expect(capital).not.toBe(composed);
  });
});

describe('a folded name', () => {
  test.each([
    ['Ann', 'ann'],
    ['  Ann Lee ', 'ann lee'],
    ['ＡＮＮ\u3000', 'ann'],
    ['Zoë', 'zoë'],
    ['Zoe\u0308', 'zoë'],
    ['ÅNGSTRÖM', 'ångström'],
    ['王芳', '王芳'],
  ])('%j is compared as %j', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  test('every letter folded twice is folded once', () => {
    const unstable = Array.from({ length: 0x11_0000 }, (_, point) => String.fromCodePoint(point))
      .map(foldName)
      .filter((folded) => foldName(folded) !== folded);
    expect(unstable).toEqual([]);
  });

  test('any text folded twice is folded once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
    );
  });
});

describe('base32', () => {
  test.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('%j is written as RFC 4648 has it', (text, written) => {
    expect(toBase32(new TextEncoder().encode(text), rfc4648)).toBe(written);
  });

  test('what was written is read, and nothing else', () => {
    const bytes = fc.uint8Array({ maxLength: 40 });
    fc.assert(
      fc.property(bytes, fc.constantFrom(rfc4648, crockford), (plain, alphabet) => {
        expect(fromBase32(toBase32(plain, alphabet), alphabet)).toEqual(plain);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from(rfc4648)), maxLength: 20 }), (text) => {
        const read = fromBase32(text, rfc4648);
        expect(read === null || toBase32(read, rfc4648) === text).toBe(true);
      }),
    );
    expect(fromBase32('M1', rfc4648)).toBeNull();
    expect(fromBase32('mzxq', rfc4648)).toBeNull();
  });

  test('a secret of twenty bytes has 32 letters', () => {
    expect(totpSecretText(counting.subarray(0, 20))).toBe('AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQT');
  });
});

describe('a recovery code on paper', () => {
  const paper = encodeStaffRecovery(counting);

  test('has thirteen groups of four letters', () => {
    expect(paper).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4} ){12}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  test('is read as it was written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        expect(decodeStaffRecovery(encodeStaffRecovery(bytes))).toEqual(bytes);
      }),
    );
  });

  test('is read however it is typed', () => {
    expect(decodeStaffRecovery(paper.toLowerCase().replaceAll(' ', '-'))).toEqual(counting);
    expect(decodeStaffRecovery(paper.replaceAll(' ', ''))).toEqual(counting);
    expect(decodeStaffRecovery(` ${paper.replaceAll('0', 'o').replaceAll('1', 'l')}\n`)).toEqual(counting);
    expect(decodeStaffRecovery(paper.replaceAll('1', 'I').replaceAll(' ', '–'))).toEqual(counting);
  });

  test.each([
    ['a letter too few', paper.slice(0, -1)],
    ['a letter too many', `${paper}0`],
    ['a letter that is none', paper.replace('0', 'U')],
    ['bits behind the last byte', `${paper.slice(0, -1)}Z`],
    ['nothing', ''],
  ])('with %s is no code', (_what, typed) => {
    expect(decodeStaffRecovery(typed)).toBeNull();
  });

  test('is made of 32 bytes alone', () => {
    expect(() => encodeStaffRecovery(new Uint8Array(31))).toThrow(RangeError);
  });
});
