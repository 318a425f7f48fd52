import type { Row } from '../../domain/drafts/ports.js';

/** A sealed conversation as a store sees it, without a meaning; `body` is its only byte. */
export const sessionRow = (tag: string, burnDay: string, body = 1): Row => ({
  tag,
  rev: 1,
  burnDay,
  key: Uint8Array.of(1),
  body: Uint8Array.of(body),
});
