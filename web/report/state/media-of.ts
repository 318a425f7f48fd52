/** What a file is, from what the browser says of it; a phone often says nothing of HEIC. */
import type { Media } from '../ports.js';

const endings: readonly (readonly [RegExp, Media])[] = [
  [/\.(?:jpe?g|png|gif|webp|heic|heif|avif|bmp|tiff?|dng)$/i, 'image'],
  [/\.(?:mp3|m4a|aac|amr|wav|ogg|opus|flac|silk)$/i, 'voice'],
  [/\.(?:mp4|mov|m4v|3gp|webm|mkv|avi)$/i, 'video'],
];

export function mediaOf({ type, name }: { readonly type: string; readonly name: string }): Media {
  if (type.startsWith('image/')) return 'image';
  if (type.startsWith('audio/')) return 'voice';
  if (type.startsWith('video/')) return 'video';
  return endings.find(([ending]) => ending.test(name))?.[1] ?? 'document';
}

/** “3.4 MB”, “820 kB”. */
export function writtenSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** “30 MB”: a limit, which is whole. */
export const writtenLimit = (bytes: number): string => `${Math.floor(bytes / 1_048_576)} MB`;
