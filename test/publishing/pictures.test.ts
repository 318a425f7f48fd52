import { beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import type { Rendition, RenditionName } from '../../domain/articles/ports.js';
import { createRenderPicture, pictureId } from '../../publishing/pictures.js';
import { seededRandom } from '../support/synthetic-articles.js';

const render = createRenderPicture();

const plain = (width: number, height: number, background = '#336699'): Sharp =>
  sharp({ create: { width, height, channels: 3, background } });

/** A picture that no encoder can make small. */
function noise(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  const random = seededRandom(7);
  const data = new Uint8Array(width * height * channels);
  for (let i = 0; i < data.length; i += 1) data[i] = random() * 256;
  return sharp(data, { raw: { width, height, channels } });
}

async function rendered(bytes: Uint8Array): Promise<Readonly<Record<RenditionName, Rendition>>> {
  const renditions = await render(bytes);
  const named = (name: RenditionName): Rendition => {
    const found = renditions.find((rendition) => rendition.name === name);
    if (found === undefined) throw new Error(`no rendition ${name}`);
    return found;
  };
  expect(renditions).toHaveLength(4);
  return { web: named('web'), small: named('small'), platform: named('platform'), cover: named('cover') };
}

const shape = ({ type, width, height }: Rendition): string => `${type} ${width}×${height}`;
const holds = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(text);
const code = (bytes: Uint8Array): Promise<unknown> =>
  render(bytes).then(
    () => 'rendered',
    (error: unknown) => (error as { code?: unknown }).code,
  );
const pixel = async (bytes: Uint8Array): Promise<readonly number[]> => [
  ...(await sharp(bytes).removeAlpha().extract({ left: 0, top: 0, width: 1, height: 1 }).raw().toBuffer()),
];

describe('the sizes of a picture', () => {
  test.each([
    ['large', 4_000, 3_000, ['image/webp 1600×1200', 'image/webp 480×360', 'image/jpeg 1080×810']],
    ['small', 300, 200, ['image/webp 300×200', 'image/webp 300×200', 'image/jpeg 300×200']],
    ['tall', 1_000, 6_000, ['image/webp 267×1600', 'image/webp 80×480', 'image/jpeg 1000×6000']],
    ['wide', 9_000, 500, ['image/webp 1600×89', 'image/webp 480×27', 'image/jpeg 1080×60']],
    ['a line', 1, 2_000, ['image/webp 1×1600', 'image/webp 1×480', 'image/jpeg 1×2000']],
  ])('of one that is %s', async (_, width, height, shapes) => {
    const { web, small, platform, cover } = await rendered(await plain(width, height).jpeg().toBuffer());
    expect([web, small, platform].map(shape)).toEqual(shapes);
    expect(shape(cover)).toBe('image/jpeg 900×383');
    for (const { bytes, ...said } of [web, small, platform, cover]) {
      const { format, width: w, height: h } = await sharp(bytes).metadata();
      expect({ type: `image/${format}`, width: w, height: h }).toMatchObject({
        type: said.type,
        width: said.width,
        height: said.height,
      });
    }
  });

  test.each(['jpeg', 'png', 'webp', 'gif'] as const)('of a %s', async (format) => {
    const { web, platform } = await rendered(await plain(60, 40, '#ff0000').toFormat(format).toBuffer());
    expect(shape(platform)).toBe('image/jpeg 60×40');
    const [red = 0, green = 255, blue = 255] = await pixel(web.bytes);
    expect([red > 240, green < 15, blue < 15]).toEqual([true, true, true]);
  });

  test.each([
    ['grey', () => plain(50, 50).greyscale().toColourspace('b-w').png()],
    [
      'grey with transparency',
      () =>
        sharp({ create: { width: 50, height: 50, channels: 4, background: '#80808080' } })
          .toColourspace('b-w')
          .png(),
    ],
    ['of 16 bits', () => plain(50, 50).toColourspace('rgb16').png()],
    ['of a palette', () => plain(50, 50).png({ palette: true })],
    ['for print (CMYK)', () => plain(50, 50).toColourspace('cmyk').jpeg()],
    ['progressive', () => plain(50, 50).jpeg({ progressive: true })],
  ])('of one that is %s', async (_, make) => {
    const { web } = await rendered(await make().toBuffer());
    expect(shape(web)).toBe('image/webp 50×50');
    expect(await sharp(web.bytes).metadata()).toMatchObject({ space: 'srgb', depth: 'uchar' });
  });

  test('of what moves, the first frame', async () => {
    const frames = await Promise.all(
      ['#ff0000', '#00ff00', '#0000ff'].map((colour) => plain(40, 40, colour).png().toBuffer()),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const { web } = await rendered(gif);
    expect(shape(web)).toBe('image/webp 40×40');
    expect((await sharp(web.bytes).metadata()).pages ?? 1).toBe(1);
    expect((await pixel(web.bytes))[0]).toBeGreaterThan(240);
  });

  test('what shows through stays so, except under the cover', async () => {
    const half = sharp({ create: { width: 200, height: 100, channels: 4, background: '#ff000080' } });
    const { web, platform, cover } = await rendered(await half.png().toBuffer());
    expect(shape(platform)).toBe('image/png 200×100');
    expect((await sharp(web.bytes).stats()).isOpaque).toBe(false);
    expect((await sharp(platform.bytes).stats()).isOpaque).toBe(false);
    expect((await sharp(cover.bytes).metadata()).hasAlpha).toBe(false);
    const opaque = sharp({ create: { width: 200, height: 100, channels: 4, background: '#ff0000' } });
    expect(shape((await rendered(await opaque.png().toBuffer())).platform)).toBe('image/jpeg 200×100');
  });

  test('what goes to the platform is made smaller until it is below a megabyte', async () => {
    const photo = noise(1_080, 1_600);
    expect((await photo.clone().jpeg({ quality: 85 }).toBuffer()).length).toBeGreaterThan(1_000_000);
    const { platform } = await rendered(await photo.png().toBuffer());
    expect(shape(platform)).toBe('image/jpeg 1080×1600');
    expect(platform.bytes.length).toBeLessThanOrEqual(1_000_000);
  });

  test('what shows through there is made smaller too', async () => {
    const clear = await rendered(await noise(1_010, 1_010, 4).png().toBuffer());
    expect(shape(clear.platform)).toMatch(/^image\/png 9\d\d×9\d\d$/);
    expect(clear.platform.bytes.length).toBeLessThanOrEqual(1_000_000);
  });

  test('a picture of one pixel by some millions is rendered like any other', async () => {
    const thread = await plain(1, 3_000_000).png().toBuffer();
    const { web, platform, cover } = await rendered(thread);
    expect([web, platform, cover].map(shape)).toEqual([
      'image/webp 1×1600',
      'image/jpeg 1×16000',
      'image/jpeg 900×383',
    ]);
    expect(shape((await rendered(await plain(3_000_000, 1).png().toBuffer())).cover)).toBe(
      'image/jpeg 900×383',
    );
  });

  test('a cover of an ordinary picture fits on a card', async () => {
    const soft = await sharp(await noise(90, 60).png().toBuffer())
      .resize(1_800, 1_200)
      .jpeg()
      .toBuffer();
    expect((await rendered(soft)).cover.bytes.length).toBeLessThanOrEqual(64_000);
  });
});

describe('what a picture tells beside what it shows', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await plain(120, 60)
      .withExif({
        IFD0: { Copyright: 'somebody', Artist: 'somebody' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '39/1 54/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '116/1 23/1 0/1',
        },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret/></x:xmpmeta>')
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
  });

  test('the sample tells it', async () => {
    expect(['Exif', 'somebody', 'xmpmeta', 'ICC_PROFILE'].map((text) => holds(bytes, text))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
  });

  test('no rendition does', async () => {
    for (const { bytes: out } of Object.values(await rendered(bytes))) {
      for (const text of ['Exif', 'EXIF', 'somebody', 'xmpmeta', 'XMP', 'ICC', 'GPS'])
        expect(holds(out, text)).toBe(false);
      const { exif, icc, xmp, iptc, orientation } = await sharp(out).metadata();
      expect({ exif, icc, xmp, iptc, orientation }).toEqual({});
    }
  });

  test('it is turned upright first', async () => {
    const [red, blue] = await Promise.all(
      ['#ff0000', '#0000ff'].map((colour) => plain(100, 50, colour).png().toBuffer()),
    );
    const side = await plain(100, 100)
      .composite([
        { input: red ?? '', top: 0, left: 0 },
        { input: blue ?? '', top: 50, left: 0 },
      ])
      .png()
      .toBuffer();
    const turned = await sharp(side)
      .extend({ right: 100, background: '#00ff00' })
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 100 })
      .toBuffer();
    const { web } = await rendered(turned);
    expect(shape(web)).toBe('image/webp 100×200');
    // Turned clockwise, what was below comes to the left.
    expect((await pixel(web.bytes))[2]).toBeGreaterThan(200);
  });

  test('colours of another profile are brought to sRGB', async () => {
    const wide = await plain(20, 20, '#00ff00').withIccProfile('p3').png().toBuffer();
    const swapped = await sharp(wide).metadata();
    expect(swapped.icc).toBeDefined();
    const { web } = await rendered(wide);
    expect((await sharp(web.bytes).metadata()).icc).toBeUndefined();
    const [red = 255, green = 0, blue = 255] = await pixel(web.bytes);
    expect([red < 30, green > 225, blue < 30]).toEqual([true, true, true]);
  });
});

describe('what is no picture, or hides something', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>';
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('hello')],
    ['HTML', Buffer.from('<html><script>alert(1)</script></html>')],
    ['SVG', Buffer.from(svg)],
    ['SVG behind a declaration', Buffer.from(`<?xml version="1.0"?>\n${svg}`)],
    ['PDF', Buffer.from('%PDF-1.7\n1 0 obj')],
    ['HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
    ['TIFF', Buffer.from('II*\0\x08\0\0\0')],
    ['the beginning of a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['a GIF that is a script', Buffer.from('GIF89a/*\0\0*/=1;alert(1)//')],
    ['a WebP that is SVG', Buffer.from(`RIFF\0\0\0\0WEBP${svg}`)],
    ['a PNG that is SVG', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(svg)])],
    [
      'zeros behind a JPEG’s first bytes',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(10_000)]),
    ],
  ])('%s', async (_, bytes) => {
    expect(await code(bytes)).toBe('picture.not_one');
  });

  test('a picture that ends in the middle', async () => {
    const whole = await noise(200, 200).jpeg().toBuffer();
    expect(await code(whole.subarray(0, whole.length / 2))).toBe('picture.not_one');
  });

  test('what stands behind a picture or in its comments does not go on', async () => {
    const payload = Buffer.from('<script>alert("fairline")</script>');
    const jpeg = await plain(40, 40).jpeg().toBuffer();
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, payload.length + 2]), payload]);
    const gif = await plain(40, 40).gif().toBuffer();
    for (const bytes of [
      Buffer.concat([jpeg, payload]),
      Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]),
      Buffer.concat([gif, payload]),
      Buffer.concat([await plain(40, 40).png().toBuffer(), payload]),
    ]) {
      const outcome = await render(bytes);
      expect(outcome.map((rendition) => holds(rendition.bytes, 'fairline'))).toEqual([
        false,
        false,
        false,
        false,
      ]);
    }
  });
});

describe('what is too large', () => {
  test('more than forty megapixels', async () => {
    const wall = async (width: number, height: number): Promise<Buffer> =>
      sharp({ create: { width, height, channels: 3, background: '#fff' }, limitInputPixels: false })
        .png({ compressionLevel: 9 })
        .toBuffer();
    expect(await code(await wall(8_000, 5_001))).toBe('picture.too_large');
    expect(await code(await wall(8_000, 5_000))).toBe('rendered');
  });

  test('a small file that says it is huge', async () => {
    const png = Buffer.from(await plain(10, 10).png().toBuffer());
    png.writeUInt32BE(100_000, 16);
    png.writeUInt32BE(100_000, 20);
    expect(['picture.too_large', 'picture.not_one']).toContain(await code(png));
  });

  test('more than twenty megabytes', async () => {
    const jpeg = await plain(40, 40).jpeg().toBuffer();
    expect(await code(Buffer.concat([jpeg, Buffer.alloc(20 * 1024 * 1024)]))).toBe('picture.too_large');
  });
});

test('a picture is called by sixteen bytes of the hash of what was uploaded', () => {
  const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
  const id = pictureId(Buffer.from('a'), hash);
  expect(id).toBe('ca978112ca1bbdcafac231b39a23dc4d');
  expect(pictureId(Buffer.from('b'), hash)).not.toBe(id);
});
