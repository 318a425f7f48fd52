/**
 * The door through which the platform's pushes come, for the Official Account and the mini-program:
 * first the query is judged, then, only for what may be the platform's, the body is read and opened.
 */
import { createCipher, type Cipher } from './aes.js';
import { type Format, openEnvelope, sealReply, type Stamp } from './envelope.js';
import { sameSignature, sign } from './signature.js';
import { parseXml, textOf } from './xml.js';

export type Mode = 'plain' | 'compatible' | 'safe';

export interface DoorOptions {
  readonly appid: string;
  readonly token: string;
  readonly mode: Mode;
  /** EncodingAESKeys; while one is being replaced both open, and a reply goes out under the one that did */
  readonly aesKey?: string | undefined;
  readonly aesKeyPrevious?: string | undefined;
  /** how pushes are written; the Official Account's always in XML */
  readonly format?: Format;
  /** milliseconds since 1970 */
  readonly now: () => number;
  /** unpredictable bytes */
  readonly random: (bytes: number) => Uint8Array;
}

/** A push that was proved to be the platform's: its text, and how to seal an answer to it. */
export interface Opened {
  readonly text: string;
  seal(reply: string): string;
}

export type Knock =
  | { readonly kind: 'refused'; readonly status: 401 | 405 }
  | { readonly kind: 'handshake'; readonly echo: string }
  /** `open` answers null to a body that is not provably the platform's: 401 */
  | { readonly kind: 'push'; open(body: Uint8Array): Opened | null };

const refused: Knock = { kind: 'refused', status: 401 };
const windowSeconds = 600;

/** Answers a function that judges method and raw query. @throws TypeError if an EncodingAESKey is wrong or missing */
export function createDoor(options: DoorOptions): (method: string, query: string) => Knock {
  const { appid, token, mode, format = 'xml', now, random } = options;
  const ciphers = [options.aesKey, options.aesKeyPrevious]
    .filter((key) => key !== undefined)
    .map((key) => createCipher(key, appid));
  if (mode !== 'plain' && ciphers.length === 0) throw new TypeError(`${mode} mode needs an EncodingAESKey`);

  return (method, query) => {
    if (method !== 'GET' && method !== 'POST') return { kind: 'refused', status: 405 };
    const given = readQuery(query);
    if (given === null) return refused;
    const stamp = { token, timestamp: given.get('timestamp') ?? '', nonce: given.get('nonce') ?? '' };
    if (!sameSignature(sign(token, stamp.timestamp, stamp.nonce), given.get('signature') ?? ''))
      return refused;
    if (method === 'GET') return { kind: 'handshake', echo: given.get('echostr') ?? '' };
    if (!isRecent(stamp.timestamp, now())) return refused;
    if (given.get('encrypt_type') !== 'aes') {
      // The plain signature does not cover the body: whoever saw one push could forge another.
      if (mode === 'safe') return refused;
      return { kind: 'push', open: (body) => ({ text: decode(body), seal: (reply) => reply }) };
    }
    const signature = given.get('msg_signature') ?? '';
    return { kind: 'push', open: (body) => openSealed(decode(body), signature, stamp) };
  };

  function openSealed(body: string, signature: string, stamp: Stamp): Opened | null {
    const opened = openEnvelope(encryptedPart(body, format), signature, stamp, ciphers);
    return opened && { text: opened.message, seal: (reply) => seal(reply, opened.cipher) };
  }

  function seal(reply: string, cipher: Cipher): string {
    const timestamp = String(Math.floor(now() / 1000));
    const nonce = Buffer.from(random(8)).toString('hex');
    return sealReply(reply, cipher, { token, timestamp, nonce }, random(16), format);
  }
}

/** The parameters, or null if one stands there twice: what a proxy reads first we might read last. */
function readQuery(query: string): ReadonlyMap<string, string> | null {
  const given = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (given.has(name)) return null;
    given.set(name, value);
  }
  return given;
}

function isRecent(timestamp: string, nowMs: number): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(nowMs / 1000 - Number(timestamp)) <= windowSeconds;
}

function decode(body: Uint8Array): string {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
}

function encryptedPart(body: string, format: Format): string {
  if (format === 'xml') return textOf(parseXml(body) ?? {}, 'Encrypt') ?? '';
  try {
    const value: unknown = JSON.parse(body);
    const part = typeof value === 'object' && value !== null && 'Encrypt' in value ? value.Encrypt : '';
    return typeof part === 'string' ? part : '';
  } catch {
    return '';
  }
}
