import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noble } from '../../vault/noble.js';
import { sodium } from './support.js';
import { makeVectors } from './vectors.js';

/**
 * vectors.json is what libsodium wrote once; a change to it changes what is stored and needs a new version byte.
 * Written again by `WRITE_VECTORS=1 npm test -- test/vault/vectors`.
 */
const file = join(import.meta.dirname, 'vectors.json');
const write = process.env['WRITE_VECTORS'] === '1';

test.each([
  ['libsodium', sodium],
  ['noble', noble],
])(
  '%s writes the shared vectors byte for byte',
  async (name, b) => {
    const made = await makeVectors(b);
    if (write && name === 'libsodium') writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`);
    expect(made).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  },
  60_000,
);
