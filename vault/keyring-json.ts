/** Keyring entries as JSON: what a line publishes and what its files hold. Bytes are base64url. */
import { sizes } from './backend.js';
import { toBase64url } from './bytes.js';
import { asObject, bytesOf } from './json.js';
import { type KeyringEntry } from './types.js';

/** The entry as a JSON value. */
export function entryToJson(entry: KeyringEntry): Readonly<Record<keyof KeyringEntry, string | null>> {
  return {
    handlerId: entry.handlerId,
    boxPk: toBase64url(entry.boxPk),
    signPk: toBase64url(entry.signPk),
    fromDay: entry.fromDay,
    revokedDay: entry.revokedDay,
    signedBy: entry.signedBy,
    signature: toBase64url(entry.signature),
  };
}

/** The entry of a JSON value, or null if it has not the form of one. Its signature is not looked at. */
export function entryFromJson(json: unknown): KeyringEntry | null {
  const value = asObject(json);
  if (!value) return null;
  const { handlerId, fromDay, revokedDay, signedBy } = value;
  const boxPk = bytesOf(value['boxPk'], sizes.key);
  const signPk = bytesOf(value['signPk'], sizes.key);
  const signature = bytesOf(value['signature'], sizes.signature);
  if (typeof handlerId !== 'string' || typeof signedBy !== 'string' || typeof fromDay !== 'string')
    return null;
  if (typeof revokedDay !== 'string' && revokedDay !== null) return null;
  return (
    boxPk && signPk && signature && { handlerId, boxPk, signPk, fromDay, revokedDay, signedBy, signature }
  );
}
