/** `LINE_SECRET`: 32 random bytes as base64url, 43 characters. */
import { sizes } from './backend.js';
import { fromBase64url, type Random, toBase64url } from './bytes.js';

/** The secret's bytes, or null if the text is none; blanks around it, as a file's last line break, do not count. */
export function parseLineSecret(text: string): Uint8Array | null {
  const bytes = fromBase64url(text.trim());
  return bytes?.length === sizes.key ? bytes : null;
}

/** A new secret as text. */
export function makeLineSecret(random: Random): string {
  return toBase64url(random(sizes.key));
}
