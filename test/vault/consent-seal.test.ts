import { describe, expect, test } from '@jest/globals';
import { createConsentSeal } from '../../vault/consent-seal.js';
import { createPhoneSeal } from '../../vault/phone-seal.js';
import { kdf } from '../../vault/kdf.js';
import { dayKey } from '../../vault/ratchet.js';
import { toBase64url } from '../../vault/bytes.js';
import { utf8 } from '../../vault/utf8.js';
import { backends, countingRandom, flip, sodium } from './support.js';

const secret = new Uint8Array(32).fill(1);
const other = new Uint8Array(32).fill(2);
const make = (options: { secret?: Uint8Array; previous?: Uint8Array } = {}, b = sodium) =>
  createConsentSeal(b, { secret, random: countingRandom(), ...options });
const consents = make();
const openid = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';
const tag = (seal = consents, way = 'account', template = 'form', who = openid): string =>
  seal.tags(way, template, who)[0];

describe('a sealed account', () => {
  const sealed = consents.seal(tag(), openid);

  test('opens for its own consent, and is 0x01, a nonce, and the bytes with their tag', () => {
    expect(consents.open(tag(), sealed)).toBe(openid);
    expect(sealed[0]).toBe(1);
    expect(sealed).toHaveLength(1 + 24 + openid.length + 16);
  });

  test('opens in no other consent, and under no other secret of the line', () => {
    expect(consents.open(tag(consents, 'account', 'another'), sealed)).toBeNull();
    expect(make({ secret: other }).open(tag(), sealed)).toBeNull();
  });

  test('opens under the previous secret, and is sealed anew under the present one', () => {
    const turned = make({ secret: other, previous: secret });
    expect(turned.open(tag(), sealed)).toBe(openid);
    expect(consents.open(tag(), turned.seal(tag(), openid))).toBeNull();
  });

  test('with any bit turned, cut, or emptied does not open', () => {
    const bits = Array.from({ length: sealed.length * 8 }, (_, bit) => bit);
    expect(bits.filter((bit) => consents.open(tag(), flip(sealed, bit)) !== null)).toEqual([]);
    expect(consents.open(tag(), sealed.subarray(0, -1))).toBeNull();
    expect(consents.open(tag(), new Uint8Array())).toBeNull();
  });

  test('is another one each time', () => {
    expect(consents.seal(tag(), openid)).not.toEqual(consents.seal(tag(), openid));
  });
});

describe('the tag of a consent', () => {
  test('is of one person, way, form and secret', () => {
    const all = [
      tag(),
      tag(make({ secret: other })),
      tag(consents, 'mini'),
      tag(consents, 'account', 'another'),
      tag(consents, 'account', 'form', 'another'),
      // parts that run together otherwise
      tag(consents, 'account', 'for', `m${openid}`),
      consents.persons('account', openid)[0],
      consents.persons('mini', openid)[0],
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(tag(make())).toBe(tag());
    expect(tag()).toMatch(/^[\w-]{43}$/);
  });

  test('under a previous secret comes second', () => {
    const turned = make({ secret: other, previous: secret });
    expect(turned.tags('account', 'form', openid)).toEqual([tag(make({ secret: other })), tag()]);
    expect(turned.persons('mini', openid)[1]).toBe(consents.persons('mini', openid)[0]);
    expect(consents.tags('account', 'form', openid)).toHaveLength(1);
  });

  test('of the same account matches no tag of a draft, a phone or a report, and no plain hash', () => {
    const root = { day: '2026-11-22', r: secret };
    const keys = [
      undefined,
      secret,
      ...['consent', 'tag of a phone of staff', 'phone of staff'].map((label) => kdf(sodium, secret, label)),
      ...(['tag', 'wrap'] as const).map((label) => dayKey(sodium, root, label, secret)),
    ];
    const phones = createPhoneSeal(sodium, { secret, random: countingRandom() });
    const others = [
      ...keys.flatMap((key) => [
        toBase64url(sodium.hash(32, utf8(openid), key)),
        toBase64url(sodium.hash(32, utf8(JSON.stringify(['account', 'form', openid])), key)),
      ]),
      ...phones.tags(openid),
    ];
    expect(others).not.toContain(tag());
    expect(others).not.toContain(consents.persons('account', openid)[0]);
  });
});

describe('the mark of an answer', () => {
  test('is short, the same each time, and tells no moment to who has not the secret', () => {
    expect(consents.mark(tag(), '1620973045 form')).toMatch(/^[\w-]{11}$/);
    expect(make().mark(tag(), '1620973045 form')).toBe(consents.mark(tag(), '1620973045 form'));
    const marks = [
      consents.mark(tag(), '1620973045 form'),
      consents.mark(tag(), '1620973046 form'),
      consents.mark(tag(consents, 'mini'), '1620973045 form'),
      make({ secret: other }).mark(tag(), '1620973045 form'),
    ];
    expect(new Set(marks).size).toBe(4);
  });
});

test('both backends make the same bytes', () => {
  const made = backends.map(([, b]) => {
    const seal = make({}, b);
    const tags = seal.tags('account', 'form', openid);
    return [tags, seal.persons('mini', openid), seal.mark(tags[0], 'a'), seal.seal(tags[0], openid)];
  });
  expect(made[1]).toEqual(made[0]);
});
