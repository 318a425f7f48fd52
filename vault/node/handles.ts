/** Handles: what the rest of a process calls an account, so that no openid goes further than the channel. */
import { type Random } from '../bytes.js';
import { utf8 } from '../utf8.js';
import { sodiumPrimitives as b } from './sodium.js';

/** The account's handle under a random key of this process: the same account has another one after a restart. */
export function createHandles(random: Random): (account: string) => string {
  const key = random(32);
  return (account) => Buffer.from(b.hash(16, utf8(account), key)).toString('base64url');
}
