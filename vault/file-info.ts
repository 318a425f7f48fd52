/** What a sealed item of purpose `file` says: how to open the file, and what it is. */
import { sizes } from './backend.js';
import { toBase64url } from './bytes.js';
import { bytesOf, idOf, parseObject } from './json.js';
import { fromUtf8, utf8 } from './utf8.js';

export interface FileInfo {
  /** 16 bytes, hex */
  readonly fileId: string;
  /** the file's own key, 32 bytes */
  readonly key: Uint8Array;
  readonly name: string;
  /** media type */
  readonly type: string;
  /** true size in bytes */
  readonly size: number;
}

/** The plain bytes of a file's item: JSON. */
export function encodeFileInfo({ fileId, key, name, type, size }: FileInfo): Uint8Array {
  return utf8(JSON.stringify({ version: 1, fileId, key: toBase64url(key), name, type, size }));
}

/** Reads what `encodeFileInfo` wrote, or null. */
export function decodeFileInfo(bytes: Uint8Array): FileInfo | null {
  const value = parseObject(fromUtf8(bytes) ?? '');
  if (value?.['version'] !== 1) return null;
  const { name, type, size } = value;
  const fileId = idOf(value['fileId']);
  const key = bytesOf(value['key'], sizes.key);
  if (!fileId || !key || typeof name !== 'string' || typeof type !== 'string') return null;
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return null;
  return { fileId, key, name, type, size };
}
