import type { PlatformClock } from './clock.js';
import { letters, type Random } from './chance.js';

export type MediaKind = 'image' | 'voice' | 'video' | 'thumb';

/** For three days; until it is removed; or for good inside articles, counted for no library. */
export type Keeping = 'temporary' | 'library' | 'article';

export interface Media {
  readonly id: string;
  readonly kind: MediaKind;
  readonly type: string;
  readonly extension: string;
  readonly bytes: Uint8Array;
  readonly createdAt: number;
  readonly keeping: Keeping;
}

export interface MediaStore {
  /** Keeps a file of a known format, or answers the platform's refusal (40005, 40009–40012, 45001). */
  put(kind: MediaKind, bytes: Uint8Array, keeping?: Keeping): Media | { readonly refused: number };
  /** Keeps what a person sent: the platform takes any file of the phone's, by size alone. */
  take(kind: MediaKind, bytes: Uint8Array): Media | { readonly refused: number };
  /** The file, unless it is unknown or more than three days old. */
  get(id: string): Media | undefined;
  /** Permanent material, oldest first. */
  library(): readonly Media[];
  remove(id: string): void;
}

const megabyte = 1024 * 1024;
interface Rule {
  readonly most: number;
  readonly tooLarge: number;
  readonly formats: readonly [usual: string, ...others: string[]];
  /** what the library takes besides */
  readonly library?: readonly string[];
}
const rules: Readonly<Record<MediaKind, Rule>> = {
  image: { most: 10 * megabyte, tooLarge: 40009, formats: ['jpg', 'png', 'gif'] },
  voice: { most: 2 * megabyte, tooLarge: 40010, formats: ['amr', 'mp3'], library: ['wav'] },
  video: { most: 10 * megabyte, tooLarge: 40011, formats: ['mp4'] },
  thumb: { most: 64 * 1024, tooLarge: 40012, formats: ['jpg'] },
};
/** Inside an article: less than a megabyte. */
const articlePicture: Rule = { most: megabyte - 1, tooLarge: 40009, formats: ['jpg', 'png'] };
const types: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  amr: 'audio/amr',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
};

const life = 3 * 24 * 60 * 60 * 1000;
/** Bytes kept in memory altogether; the oldest file goes first. */
const room = 96 * megabyte;
const mostFiles = 20_000;

export function createMediaStore(clock: PlatformClock, random: Random): MediaStore {
  const files = new Map<string, Media>();
  let held = 0;
  const drop = (media: Media): void => {
    files.delete(media.id);
    held -= media.bytes.length;
  };
  const isOver = (media: Media): boolean =>
    media.keeping === 'temporary' && clock.now() - media.createdAt > life;
  const keep = (kind: MediaKind, bytes: Uint8Array, extension: string, keeping: Keeping): Media => {
    const type = types[extension] ?? 'application/octet-stream';
    const id = letters(random, 64);
    const media: Media = { id, kind, type, extension, bytes, keeping, createdAt: clock.now() };
    files.set(media.id, media);
    held += bytes.length;
    for (const old of files.values()) {
      if (held <= room && files.size <= mostFiles && !isOver(old)) break;
      drop(old);
    }
    return media;
  };
  return {
    put: (kind, bytes, keeping = 'temporary') => {
      const rule = keeping === 'article' ? articlePicture : rules[kind];
      if (bytes.length > rule.most) return { refused: rule.tooLarge };
      const format = formatOf(bytes);
      const taken: readonly string[] = [
        ...rule.formats,
        ...(keeping === 'library' ? (rule.library ?? []) : []),
      ];
      if (format === null || !taken.includes(format)) return { refused: 40005 };
      return keep(kind, bytes, format, keeping);
    },
    take: (kind, bytes) => {
      const rule = rules[kind];
      if (bytes.length > rule.most) return { refused: rule.tooLarge };
      const format = formatOf(bytes);
      const [usual] = rule.formats;
      return keep(
        kind,
        bytes,
        format !== null && rule.formats.includes(format) ? format : usual,
        'temporary',
      );
    },
    get: (id) => {
      const media = files.get(id);
      if (media === undefined || !isOver(media)) return media;
      drop(media);
      return undefined;
    },
    library: () => [...files.values()].filter(({ keeping }) => keeping === 'library'),
    remove: (id) => {
      const media = files.get(id);
      if (media !== undefined) drop(media);
    },
  };
}

/** The format by its first bytes, or null; names and declared types are not believed. */
export function formatOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'jpg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('GIF8')) return 'gif';
  if (head.startsWith('#!AMR')) return 'amr';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WAVE') return 'wav';
  if (head.startsWith('ID3') || (head.charCodeAt(0) === 0xff && (head.charCodeAt(1) & 0xe0) === 0xe0))
    return 'mp3';
  if (head.slice(4, 8) === 'ftyp') return 'mp4';
  return null;
}
