/**
 * Who allowed messages: the platform's name of the account (openid), sealed under a key of its own and bound to its
 * document, which is found by tags under others: so nothing of it matches a tag of a draft, of a phone or of a report.
 */
import { type Backend } from './backend.js';
import { concat, type Random, toBase64url } from './bytes.js';
import { hash, kdf, version } from './kdf.js';
import { open, seal } from './seal.js';
import { fromUtf8, utf8 } from './utf8.js';

/** domain/subscriptions/ports.ts has the promises of each method. */
export interface ConsentSeal {
  tags(way: string, template: string, openid: string): readonly [string, ...string[]];
  persons(way: string, openid: string): readonly [string, ...string[]];
  mark(tag: string, answer: string): string;
  seal(tag: string, openid: string): Uint8Array;
  open(tag: string, sealed: Uint8Array): string | null;
}

export interface ConsentSealOptions {
  /** `LINE_SECRET`, 32 bytes */
  readonly secret: Uint8Array;
  /** `LINE_SECRET_PREVIOUS`: what it sealed still opens and is found, nothing new is sealed under it */
  readonly previous?: Uint8Array;
  readonly random: Random;
}

/** Bytes of an answer's mark: enough to tell a few answers of one person apart. */
const markLength = 8;

/** The domain's port `ConsentVault`. */
export function createConsentSeal(b: Backend, { secret, previous, random }: ConsentSealOptions): ConsentSeal {
  const keysOf = (lineSecret: Uint8Array) => ({
    seal: kdf(b, lineSecret, 'consent'),
    tag: kdf(b, lineSecret, 'tag of a consent'),
    person: kdf(b, lineSecret, 'person of a consent'),
    mark: kdf(b, lineSecret, 'answer of a consent'),
  });
  const present = keysOf(secret);
  const before = previous === undefined ? [] : [keysOf(previous)];
  const binding = (tag: string): Uint8Array => concat(version, utf8(tag));
  // as a list in JSON: no two different lists are one text
  const under = (key: Uint8Array, ...parts: readonly string[]): Uint8Array =>
    hash(b, utf8(JSON.stringify(parts)), key);

  return {
    tags(way, template, openid) {
      const tag = (keys: typeof present): string => toBase64url(under(keys.tag, way, template, openid));
      return [tag(present), ...before.map(tag)];
    },
    persons(way, openid) {
      const person = (keys: typeof present): string => toBase64url(under(keys.person, way, openid));
      return [person(present), ...before.map(person)];
    },
    mark: (tag, answer) => toBase64url(under(present.mark, tag, answer).subarray(0, markLength)),
    seal: (tag, openid) => seal(b, random, present.seal, utf8(openid), binding(tag)),
    open(tag, sealed) {
      const opened = [present, ...before].map((keys) => open(b, keys.seal, sealed, binding(tag)));
      const bytes = opened.find((plain) => plain !== null);
      return bytes ? fromUtf8(bytes) : null;
    },
  };
}
