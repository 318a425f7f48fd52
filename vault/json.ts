/** Reading JSON that somebody else may have written. */
import { fromBase64url } from './bytes.js';

/** The JSON object that the text is, or null: also for a list, a number, or no JSON at all. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The value as an object, or null. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Readonly<Record<string, unknown>>) : null;
}

/** The bytes of a base64url text of the right length, or null. */
export function bytesOf(value: unknown, length: number): Uint8Array | null {
  const bytes = typeof value === 'string' ? fromBase64url(value) : null;
  return bytes?.length === length ? bytes : null;
}

/** An id of 16 bytes as lower-case hex, or null. */
export function idOf(value: unknown): string | null {
  return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value) ? value : null;
}
