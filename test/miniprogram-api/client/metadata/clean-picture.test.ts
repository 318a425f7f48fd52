import { describe, expect, test } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import { cleanPicture } from '../../../../miniprogram-api/client/metadata/clean-picture.js';
import type { ByteSource } from '../../../../miniprogram-api/client/ports.js';

const secret = 'Serial-4711-SECRET';
const exif = {
  IFD0: { Make: secret, Model: secret, Artist: secret, Software: secret },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 4711/100', GPSLongitudeRef: 'E' },
};
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description>${secret}</rdf:Description></rdf:RDF></x:xmpmeta>`;

/** A picture of noise: many scans, tables and stuffed bytes. */
function noise(): Sharp {
  let state = 7;
  const pixels = Uint8Array.from(
    { length: 64 * 48 * 3 },
    () => (state = (state * 48_271) % 2_147_483_647) & 255,
  );
  return sharp(pixels, { raw: { width: 64, height: 48, channels: 3 } })
    .withExif(exif)
    .withXmp(xmp)
    .withIccProfile('p3');
}

const from = (bytes: Uint8Array, reads: number[] = []): ByteSource => ({
  size: bytes.length,
  read: async (first, last) => {
    reads.push(last - first);
    return bytes.slice(first, last);
  },
});
const all = async (source: ByteSource): Promise<Uint8Array> => source.read(0, source.size);

async function cleaned(bytes: Uint8Array): Promise<Uint8Array> {
  const done = await cleanPicture(from(bytes));
  expect(done.cleaned).toBe('cleaned');
  return all(done.source);
}
const pixels = (bytes: Uint8Array): Promise<Buffer> =>
  sharp(bytes, { animated: true, ignoreIcc: true }).raw().toBuffer();

const made: readonly (readonly [string, () => Promise<Buffer>])[] = [
  ['a JPEG', () => noise().jpeg().toBuffer()],
  ['a JPEG in several scans', () => noise().jpeg({ progressive: true, quality: 95 }).toBuffer()],
  ['a JPEG that is turned', () => noise().withMetadata({ orientation: 6 }).withExif(exif).jpeg().toBuffer()],
  ['a JPEG of four colours', () => noise().toColourspace('cmyk').jpeg().toBuffer()],
  ['a PNG', () => noise().png().toBuffer()],
  ['a WebP', () => noise().webp().toBuffer()],
  ['a WebP without loss', () => noise().webp({ lossless: true }).toBuffer()],
];

describe.each(made)('%s', (_name, make) => {
  test('shows what it showed and tells nothing else', async () => {
    const bytes = await make();
    expect(bytes.includes(secret)).toBe(true);
    const clean = Buffer.from(await cleaned(bytes));
    expect(clean.includes(secret)).toBe(false);
    const { exif: left, xmp: xmpLeft, icc, iptc, orientation } = await sharp(clean).metadata();
    const before = await sharp(bytes).metadata();
    expect([xmpLeft, icc, iptc]).toEqual([undefined, undefined, undefined]);
    expect(orientation ?? 1).toBe(before.format === 'jpeg' ? (before.orientation ?? 1) : 1);
    expect(left?.length ?? 0).toBeLessThanOrEqual(40);
    expect([before.width, before.height]).toEqual([64, 48]);
    // decoded without turning and without colour management, the numbers are the same
    expect((await pixels(clean)).equals(await pixels(bytes))).toBe(true);
  });

  test('cleaned again is the same, and read in small slices too', async () => {
    const clean = await cleaned(await make());
    expect(await cleaned(clean)).toEqual(clean);
    const { source } = await cleanPicture(from(await make()));
    const parts: number[] = [];
    for (let at = 0; at < source.size; at += 61)
      parts.push(...(await source.read(at, Math.min(source.size, at + 61))));
    expect(Uint8Array.from(parts)).toEqual(clean);
  });

  test('cut anywhere is left as it is and said to be', async () => {
    const bytes = new Uint8Array(await make());
    for (let length = 12; length < bytes.length - 2; length += 37) {
      const cut = bytes.slice(0, length);
      const { cleaned: how, source } = await cleanPicture(from(cut));
      expect(how).toBe('unchanged');
      expect(source.size).toBe(length);
    }
  });

  test('with any byte changed it ends, and grows by nothing', async () => {
    const bytes = new Uint8Array(await make());
    for (let n = 0; n < 1_500; n += 1) {
      const changed = bytes.slice();
      const at = (n * 7_919) % bytes.length;
      changed[at] = (changed[at] ?? 0) ^ (1 << (n % 8));
      const { source } = await cleanPicture(from(changed));
      expect(source.size).toBeLessThanOrEqual(bytes.length);
    }
  });
});

describe('a picture', () => {
  test('of several frames keeps them all', async () => {
    const frames = await Promise.all(
      [20, 90, 160].map((grey) =>
        sharp({ create: { width: 8, height: 8, channels: 3, background: { r: grey, g: 0, b: 0 } } })
          .png()
          .toBuffer(),
      ),
    );
    const bytes = await sharp(frames, { join: { animated: true } })
      .withExif(exif)
      .webp({ loop: 0, delay: 80 })
      .toBuffer();
    expect(bytes.includes(secret)).toBe(true);
    const clean = await cleaned(bytes);
    expect(Buffer.from(clean).includes(secret)).toBe(false);
    expect((await sharp(clean, { animated: true }).metadata()).pages).toBe(3);
    expect((await pixels(clean)).equals(await pixels(bytes))).toBe(true);
  });

  test('loses what was put behind its end, and further pictures before it', async () => {
    const plain = await sharp(await noise().jpeg().toBuffer())
      .jpeg()
      .toBuffer();
    const film = Buffer.from(`....ftypmp42 ${secret}`);
    const comment = Buffer.concat([Buffer.of(0xff, 0xfe, 0, 2 + secret.length), Buffer.from(secret)]);
    const photoshop = Buffer.concat([Buffer.of(0xff, 0xed, 0, 2 + secret.length), Buffer.from(secret)]);
    const told = Buffer.concat([plain.subarray(0, 2), comment, photoshop, plain.subarray(2), film, plain]);
    const clean = Buffer.from(await cleaned(told));
    expect(clean.includes(secret)).toBe(false);
    expect(clean.length).toBeLessThanOrEqual(plain.length);
    expect((await pixels(clean)).equals(await pixels(plain))).toBe(true);
  });

  test('in a form that is not cleaned is sealed as it is, and what is none is said to be none', async () => {
    const heic = Buffer.concat([
      Buffer.of(0, 0, 0, 24),
      Buffer.from('ftypheic0000mif1heic'),
      Buffer.from(secret),
    ]);
    const gif = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
      .gif()
      .toBuffer();
    for (const bytes of [heic, gif]) {
      const { cleaned: how, source } = await cleanPicture(from(bytes));
      expect([how, Buffer.from(await all(source)).equals(bytes)]).toEqual(['unchanged', true]);
    }
    for (const bytes of [Buffer.from('%PDF-1.7'), Buffer.alloc(0), Buffer.from('....ftypisom....')])
      expect((await cleanPicture(from(bytes))).cleaned).toBe('no-picture');
  });

  test('of thirty megabytes is read in slices', async () => {
    const jpeg = await noise().jpeg().toBuffer();
    const at = jpeg.indexOf(Buffer.of(0xff, 0xda));
    // as many comments as make it large
    const comment = Buffer.concat([Buffer.of(0xff, 0xfe, 0xff, 0xff), Buffer.alloc(65_533, 'x')]);
    const large = Buffer.concat([
      jpeg.subarray(0, at),
      ...Array.from({ length: 480 }, () => comment),
      jpeg.subarray(at),
    ]);
    const reads: number[] = [];
    const { source, cleaned: how } = await cleanPicture(from(large, reads));
    expect([how, source.size < 20_000, large.length > 30_000_000]).toEqual(['cleaned', true, true]);
    expect(Math.max(...reads)).toBeLessThanOrEqual(65_536);
  });
});
