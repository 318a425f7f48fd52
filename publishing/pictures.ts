import sharp, { type OutputInfo, type Sharp } from 'sharp';
import type { Rendition, RenderPicture } from '../domain/articles/ports.js';
import { hex } from '../domain/bytes.js';
import { atMost } from './pictures/at-most.js';
import { coverSize, readPicture, type Pixels } from './pictures/read-picture.js';
import { smallEnough } from './pictures/small-enough.js';

/** A picture in work holds some hundred megabytes at most. */
const atOnce = 2;
const webSide = 1_600;
const smallSide = 480;
const platformWidth = 1_080;
const platformHeight = 16_000;
/** How many covers long a picture may be before only its middle is looked at. */
const longest = 6;
/** The platform refuses pictures in a text from 1 MB on, and covers from 64 kB on where they are cards. */
const platformBytes = 1_000_000;
const coverBytes = 64_000;
const qualities = [85, 75, 65, 55, 45, 35] as const;

/**
 * Renders pictures. The kind is told by the bytes: JPEG, PNG, WebP, and of a GIF the first frame. Everything is written
 * anew from pixels in sRGB, so nothing of the file goes on: no metadata, no profile, nothing hidden behind its end.
 * @throws DomainError picture.not_one, picture.too_large (20 MB, 40 megapixels)
 */
export function createRenderPicture(): RenderPicture {
  const inTurn = atMost(atOnce);
  return (bytes) =>
    inTurn(async () => {
      const pixels = await readPicture(bytes);
      return [
        await web(pixels, 'web', webSide),
        await web(pixels, 'small', smallSide),
        await platform(pixels),
        await cover(pixels),
      ];
    });
}

/** @param hash of 16 bytes or more; the same bytes, the same id: 32 hex digits */
export const pictureId = (bytes: Uint8Array, hash: (bytes: Uint8Array) => Uint8Array): string =>
  hex(hash(bytes).slice(0, 16));

const side = (length: number): number => Math.max(1, Math.round(length));
const of = ({ data, raw }: Pixels): Sharp => sharp(data, { raw });
const paper = { background: '#ffffff' } as const;

async function web(pixels: Pixels, name: 'web' | 'small', most: number): Promise<Rendition> {
  const picture = of(pixels).resize(most, most, { fit: 'inside', withoutEnlargement: true });
  return rendition(name, 'image/webp', await encoded(picture.webp({ quality: 80 })));
}

/** With what shows through, of all colours or, if that is too much, of 256. */
async function platform(pixels: Pixels): Promise<Rendition> {
  const { width, height } = pixels.raw;
  const most = Math.min(1, platformWidth / width, platformHeight / height);
  const within = (scale: number): Sharp =>
    of(pixels).resize(side(width * most * scale), side(height * most * scale), { fit: 'fill' });
  if (pixels.transparent) {
    const png = (palette: boolean, scale: number) =>
      encoded(within(scale).png(palette ? { palette, effort: 1 } : {}));
    return rendition('platform', 'image/png', await smallEnough(platformBytes, [false, true], png, true));
  }
  const jpeg = (quality: number, scale: number) => encoded(within(scale).flatten(paper).jpeg({ quality }));
  return rendition('platform', 'image/jpeg', await smallEnough(platformBytes, qualities, jpeg, true));
}

/** The platform's big card, cut to where a picture draws the eye; of a very long one its middle is looked at. */
async function cover(pixels: Pixels): Promise<Rendition> {
  const { width, height } = coverSize;
  const { raw } = pixels;
  const across = Math.min(raw.width, Math.ceil((longest * raw.height * width) / height));
  const down = Math.min(raw.height, Math.ceil((longest * raw.width * height) / width));
  const middle = {
    ...{ left: Math.floor((raw.width - across) / 2), top: Math.floor((raw.height - down) / 2) },
    ...{ width: across, height: down },
  };
  const cut = await of(pixels)
    .extract(middle)
    .flatten(paper)
    .resize(width, height, { fit: 'cover', position: 'attention' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const size = { width: cut.info.width, height: cut.info.height, channels: 3 } as const;
  const jpeg = (quality: number) => encoded(sharp(cut.data, { raw: size }).jpeg({ quality, mozjpeg: true }));
  return rendition('cover', 'image/jpeg', await smallEnough(coverBytes, qualities, jpeg, false));
}

interface Encoded {
  readonly data: Uint8Array;
  readonly info: OutputInfo;
}

const encoded = (picture: Sharp): Promise<Encoded> => picture.toBuffer({ resolveWithObject: true });

const rendition = (
  name: Rendition['name'],
  type: Rendition['type'],
  { data, info: { width, height } }: Encoded,
): Rendition => ({ name, type, width, height, bytes: data });
