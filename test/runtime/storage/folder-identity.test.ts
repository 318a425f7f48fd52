import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFolderIdentity } from '../../../runtime/storage/folder-identity.js';
import { createRandom } from '../../../vault/node/random.js';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'identity-'));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const of = (folder = root, withPlace = true) => createFolderIdentity(folder, createRandom(), withPlace);

describe('the identity of a data folder', () => {
  test('is made once, for this account alone, and confirmed under its lasting name', async () => {
    const identity = of();
    const made = await identity.read();
    expect(made).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{32}$/), confirmed: false });
    expect(await readdir(root)).toEqual(['identity.new']);
    await identity.confirm(made);
    expect(await readdir(root)).toEqual(['identity']);
    expect(await readFile(join(root, 'identity'), 'utf8')).toBe(`${made.id}\n`);
    expect((await stat(join(root, 'identity'))).mode & 0o777).toBe(0o600);
    expect(await of().read()).toEqual({ ...made, confirmed: true });
    await identity.confirm(made);
    expect(await readdir(root)).toEqual(['identity']);
  });

  test('is one for all processes that start at once', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => of().read()));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await readdir(root)).toEqual(['identity.new']);
  });

  test('is one for all, also where some confirm it while others still look', async () => {
    const all = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const identity = of();
        const found = await identity.read();
        await identity.confirm(found);
        return identity.read();
      }),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect((await of().read()).confirmed).toBe(true);
  });

  test('stays the same when the folder is moved, and is told from that of a copy', async () => {
    const [first, moved, copy] = ['first', 'moved', 'copy'].map((name) => join(root, name)) as [
      ...[string, string, string],
    ];
    await mkdir(first);
    const made = await of(first).read();
    await of(first).confirm(made);
    await rename(first, moved);
    expect(await of(moved).read()).toEqual({ ...made, confirmed: true });
    await cp(moved, copy, { recursive: true });
    const found = await of(copy).read();
    expect([found.id, found.place === made.place]).toEqual([made.id, false]);
    expect(await of(copy, false).read()).toEqual({ id: made.id, place: null, confirmed: true });
  });

  test('a new one takes the place of the old one, not confirmed yet', async () => {
    const old = await of().read();
    await of().confirm(old);
    const next = await of().renew();
    expect([next.id === old.id, next.confirmed, await readdir(root)]).toEqual([
      false,
      false,
      ['identity.new'],
    ]);
    expect(await of().read()).toEqual(next);
  });

  test.each(['', 'not an identity\n', `${'g'.repeat(32)}\n`])(
    'a file that holds none is made anew: %j',
    async (text) => {
      await writeFile(join(root, 'identity'), text);
      await writeFile(join(root, 'identity.new'), text);
      const made = await of().read();
      expect(made.confirmed).toBe(false);
      await of().confirm(made);
      expect(await of().read()).toMatchObject({ id: made.id, confirmed: true });
    },
  );

  test('a folder that cannot be written is an error, not an endless search', async () => {
    await expect(of(join(root, 'nowhere')).read()).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
