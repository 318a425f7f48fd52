import { describe, expect, test } from '@jest/globals';
import { kdf } from '../../vault/kdf.js';
import { createPhoneSeal } from '../../vault/phone-seal.js';
import { dayKey } from '../../vault/ratchet.js';
import { utf8 } from '../../vault/utf8.js';
import { toBase64url } from '../../vault/bytes.js';
import { backends, countingRandom, flip, sodium } from './support.js';

const secret = new Uint8Array(32).fill(1);
const other = new Uint8Array(32).fill(2);
const make = (options: { secret?: Uint8Array; previous?: Uint8Array } = {}, b = sodium) =>
  createPhoneSeal(b, { secret, random: countingRandom(), ...options });
const phones = make();
const ann = 'a'.repeat(32);
const bob = 'b'.repeat(32);
const openid = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';

describe('a sealed account', () => {
  const sealed = phones.seal(ann, openid);

  test('opens for its member, and is 0x01, a nonce, and the bytes with their tag', () => {
    expect(phones.open(ann, sealed)).toBe(openid);
    expect(sealed[0]).toBe(1);
    expect(sealed).toHaveLength(1 + 24 + openid.length + 16);
  });

  test('opens for no other member, under no other secret of the line', () => {
    expect(phones.open(bob, sealed)).toBeNull();
    expect(make({ secret: other }).open(ann, sealed)).toBeNull();
  });

  test('opens under the previous secret, and is sealed anew under the present one', () => {
    const turned = make({ secret: other, previous: secret });
    expect(turned.open(ann, sealed)).toBe(openid);
    expect(phones.open(ann, turned.seal(ann, openid))).toBeNull();
  });

  test('with any bit turned, or cut, does not open', () => {
    const bits = Array.from({ length: sealed.length * 8 }, (_, bit) => bit);
    expect(bits.filter((bit) => phones.open(ann, flip(sealed, bit)) !== null)).toEqual([]);
    expect(phones.open(ann, sealed.subarray(0, -1))).toBeNull();
    expect(phones.open(ann, new Uint8Array())).toBeNull();
  });

  test('is another one each time', () => {
    expect(phones.seal(ann, openid)).not.toEqual(phones.seal(ann, openid));
  });

  test('needs a member’s id', () => {
    expect(() => phones.seal('ann', openid)).toThrow(RangeError);
  });
});

describe('the tag of an account', () => {
  const tag = (seal: ReturnType<typeof make>): string => seal.tags(openid)[0];

  test('is the same for every member, another one for another account or another secret', () => {
    expect(tag(make())).toBe(tag(phones));
    expect(phones.tags('another')[0]).not.toBe(tag(phones));
    expect(tag(make({ secret: other }))).not.toBe(tag(phones));
  });

  test('under a previous secret comes second', () => {
    const turned = make({ secret: other, previous: secret });
    expect(turned.tags(openid)).toEqual([tag(make({ secret: other })), tag(phones)]);
    expect(phones.tags(openid)).toHaveLength(1);
  });

  test('is neither a plain hash, nor one under the secret or the key of the seal, nor the tag of a draft', () => {
    const root = { day: '2026-11-22', r: secret };
    const sealKey = kdf(sodium, secret, 'phone of staff');
    const keys = [undefined, secret, sealKey, dayKey(sodium, root, 'tag', secret)];
    const others = keys.map((key) => toBase64url(sodium.hash(32, utf8(openid), key)));
    expect(others).not.toContain(tag(phones));
  });
});

describe('a code', () => {
  test('has 16 random bytes, and its hash is found from it alone', () => {
    const { code, hash } = phones.newCode();
    expect(code).toMatch(/^[\w-]{22}$/);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(phones.hashCode(code)).toBe(hash);
    expect(phones.newCode().code).not.toBe(code);
  });

  test.each(['', 'A', 'A'.repeat(21), 'A'.repeat(23), `${'A'.repeat(21)}B`, 'A'.repeat(43), 'x:y'])(
    '%j is none',
    (text) => {
      expect(phones.hashCode(text)).toBeNull();
    },
  );
});

test('both backends make the same bytes', () => {
  const made = backends.map(([, b]) => {
    const seal = make({}, b);
    return [seal.newCode(), seal.seal(ann, openid), seal.tags(openid)];
  });
  expect(made[1]).toEqual(made[0]);
});
