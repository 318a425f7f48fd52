import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import libsodium from 'libsodium-wrappers-sumo';
import { fromHex, toHex } from '../../vault/bytes.js';
import { noble } from '../../vault/noble.js';
import { utf8 } from '../../vault/utf8.js';
import { backends, countingRandom, flip, sodium } from './support.js';

const key = (byte: number) => new Uint8Array(32).fill(byte);
const bytes = (max: number) => fc.uint8Array({ maxLength: max });
const exactly = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

describe.each(backends)('%s agrees with the published vectors', (_, b) => {
  test('BLAKE2b: RFC 7693, and the reference implementation', () => {
    expect(toHex(b.hash(64, utf8('abc')))).toBe(
      'ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1' +
        '7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923',
    );
    expect(toHex(b.hash(32, new Uint8Array(0)))).toBe(
      '0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8',
    );
    const counted = Uint8Array.from({ length: 64 }, (_, i) => i);
    expect(toHex(b.hash(64, new Uint8Array(0), counted))).toBe(
      '10ebb67700b1868efb4417987acf4690ae9d972fb7a590c2f02871799aaa4786' +
        'b5e996e8f0f4eb981fc214b005f42d2ff4233499391653df7aefcbc13fc51568',
    );
  });

  test('X25519: RFC 7748, section 6.1', () => {
    expect(
      toHex(b.boxPublic(fromHex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb'))),
    ).toBe('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f');
  });

  test('Ed25519: RFC 8032, section 7.1, test 1', () => {
    const seed = fromHex('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60');
    const publicKey = fromHex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
    const signature = fromHex(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155' +
        '5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
    expect(b.signPublic(seed)).toEqual(publicKey);
    expect(b.sign(seed, new Uint8Array(0))).toEqual(signature);
    expect(b.verify(publicKey, new Uint8Array(0), signature)).toBe(true);
  });

  test('XChaCha20-Poly1305: draft-irtf-cfrg-xchacha-03, A.3.1', () => {
    const range = (from: number, length: number) => Uint8Array.from({ length }, (_, i) => from + i);
    const plain = utf8(
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
    );
    const sealed = fromHex(
      'bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39' +
        'ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9' +
        '21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49',
    );
    const ad = fromHex('50515253c0c1c2c3c4c5c6c7');
    expect(b.aeadSeal(range(0x80, 32), range(0x40, 24), plain, ad)).toEqual(sealed);
    expect(b.aeadOpen(range(0x80, 32), range(0x40, 24), sealed, ad)).toEqual(plain);
  });
});

describe('both backends', () => {
  test('hash alike, for every length, with and without a key', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 16, max: 64 }),
        bytes(300),
        fc.option(exactly(32)),
        (length, message, k) => {
          expect(noble.hash(length, message, k ?? undefined)).toEqual(
            sodium.hash(length, message, k ?? undefined),
          );
        },
      ),
    );
  });

  test('make the same pairs and the same sealed boxes, which libsodium itself opens', () => {
    fc.assert(
      fc.property(exactly(32), exactly(32), bytes(100), (seed, ephemeral, message) => {
        const pair = sodium.boxPair(seed);
        expect(noble.boxPair(seed)).toEqual(pair);
        expect(noble.boxPublic(pair.privateKey)).toEqual(pair.publicKey);
        const sealed = sodium.boxSeal(message, pair.publicKey, ephemeral);
        expect(noble.boxSeal(message, pair.publicKey, ephemeral)).toEqual(sealed);
        expect(libsodium.crypto_box_seal_open(sealed, pair.publicKey, pair.privateKey)).toEqual(message);
        expect(noble.boxOpen(sealed, pair)).toEqual(message);
      }),
      { numRuns: 20 },
    );
  });

  test('open what libsodium sealed with an ephemeral key of its own', () => {
    const pair = sodium.boxPair(key(1));
    const sealed = libsodium.crypto_box_seal(utf8('hello'), pair.publicKey);
    expect(backends.map(([, b]) => b.boxOpen(sealed, pair))).toEqual([utf8('hello'), utf8('hello')]);
  });

  test('seal alike, short and long, and as libsodium does', () => {
    const draw = countingRandom('lengths');
    const [k, nonce, ad] = [draw(32), draw(24), draw(40)];
    for (const length of [0, 1, 63, 64, 2031, 2032, 2047, 2048, 2049, 5000, 70_000]) {
      const plain = draw(length);
      const sealed = libsodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, ad, null, nonce, k);
      for (const [, b] of backends) {
        expect(Buffer.compare(b.aeadSeal(k, nonce, plain, ad), sealed)).toBe(0);
        expect(Buffer.compare(b.aeadOpen(k, nonce, sealed, ad) ?? Buffer.of(1), plain)).toBe(0);
      }
    }
  });

  test('derive the same Argon2id as each other and as libsodium', async () => {
    const salt = countingRandom('salt')(16);
    const password = utf8('12345678901234567890');
    for (const [kib, passes] of [
      [256, 1],
      [64, 3],
    ] as const) {
      const expected = libsodium.crypto_pwhash(
        32,
        password,
        salt,
        passes,
        kib * 1024,
        libsodium.crypto_pwhash_ALG_ARGON2ID13,
      );
      for (const [, b] of backends)
        expect(await b.argon2id(password, salt, { kib, passes })).toEqual(expected);
    }
  });
});

describe.each(backends)('%s refuses', (_, b) => {
  const pair = b.boxPair(key(1));
  const nonce = new Uint8Array(24);

  test('a sealed box with any bit turned, cut, or for another key', () => {
    const sealed = b.boxSeal(utf8('secret'), pair.publicKey, key(2));
    const bits = Array.from({ length: sealed.length * 8 }, (_, bit) => flip(sealed, bit));
    const others = [...bits, sealed.subarray(0, 47), sealed.subarray(1), new Uint8Array(0)];
    expect(others.filter((other) => b.boxOpen(other, pair) !== null)).toEqual([]);
    expect(b.boxOpen(sealed, b.boxPair(key(3)))).toBeNull();
  });

  test.each([10, 3000])('a seal of %d bytes with another key, nonce, data, or a bit turned', (length) => {
    const plain = new Uint8Array(length);
    const sealed = b.aeadSeal(key(1), nonce, plain, utf8('ad'));
    expect(b.aeadOpen(key(2), nonce, sealed, utf8('ad'))).toBeNull();
    expect(b.aeadOpen(key(1), flip(nonce, 5), sealed, utf8('ad'))).toBeNull();
    expect(b.aeadOpen(key(1), flip(nonce, 190), sealed, utf8('ad'))).toBeNull();
    expect(b.aeadOpen(key(1), nonce, sealed, utf8('AD'))).toBeNull();
    expect(b.aeadOpen(key(1), nonce, sealed.subarray(0, -1), utf8('ad'))).toBeNull();
    expect(b.aeadOpen(key(1), nonce, sealed.subarray(0, 15), utf8('ad'))).toBeNull();
    for (const bit of [0, 79, sealed.length * 8 - 1])
      expect(b.aeadOpen(key(1), nonce, flip(sealed, bit), utf8('ad'))).toBeNull();
  });

  test('signatures and keys that are none', () => {
    const [publicKey, signature] = [b.signPublic(key(1)), b.sign(key(1), utf8('yes'))];
    expect(b.verify(publicKey, utf8('yes'), signature)).toBe(true);
    expect(b.verify(publicKey, utf8('no'), signature)).toBe(false);
    expect(b.verify(b.signPublic(key(2)), utf8('yes'), signature)).toBe(false);
    expect(b.verify(publicKey.subarray(1), utf8('yes'), signature)).toBe(false);
    expect(b.verify(publicKey, utf8('yes'), signature.subarray(1))).toBe(false);
    expect(b.verify(new Uint8Array(32), utf8('yes'), new Uint8Array(64))).toBe(false);
    for (let bit = 0; bit < 512; bit += 11)
      expect(b.verify(publicKey, utf8('yes'), flip(signature, bit))).toBe(false);
  });

  test('to seal to a point of low order', () => {
    expect(() => b.boxSeal(utf8('secret'), new Uint8Array(32), key(2))).toThrow();
  });

  test('a salt or a seed of another length', async () => {
    expect(() => b.boxPair(key(1).subarray(1))).toThrow();
    await expect(
      (async () => b.argon2id(utf8('x'), new Uint8Array(15), { kib: 64, passes: 1 }))(),
    ).rejects.toThrow();
  });
});
