/** The encrypted envelopes around messages (both ways, XML and JSON) and the query that goes with a push. */
import { type Cipher } from './aes.js';
import { sameSignature, sign } from './signature.js';
import { buildXml, type WritableFields } from './xml.js';

export type Format = 'xml' | 'json';

/** What every signature is made of. `timestamp` in seconds, as it stands in the query. */
export interface Stamp {
  readonly token: string;
  readonly timestamp: string;
  readonly nonce: string;
}

/** Seals a reply: the body that answers an encrypted push. `random16`: 16 unpredictable bytes. */
export function sealReply(
  message: string,
  cipher: Cipher,
  stamp: Stamp,
  random16: Uint8Array,
  format: Format = 'xml',
): string {
  const { token, timestamp, nonce } = stamp;
  const encrypted = cipher.encrypt(message, random16);
  const fields = {
    Encrypt: encrypted,
    MsgSignature: sign(token, timestamp, nonce, encrypted),
    TimeStamp: Number(timestamp),
    Nonce: nonce,
  };
  return format === 'xml' ? buildXml(fields) : JSON.stringify(fields);
}

/** Opens what one of the ciphers sealed and the signature covers: the message and its cipher, or null. */
export function openEnvelope(
  encrypted: string,
  signature: string,
  stamp: Stamp,
  ciphers: readonly Cipher[],
): { readonly message: string; readonly cipher: Cipher } | null {
  if (!sameSignature(sign(stamp.token, stamp.timestamp, stamp.nonce, encrypted), signature)) return null;
  for (const cipher of ciphers) {
    const message = cipher.decrypt(encrypted);
    if (message !== null) return { message, cipher };
  }
  return null;
}

/** The platform's side: body and query of an encrypted push. `beside`: clear fields of the compatible mode. */
export function sealPush(
  message: string,
  cipher: Cipher,
  stamp: Stamp,
  random16: Uint8Array,
  to: string,
  format: Format = 'xml',
  beside: WritableFields = {},
): { readonly body: string; readonly query: Readonly<Record<string, string>> } {
  const { token, timestamp, nonce } = stamp;
  const encrypted = cipher.encrypt(message, random16);
  const fields: WritableFields = { ...beside, ToUserName: to, Encrypt: encrypted };
  return {
    body: format === 'xml' ? buildXml(fields) : JSON.stringify(fields),
    query: {
      ...signedQuery(stamp),
      encrypt_type: 'aes',
      msg_signature: sign(token, timestamp, nonce, encrypted),
    },
  };
}

/** The query of a plain push or a handshake. */
export function signedQuery(stamp: Stamp): Readonly<Record<'signature' | 'timestamp' | 'nonce', string>> {
  const { token, timestamp, nonce } = stamp;
  return { signature: sign(token, timestamp, nonce), timestamp, nonce };
}
