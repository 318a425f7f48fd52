import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createArgon2Pool } from '../../vault/node/argon2.js';
import { createHandles } from '../../vault/node/handles.js';
import { createRandom } from '../../vault/node/random.js';
import { makeLineSecret, parseLineSecret } from '../../vault/line-secret.js';

describe('random bytes from the pool', () => {
  test('have the length asked for and never come twice', () => {
    const random = createRandom(256);
    const drawn = Array.from({ length: 500 }, (_, n) => random(16 + (n % 49)));
    expect(drawn.every(({ length }, n) => length === 16 + (n % 49))).toBe(true);
    expect(new Set(drawn.map((bytes) => bytes.slice(0, 16).join())).size).toBe(500);
  });

  test('are spread evenly', () => {
    const counts = new Uint32Array(256);
    const random = createRandom();
    for (let n = 0; n < 8192; n += 1) for (const byte of random(32)) counts[byte] = (counts[byte] ?? 0) + 1;
    expect(Math.min(...counts)).toBeGreaterThan(800);
    expect(Math.max(...counts)).toBeLessThan(1250);
  });

  test('may be more than the pool holds', () => {
    expect(createRandom(64)(1000)).toHaveLength(1000);
  });

  test('stay as they were when the pool is wiped and filled again', () => {
    const random = createRandom(256);
    const first = random(32);
    const copy = first.slice();
    for (let n = 0; n < 20; n += 1) random(32).fill(0);
    expect(first).toEqual(copy);
    expect(first.some((byte) => byte !== 0)).toBe(true);
  });
});

describe('the Argon2 pool', () => {
  const salt = new Uint8Array(16);
  const derive = (pool: ReturnType<typeof createArgon2Pool>, password = 'x') =>
    pool.derive(Buffer.from(password), salt, { kib: 64, passes: 1 });

  test('lets the rest wait and shows how many', async () => {
    const pool = createArgon2Pool(2);
    const order: number[] = [];
    const all = [0, 1, 2, 3, 4].map((n) => derive(pool).then(() => order.push(n)));
    expect(pool.waiting()).toBe(3);
    await Promise.all(all);
    expect(pool.waiting()).toBe(0);
    expect(order.indexOf(4)).toBeGreaterThan(1);
    await derive(pool);
  });

  test('goes on after a failure', async () => {
    const pool = createArgon2Pool(1);
    const failing = pool.derive(Buffer.from('x'), salt, { kib: 64, passes: 0 });
    const next = derive(pool);
    await expect(failing).rejects.toThrow();
    await expect(next).resolves.toHaveLength(32);
  });
});

describe('handles', () => {
  test('are the same for an account within a process and different in another', () => {
    const random = createRandom();
    const [here, there] = [createHandles(random), createHandles(random)];
    expect(here('account')).toBe(here('account'));
    expect(here('account')).toMatch(/^[\w-]{22}$/);
    expect(here('another')).not.toBe(here('account'));
    expect(there('account')).not.toBe(here('account'));
  });
});

describe('the line secret', () => {
  test('is 32 bytes as base64url, from a file with a line break too', () => {
    const text = makeLineSecret(createRandom());
    expect(text).toHaveLength(43);
    expect(parseLineSecret(`${text}\n`)).toHaveLength(32);
  });

  test.each(['', 'secret', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}B`, `${'A'.repeat(42)}+`])(
    'is not %j',
    (text) => {
      expect(parseLineSecret(text)).toBeNull();
    },
  );
});

test('outside vault/node nothing needs Node, so browsers and mini-programs can have it', () => {
  const folder = join(import.meta.dirname, '../../vault');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const imports = files.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/ from '([^']+)'/g)].map(([, from]) => from ?? ''),
  );
  const others = imports.filter((from) => !/^(\.\/[\w-]+\.js|@noble\/.+)$/.test(from));
  const globals = /\b(Buffer|TextEncoder|TextDecoder|atob|btoa|process|crypto|performance)(\.\w|\()/;
  expect(files.length).toBeGreaterThan(15);
  expect(others).toEqual([]);
  expect(files.filter((name) => globals.test(readFileSync(join(folder, name), 'utf8')))).toEqual([]);
});
