/** Reads what was uploaded, once, to plain pixels: what goes on from here has nothing of the file any more. */
import sharp from 'sharp';
import { DomainError } from '../../domain/errors.js';
import { kindOf } from './kind-of.js';

const mostBytes = 20 * 1024 * 1024;
const mostPixels = 40_000_000;

/** Sizes that the renditions need of a picture; each is made by making smaller, as far as the picture allows. */
const longestSide = 1_600;
const platformWidth = 1_080;
export const coverSize = { width: 900, height: 383 } as const;

/** Pixels in sRGB, upright. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly raw: { readonly width: number; readonly height: number; readonly channels: 3 | 4 };
  /** whether anything shows through */
  readonly transparent: boolean;
}

/** The first frame. @throws DomainError picture.not_one, picture.too_large */
export async function readPicture(bytes: Uint8Array): Promise<Pixels> {
  const kind = kindOf(bytes);
  if (kind === null) throw new DomainError('picture.not_one');
  if (bytes.length > mostBytes) throw new DomainError('picture.too_large');
  try {
    return await decoded(bytes, await sizeOf(bytes, kind));
  } catch (error) {
    if (error instanceof DomainError) throw error;
    // What the decoder says may quote the file: it is not kept.
    throw new DomainError('picture.not_one');
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** As it is seen, turned upright. */
async function sizeOf(bytes: Uint8Array, kind: string): Promise<Size> {
  const { format, autoOrient: size } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (format !== kind) throw new DomainError('picture.not_one');
  if (size.width * size.height > mostPixels) throw new DomainError('picture.too_large');
  return size;
}

async function decoded(bytes: Uint8Array, size: Size): Promise<Pixels> {
  const scale = Math.min(1, neededScale(size));
  const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
    .autoOrient()
    .resize(Math.max(1, Math.round(size.width * scale)), Math.max(1, Math.round(size.height * scale)), {
      fit: 'fill',
    })
    .toColourspace('srgb');
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: channelsOf(info.channels) };
  const transparent = raw.channels === 4 && !(await sharp(data, { raw }).stats()).isOpaque;
  return { data, raw, transparent };
}

/** The largest that any rendition asks for. */
const neededScale = ({ width, height }: Size): number =>
  Math.max(
    longestSide / Math.max(width, height),
    platformWidth / width,
    coverSize.width / width,
    coverSize.height / height,
  );

function channelsOf(count: number): 3 | 4 {
  if (count === 3 || count === 4) return count;
  throw new DomainError('picture.not_one');
}
