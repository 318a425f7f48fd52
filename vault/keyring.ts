/**
 * The keyring: who may read the line's reports. Every entry is signed, by the root key or by another reader; whoever
 * seals trusts signatures only, so that nobody adds a reader by editing a row.
 */
import { type Backend, sizes } from './backend.js';
import { concat, equal } from './bytes.js';
import { version } from './kdf.js';
import { type KeyringEntry } from './types.js';
import { utf8 } from './utf8.js';

/** `signedBy` of what the root key signed. */
export const root = 'root';
/** The reader of last resort: only the root key speaks for it. */
export const recovery = 'recovery';

const dayForm = /^\d{4}-\d\d-\d\d$/;
const never = '0000-00-00';

/**
 * What is signed: 0x01 ‖ length, handlerId ‖ boxPk ‖ signPk ‖ fromDay ‖ revokedDay or 0000-00-00 ‖ length, signedBy.
 * @throws RangeError for keys, days or names of another form
 */
export function entryBytes(entry: Omit<KeyringEntry, 'signature'>): Uint8Array {
  const { boxPk, signPk, fromDay, revokedDay } = entry;
  if (boxPk.length !== sizes.key || signPk.length !== sizes.key) throw new RangeError('a key has 32 bytes');
  if (!dayForm.test(fromDay) || !dayForm.test(revokedDay ?? never)) throw new RangeError('not a day');
  const days = utf8(fromDay + (revokedDay ?? never));
  return concat(version, name(entry.handlerId), boxPk, signPk, days, name(entry.signedBy));
}

function name(text: string): Uint8Array {
  const bytes = utf8(text);
  if (bytes.length === 0 || bytes.length > 255) throw new RangeError('a name has 1 to 255 bytes');
  return concat(Uint8Array.of(bytes.length), bytes);
}

/** Signs an entry with the private half of the signer that `signedBy` names. */
export function signEntry(
  b: Backend,
  signSeed: Uint8Array,
  entry: Omit<KeyringEntry, 'signature'>,
): KeyringEntry {
  return { ...entry, signature: b.sign(signSeed, entryBytes(entry)) };
}

/** Whether this key signed this entry; false also for an entry of another form. */
export function verifyEntry(b: Backend, signPk: Uint8Array, entry: KeyringEntry): boolean {
  try {
    return b.verify(signPk, entryBytes(entry), entry.signature);
  } catch {
    return false;
  }
}

const sameReader = (a: KeyringEntry, b: KeyringEntry): boolean =>
  a.handlerId === b.handlerId && equal(a.boxPk, b.boxPk) && equal(a.signPk, b.signPk);

/**
 * The entries whose signatures lead to the root key over signers that are all active on `day`, and that are active
 * themselves: from `fromDay` on, until the day before `revokedDay`. A reader is named once.
 *
 * A revocation is one more entry for the same keys. It counts for as long as its signer was ever on the chain, so that
 * a revoked signer's revocations stay; what a revoked signer admitted does not, and needs another signature.
 */
export function trusted(
  b: Backend,
  entries: readonly KeyringEntry[],
  rootPk: Uint8Array,
  day: string,
): readonly KeyringEntry[] {
  const chained = chain(b, entries, rootPk);
  const revoked = (entry: KeyringEntry): boolean =>
    chained.some((e) => sameReader(e, entry) && e.revokedDay !== null && e.revokedDay <= day);
  const active = chain(
    b,
    chained.filter((entry) => entry.fromDay <= day && !revoked(entry)),
    rootPk,
  );
  return active.filter((entry, i) => active.findIndex((e) => sameReader(e, entry)) === i);
}

/** Everything that a chain of signatures from the root reaches. */
function chain(b: Backend, entries: readonly KeyringEntry[], rootPk: Uint8Array): readonly KeyringEntry[] {
  const waiting = new Set(entries.filter((entry) => entry.handlerId !== root));
  const reached: KeyringEntry[] = [];
  for (const entry of waiting) {
    if (entry.signedBy === root && verifyEntry(b, rootPk, entry)) reached.push(entry);
    if (entry.signedBy === root || entry.handlerId === recovery) waiting.delete(entry);
  }
  for (const signer of reached) {
    for (const entry of waiting) {
      if (entry.signedBy !== signer.handlerId || !verifyEntry(b, signer.signPk, entry)) continue;
      reached.push(entry);
      waiting.delete(entry);
    }
  }
  return reached;
}
