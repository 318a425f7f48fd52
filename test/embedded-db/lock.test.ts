import { afterAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tryLock } from '../../embedded-db/lock.js';
import { prepare } from '../../embedded-db/place.js';
import { temporaryFolder } from './support.js';

const dir = temporaryFolder();
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

/** Whether another process gets the lock. */
function elsewhere(file: string): boolean {
  const built = pathToFileURL(join(import.meta.dirname, '../../dist/embedded-db/lock.js')).href;
  const script = `const { tryLock } = await import(${JSON.stringify(built)}); process.exit(tryLock(${JSON.stringify(file)}) ? 7 : 8);`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script]).status === 7;
}

describe('the lock', () => {
  test('is one for all processes, also while this process opens the directory again', () => {
    const { lock: file } = prepare(dir);
    const held = tryLock(file);
    expect(held).toBeDefined();
    expect(tryLock(file)).toBeUndefined();
    prepare(dir);
    expect(elsewhere(file)).toBe(false);
    held?.release();
    expect(elsewhere(file)).toBe(true);
    expect(tryLock(file)).toBeDefined(); // the other process has ended, and its lock with it
  });
});
