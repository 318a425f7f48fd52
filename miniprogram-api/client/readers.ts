/** Who may read a report that is sealed now: whoever the line's root key leads to, today by the line and by this device. */
import { addDays, dayOfNumber } from '../../questions/day.js';
import type { Backend } from '../../vault/backend.js';
import { type Breath, createRest } from '../../vault/breath.js';
import { toHex } from '../../vault/bytes.js';
import { root, trusted, verifyEntry } from '../../vault/keyring.js';
import type { KeyringEntry } from '../../vault/types.js';
import type { LineKeys } from './line.js';

/** The device's day where the line is (UTC+8); the line keeps the same zone or one near it. */
export function deviceDay(now: number): string {
  return dayOfNumber(Math.floor((now + 8 * 3_600_000) / 86_400_000));
}

/**
 * The entries to seal to: trusted on the line's day and, where the device's is later, on that one too, so that neither an
 * old day told by a server brings back a reader who was revoked, nor a fast clock admits one too early. A device that is
 * more than a month ahead is taken to be wrong.
 */
export async function readersOf(
  b: Backend,
  keys: LineKeys,
  today: string,
  device: string,
  breath: Breath,
): Promise<readonly KeyringEntry[]> {
  const remembering = await rememberVerified(b, keys, breath);
  const now = trusted(remembering, keys.keyring, keys.rootPk, today);
  if (device <= today || device > addDays(today, 31)) return now;
  const later = trusted(remembering, keys.keyring, keys.rootPk, device);
  return now.filter((entry) => later.includes(entry));
}

/**
 * The backend with every signature of the keyring checked beforehand, one by one with a rest between: what follows only
 * looks the outcome up. A check takes a phone some 20 ms.
 */
export async function rememberVerified(b: Backend, keys: LineKeys, breath: Breath): Promise<Backend> {
  const known = new Map<string, boolean>();
  const remembering: Backend = {
    ...b,
    verify(publicKey, message, signature) {
      const place = [publicKey, message, signature].map(toHex).join('.');
      const verified = known.get(place) ?? b.verify(publicKey, message, signature);
      known.set(place, verified);
      return verified;
    },
  };
  const rest = createRest(breath);
  for (const entry of keys.keyring) {
    const signers = keys.keyring.filter(({ handlerId }) => handlerId === entry.signedBy);
    for (const signPk of entry.signedBy === root ? [keys.rootPk] : signers.map((one) => one.signPk)) {
      verifyEntry(remembering, signPk, entry);
      await rest();
    }
  }
  return remembering;
}
