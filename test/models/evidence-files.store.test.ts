import { afterAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '../../domain/errors.js';
import { createEvidenceFiles } from '../../models/evidence-files.store.js';
import { describeEvidenceContract } from '../support/contracts/evidence.contract.js';

const folders: string[] = [];
async function files(random = (n: number) => new Uint8Array(randomBytes(n))) {
  const folder = await mkdtemp(join(tmpdir(), 'evidence-'));
  folders.push(folder);
  let today = '2026-11-22';
  const store = createEvidenceFiles({ folder, clock: { today: () => today }, random });
  return { store, folder, on: (day: string) => void (today = day) };
}
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});
const file = 'ab'.repeat(16);

describeEvidenceContract('files', async () => (await files()).store);

describe('evidence in files', () => {
  test('files and folders are readable by this account alone, and nothing is left beside them', async () => {
    const { store, folder } = await files();
    await store.put('2026-11-25', file, 0, Uint8Array.of(1));
    const place = join(folder, 'pending', '2026-11-25');
    expect(await readdir(place)).toEqual([`${file}.0`]);
    const modes = [place, join(place, `${file}.0`)].map(async (path) => (await stat(path)).mode & 0o777);
    expect(await Promise.all(modes)).toEqual([0o700, 0o600]);
  });

  test('no file ever has a time finer than a day', async () => {
    const { store, folder } = await files();
    await store.put('2026-11-25', file, 0, Uint8Array.of(1));
    const { mtime, atime } = await stat(join(folder, 'pending', '2026-11-25', `${file}.0`));
    expect([mtime, atime].map((time) => time.toISOString())).toEqual([
      '2026-11-22T00:00:00.000Z',
      '2026-11-22T00:00:00.000Z',
    ]);
  });

  test('the night after, settled files are written anew under one midnight for all, once', async () => {
    const { store, folder, on } = await files();
    const ids = ['aa', 'ab', 'b0'].map((start) => start.padEnd(32, '0'));
    for (const id of ids) {
      await store.put('2026-11-25', id, 0, Uint8Array.of(1));
      await store.settle('2026-11-25', id);
    }
    const paths = ids.map((id) => join(folder, id.slice(0, 2), `${id}.0`));
    const before = await Promise.all(paths.map(async (path) => (await stat(path)).ino));
    expect(await store.settleTimes('2026-11-22')).toBe(0);
    on('2026-11-23');
    expect(await store.settleTimes('2026-11-23')).toBe(3);
    expect(await store.settleTimes('2026-11-24')).toBe(0);
    for (const [i, path] of paths.entries()) {
      const now = await stat(path);
      expect(now.mtime.toISOString()).toBe('2000-01-01T00:00:00.000Z');
      expect(now.ino).not.toBe(before[i]);
    }
    expect((await stat(join(folder, 'aa'))).mtime.toISOString()).toBe('2000-01-01T00:00:00.000Z');
    expect(await store.get(ids[0] ?? '', 0)).toEqual(Uint8Array.of(1));
  });

  test('the order of rewriting is drawn and is not that of the names', async () => {
    const orders = new Set<string>();
    for (let round = 0; round < 8; round++) {
      const { store, folder } = await files();
      const ids = Array.from({ length: 6 }, (_, n) => `aa${n}`.padEnd(32, '0'));
      for (const id of ids) {
        await store.put('2026-11-25', id, 0, Uint8Array.of(1));
        await store.settle('2026-11-25', id);
      }
      await store.settleTimes('2026-11-23');
      const changed = ids.map(async (id) => ({
        id,
        at: (await stat(join(folder, 'aa', `${id}.0`))).ctimeMs,
      }));
      const order = (await Promise.all(changed)).sort((a, b) => a.at - b.at).map(({ id }) => id[2]);
      orders.add(order.join(''));
    }
    expect(orders.size).toBeGreaterThan(1); // one order eight times: 1 in 720^7
  });

  test('what a crash left beside a settled file is cleared away', async () => {
    const { store, folder } = await files();
    await store.put('2026-11-25', file, 0, Uint8Array.of(1));
    await store.settle('2026-11-25', file);
    await writeFile(join(folder, 'ab', '.half'), 'half');
    await store.settleTimes('2026-11-23');
    expect(await readdir(join(folder, 'ab'))).toEqual([`${file}.0`]);
  });

  test('settling that stopped half-way is finished by the next', async () => {
    const { store } = await files();
    await store.put('2026-11-25', file, 0, Uint8Array.of(1));
    await store.settle('2026-11-25', file);
    await store.put('2026-11-25', file, 1, Uint8Array.of(2));
    await store.settle('2026-11-25', file);
    await store.burn('2026-12-01');
    expect([await store.get(file, 0), await store.get(file, 1)]).toEqual([
      Uint8Array.of(1),
      Uint8Array.of(2),
    ]);
  });

  test.each(['../../etc/passwd', 'AB'.repeat(16), 'ab', ''])('%j is no file', async (id) => {
    const { store } = await files();
    await expect(store.get(id, 0)).rejects.toThrow(new DomainError('evidence.unreadable'));
    await expect(store.put('2026-11-25', id, 0, Uint8Array.of(1))).rejects.toThrow(DomainError);
    await expect(store.put('../x', file, 0, Uint8Array.of(1))).rejects.toThrow(DomainError);
  });

  test('a disk that refuses is storage.unavailable, and no name of a file is in the error', async () => {
    const { store, folder } = await files();
    await writeFile(join(folder, 'pending'), 'a file where a folder belongs');
    const error: unknown = await store.put('2026-11-25', file, 0, Uint8Array.of(1)).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'storage.unavailable', cause: { message: 'ENOTDIR' } });
  });
});
