/** What a picture is, by its first bytes and nothing else. */

export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif';

const beginnings: readonly (readonly [PictureKind, readonly (number | null)[]])[] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  // GIF8
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  // RIFF, four bytes of length, WEBP
  ['webp', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
];

/** Null: none of those that are taken. */
export const kindOf = (bytes: Uint8Array): PictureKind | null =>
  beginnings.find(([, start]) => start.every((byte, i) => byte === null || bytes[i] === byte))?.[0] ?? null;
