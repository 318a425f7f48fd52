/** The domain's port `DraftVault`: drafts under day keys that are forgotten after four days. */
import { type Random, wipe } from '../bytes.js';
import { draftBinding, openDraft, sealDraft } from '../draft-seal.js';
import { dayKey, type DayRoot } from '../ratchet.js';
import { open, seal } from '../seal.js';
import { utf8 } from '../utf8.js';
import { type Ratchet } from './ratchet-file.js';
import { sodiumPrimitives as b } from './sodium.js';

/** A stored draft's sealed parts. */
export interface SealedDraft {
  readonly tag: string;
  readonly key: Uint8Array;
  readonly body: Uint8Array;
}

/** domain/drafts/ports.ts has the promises of `tags`, `seal` and `open`. */
export interface NodeDraftVault {
  /** Today's tag first. With a previous secret there are eight: the four under it come last. */
  tags(account: string): readonly string[];
  /** @throws RangeError if no key is kept for the day; Error if the row's key opens under none of that day's */
  seal(
    day: string,
    tag: string,
    key: Uint8Array | null,
    plain: Uint8Array,
    size?: number,
  ): { key: Uint8Array; body: Uint8Array };
  open(row: SealedDraft): { plain: Uint8Array; day: string } | null;
}

export interface DraftVaultOptions {
  readonly ratchet: Ratchet;
  /** `LINE_SECRET`, 32 bytes */
  readonly secret: Uint8Array;
  /** `LINE_SECRET_PREVIOUS`: its drafts are still found and opened, nothing new is sealed under it */
  readonly previous?: Uint8Array;
  readonly random: Random;
}

/** The least length of a body in bytes: short conversations and tombstones look alike. */
export const leastBody = 4096;

interface Keys {
  readonly day: string;
  readonly tag: Uint8Array;
  readonly draft: Uint8Array;
}

/** Tags and seals of drafts, on the ratchet's days. */
export function createDraftVault({ ratchet, secret, previous, random }: DraftVaultOptions): NodeDraftVault {
  const secrets = previous ? [secret, previous] : [secret];
  let derivedFrom: readonly DayRoot[] = [];
  let derived: readonly Keys[] = [];

  /** The keys of each kept day: today's first, those under the present secret before those under the previous. */
  function keys(): readonly Keys[] {
    const days = ratchet.days();
    if (days === derivedFrom) return derived;
    wipe(...derived.flatMap(({ tag, draft }) => [tag, draft]));
    derived = secrets.flatMap((lineSecret) =>
      days.map((root) => ({
        day: root.day,
        tag: dayKey(b, root, 'tag', lineSecret),
        draft: dayKey(b, root, 'draft', lineSecret),
      })),
    );
    derivedFrom = days;
    return derived;
  }

  /** The key of the row with the day it was begun on, or null. */
  function unwrap(candidates: readonly Keys[], key: Uint8Array, binding: Uint8Array) {
    for (const { day, draft } of candidates) {
      const draftKey = open(b, draft, key, binding);
      if (draftKey) return { day, draftKey };
    }
    return null;
  }

  return {
    tags(account) {
      const bytes = utf8(account);
      return keys().map(({ tag }) => text(b.hash(32, bytes, tag)));
    },

    seal(day, tag, key, plain, size = leastBody) {
      const ofDay = keys().filter((kept) => kept.day === day);
      const [newest] = ofDay;
      if (!newest) throw new RangeError('no key is kept for that day');
      const binding = draftBinding(tag);
      const draftKey = key ? unwrap(ofDay, key, binding)?.draftKey : random(32);
      if (!draftKey) throw new Error('the draft key does not open');
      const sealed = {
        key: key ?? seal(b, random, newest.draft, draftKey, binding),
        body: sealDraft(b, random, draftKey, plain, binding, size),
      };
      wipe(draftKey);
      return sealed;
    },

    open({ tag, key, body }) {
      const binding = draftBinding(tag);
      const found = unwrap(keys(), key, binding);
      const plain = found && openDraft(b, found.draftKey, body, binding);
      if (!plain) return null;
      wipe(found.draftKey);
      return { plain, day: found.day };
    },
  };
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
