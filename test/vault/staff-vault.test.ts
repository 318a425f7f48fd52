import { describe, expect, test } from '@jest/globals';
import { toHex } from '../../vault/bytes.js';
import { createStaffVault } from '../../vault/node/staff-vault.js';
import { person } from '../support/staff-people.js';
import { countingRandom, flip, sodium } from './support.js';

const secret = new Uint8Array(32).fill(1);
const other = new Uint8Array(32).fill(2);
const vault = createStaffVault({ secret, random: countingRandom() });
const ann = 'a'.repeat(32);
const bob = 'b'.repeat(32);
const annsPhone = person('Ann');
const { totpSecret } = annsPhone;
const code = (now: number): string => annsPhone.code(now);

describe('a sealed second factor', () => {
  const sealed = vault.sealTotp(ann, totpSecret);

  test('opens for its account', () => {
    expect(vault.openTotp(ann, sealed)).toBe(totpSecret);
    expect(sealed).toHaveLength(1 + 24 + 20 + 16);
    expect(sealed[0]).toBe(1);
  });

  test('opens for no other account, under no other secret of the line', () => {
    expect(vault.openTotp(bob, sealed)).toBeNull();
    expect(createStaffVault({ secret: other, random: countingRandom() }).openTotp(ann, sealed)).toBeNull();
  });

  test('opens under the previous secret, and is sealed anew under the present one', () => {
    const turned = createStaffVault({ secret: other, previous: secret, random: countingRandom() });
    expect(turned.openTotp(ann, sealed)).toBe(totpSecret);
    const anew = turned.sealTotp(ann, totpSecret);
    expect(turned.openTotp(ann, anew)).toBe(totpSecret);
    expect(vault.openTotp(ann, anew)).toBeNull();
  });

  test('with any bit turned, or cut, does not open', () => {
    const bits = Array.from({ length: sealed.length * 8 }, (_, bit) => bit);
    expect(bits.filter((bit) => vault.openTotp(ann, flip(sealed, bit)) !== null)).toEqual([]);
    expect(vault.openTotp(ann, sealed.subarray(0, -1))).toBeNull();
    expect(vault.openTotp(ann, new Uint8Array())).toBeNull();
  });

  test.each(['', 'A'.repeat(31), 'A'.repeat(33), 'a'.repeat(32), '1'.repeat(32)])(
    '%j is no secret',
    (text) => {
      expect(() => vault.sealTotp(ann, text)).toThrow(RangeError);
    },
  );
});

describe('six digits', () => {
  /** 20 bytes of ASCII, the secret of RFC 6238, appendix B. */
  const rfc = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('of second %i are those of RFC 6238', (seconds, digits) => {
    expect(vault.checkCode(rfc, digits, 1000 * seconds, 0)).toBe(Math.floor(seconds / 30));
  });

  const now = 1_800_000_015_000;
  const step = 60_000_000;

  test('of the step before and of the one after are taken, and of none further', () => {
    const checked = [-2, -1, 0, 1, 2].map((n) => vault.checkCode(totpSecret, code(now + 30_000 * n), now, 0));
    expect(checked).toEqual([null, step - 1, step, step + 1, null]);
  });

  test('of a step that was used, or one before it, are taken no more', () => {
    expect(vault.checkCode(totpSecret, code(now), now, step - 1)).toBe(step);
    expect(vault.checkCode(totpSecret, code(now), now, step)).toBeNull();
    expect(vault.checkCode(totpSecret, code(now - 30_000), now, step)).toBeNull();
  });

  test.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '12345é'])('%j are none', (text) => {
    expect(vault.checkCode(totpSecret, text, now, 0)).toBeNull();
  });

  test('of another secret are wrong', () => {
    expect(vault.checkCode(totpSecret, person('Bob').code(now), now, 0)).toBeNull();
  });
});

describe('a secret for a cookie or a link', () => {
  test('is found again by its hash', () => {
    const made = vault.newSecret();
    expect(made.secret).toMatch(/^[\w-]{43}$/);
    expect(vault.hashSecret(made.secret)).toBe(made.hash);
    expect(made.hash).toBe(toHex(sodium.hash(32, new Uint8Array(Buffer.from(made.secret, 'base64url')))));
  });

  test('is drawn anew each time', () => {
    expect(vault.newSecret().secret).not.toBe(vault.newSecret().secret);
  });

  test.each(['', 'short', '!'.repeat(43), 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}B`])(
    '%j is none',
    (text) => {
      expect(vault.hashSecret(text)).toBeNull();
    },
  );
});

test('hashes are compared whole', () => {
  const hash = vault.hash(secret);
  expect(vault.equal(hash, vault.hash(secret))).toBe(true);
  expect(vault.equal(hash, vault.hash(other))).toBe(false);
  expect(vault.equal(hash, hash.subarray(1))).toBe(false);
});
