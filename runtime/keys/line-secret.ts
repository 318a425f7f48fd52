/** LINE_SECRET: given, in a file, or made at a demo's first start. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Random } from '../../domain/ports.js';
import { makeLineSecret, parseLineSecret } from '../../vault/line-secret.js';
import type { Config } from '../settings/configuration.js';
import { packageRoot, writePrivate, type DataFolder } from '../storage/data-folder.js';
import { exitCodes, Refusal } from '../exit.js';

/** The 32 bytes. @throws Refusal when the file holds something else */
export function lineSecretOf(config: Config, data: DataFolder, random: Random): Uint8Array {
  const { lineSecret } = config;
  if (typeof lineSecret === 'object' && 'bytes' in lineSecret) return lineSecret.bytes;
  const path = typeof lineSecret === 'object' ? resolve(packageRoot, lineSecret.file) : data.lineSecret;
  if (lineSecret === 'demo') writePrivate(path, `${makeLineSecret(random)}\n`);
  const secret = parseLineSecret(readFileSync(path, 'utf8').trim());
  if (secret !== null) return secret;
  throw new Refusal(
    'LINE_SECRET_FILE holds no secret.',
    'It must hold 32 random bytes in base64url, 43 characters.',
    exitCodes.settings,
  );
}
