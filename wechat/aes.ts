/**
 * The platform's message encryption: AES-256-CBC over
 * random(16) ‖ length of the message (uint32, big endian) ‖ message ‖ appid, padded to 32 (PKCS#7 with a block of 32, not 16).
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';

export interface Cipher {
  /** Base64 of the sealed message. `random16`: 16 unpredictable bytes. */
  encrypt(message: string, random16: Uint8Array): string;
  /** The message, or null if it was not sealed under this key for this account. Never throws. */
  decrypt(base64: string): string | null;
}

const algorithm = 'aes-256-cbc';
const block = 32;
const head = 20;

/**
 * A cipher for one account and one EncodingAESKey (43 characters).
 * @throws TypeError without the value if the key is not one
 */
export function createCipher(encodingAesKey: string, appid: string): Cipher {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  if (!/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey) || key.length !== 32)
    throw new TypeError('the EncodingAESKey must be 43 letters or digits');
  const iv = key.subarray(0, 16);
  const owner = Buffer.from(appid);

  return {
    encrypt(message, random16) {
      if (random16.length !== 16) throw new TypeError('16 random bytes are needed');
      const length = Buffer.byteLength(message);
      const used = head + length + owner.length;
      const pad = block - (used % block);
      const full = Buffer.alloc(used + pad, pad);
      full.set(random16, 0);
      full.writeUInt32BE(length, 16);
      full.write(message, head);
      full.set(owner, head + length);
      const cipher = createCipheriv(algorithm, key, iv).setAutoPadding(false);
      return Buffer.concat([cipher.update(full), cipher.final()]).toString('base64');
    },

    decrypt(base64) {
      const sealed = Buffer.from(base64, 'base64');
      if (sealed.length === 0 || sealed.length % 16 !== 0) return null;
      const decipher = createDecipheriv(algorithm, key, iv).setAutoPadding(false);
      const full = Buffer.concat([decipher.update(sealed), decipher.final()]);
      const pad = full[full.length - 1] ?? 0;
      const end = full.length - pad;
      if (pad < 1 || pad > block || end < head) return null;
      const stop = head + full.readUInt32BE(16);
      if (stop > end || !full.subarray(stop, end).equals(owner)) return null;
      return full.toString('utf8', head, stop);
    },
  };
}
