import type { FeedKeys } from '../../domain/notices/ports.js';
import type { Random } from '../../domain/ports.js';
import { fromBase64url, toBase64url } from '../../vault/bytes.js';

const keyLength = 32;

/** Keys of links to the calendar: 32 random bytes each, of which a hash is kept. */
export function createFeedKeys(random: Random, hashText: (text: string) => string): FeedKeys {
  return {
    make() {
      const key = toBase64url(random(keyLength));
      return { key, hash: hashText(key) };
    },
    hash: (key) => (fromBase64url(key)?.length === keyLength ? hashText(key) : null),
  };
}
