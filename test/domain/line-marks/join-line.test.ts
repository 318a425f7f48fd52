/** The table of what a data folder and a database can be to each other. */
import { describe, expect, test } from '@jest/globals';
import { createJoinLine } from '../../../domain/line-marks/join-line.js';
import type { Hold, LineMark } from '../../../domain/line-marks/line-mark.js';
import type { DataFolderIdentity, LineMarks } from '../../../domain/line-marks/ports.js';
import { handClock } from '../../support/fakes/clock.js';
import { once, withFaults } from '../../support/fakes/faults.js';
import { memoryFolder, memoryLineMarks } from '../../support/fakes/line-marks.js';

const clock = handClock('2026-11-22T10:00:00+08:00');
const copied: Hold = { since: clock.now(), why: 'copied' };
const restored: Hold = { since: 5, why: 'restored' };

/** One start of the line. */
const start = (marks: LineMarks, folder: DataFolderIdentity, planned = true) =>
  createJoinLine({ marks, folder, clock, planned: async () => planned })();
const holdOf = async (marks: LineMarks) => (await marks.read())?.hold ?? null;

/** A line that was started once. */
async function line() {
  const [marks, folder] = [memoryLineMarks(), memoryFolder()];
  await start(marks, folder);
  return { marks, folder };
}

describe('a line is not held', () => {
  test.each([true, false])(
    'at the first start of all or of this version, something planned: %s',
    async (planned) => {
      const [marks, folder] = [memoryLineMarks(), memoryFolder()];
      expect(await start(marks, folder, planned)).toBe('joined');
      expect(await holdOf(marks)).toBeNull();
      expect(folder.identity?.confirmed).toBe(true);
    },
  );

  test('at any later start with the same folder and database', async () => {
    const { marks, folder } = await line();
    const before = await marks.read();
    for (let i = 0; i < 3; i++) expect(await start(marks, folder)).toBe('known');
    expect(await marks.read()).toEqual(before);
  });

  test('when its folder gets a new database in which nothing is planned', async () => {
    const { folder } = await line();
    const empty = memoryLineMarks();
    expect(await start(empty, folder, false)).toBe('joined');
    expect(await start(empty, folder, true)).toBe('known');
    expect(await holdOf(empty)).toBeNull();
  });

  test('when a first start was cut short before the database knew the folder, or before the folder knew it', async () => {
    const [marks, folder] = [memoryLineMarks(), memoryFolder()];
    await expect(start(withFaults(marks, once([['insert', 'before']])), folder)).rejects.toThrow();
    expect(await start(marks, folder)).toBe('joined');
    const other = memoryFolder();
    const fresh = memoryLineMarks();
    await expect(start(withFaults(fresh, once([['insert', 'after']])), other)).rejects.toThrow();
    expect(await start(fresh, other)).toBe('known');
    expect([await holdOf(marks), await holdOf(fresh)]).toEqual([null, null]);
  });

  test('when two processes of one folder start for the first time at once', async () => {
    const [marks, folder] = [memoryLineMarks(), memoryFolder()];
    const both = await Promise.all([start(marks, folder), start(marks, folder)]);
    expect(both.sort()).toEqual(['joined', 'known']);
    expect([await holdOf(marks), (await marks.read())?.folders.length]).toEqual([null, 1]);
  });

  test('when its folder moved within its disk, or its database went to a server and came back', async () => {
    const { marks, folder } = await line();
    const onServer: DataFolderIdentity = {
      ...folder,
      read: async () => ({ ...(await folder.read()), place: null }),
    };
    expect(await start(marks, onServer)).toBe('known');
    expect((await marks.read())?.folders).toMatchObject([{ place: null }]);
    expect(await start(marks, folder)).toBe('known');
    expect((await marks.read())?.folders).toEqual([
      { id: folder.identity?.id, place: folder.identity?.place },
    ]);
    expect(await holdOf(marks)).toBeNull();
  });
});

describe('a line is held', () => {
  test('when a database is found beside a folder without an identity', async () => {
    const { marks } = await line();
    const copy = marks.copy();
    expect(await start(copy, memoryFolder(), false)).toBe('held');
    expect([await holdOf(copy), await holdOf(marks)]).toEqual([copied, null]);
  });

  test('when a database is found beside the folder of another line', async () => {
    const [{ marks }, { folder }] = [await line(), await line()];
    expect(await start(marks.copy(), folder)).toBe('held');
  });

  test('when the folder with the database in it was copied; the copy gets an identity of its own', async () => {
    const { marks, folder } = await line();
    const [marksThere, folderThere] = [marks.copy(), folder.copy()];
    expect(await start(marksThere, folderThere)).toBe('held');
    expect(folderThere.identity?.id).not.toBe(folder.identity?.id);
    expect(await start(marks, folder)).toBe('known');
    expect([await holdOf(marksThere), await holdOf(marks)]).toEqual([copied, null]);
  });

  test('when a folder with an identity finds a database without a mark in which something is planned', async () => {
    const { folder } = await line();
    const brought = memoryLineMarks();
    expect(await start(brought, folder, true)).toBe('held');
    expect(await holdOf(brought)).toEqual(copied);
  });

  test('once: what was said is not said again after somebody said go', async () => {
    const { marks, folder } = await line();
    const copies = [
      [marks.copy(), memoryFolder()],
      [marks.copy(), folder.copy()],
    ] as const;
    for (const [there, at] of copies) {
      expect(await start(there, at)).toBe('held');
      const mark = await there.read();
      if (mark !== null) await there.replace({ ...mark, revision: mark.revision + 1, hold: null });
      expect(await start(there, at)).toBe('known');
      expect(await holdOf(there)).toBeNull();
    }
  });

  test('again when a later copy takes the place of the first', async () => {
    const { marks, folder } = await line();
    const elsewhere = memoryFolder();
    await start(marks.copy(), elsewhere);
    await start(marks, folder);
    expect(await start(marks.copy(), elsewhere)).toBe('held');
  });

  test('and the first folder still belongs to it when a second one joined', async () => {
    const { marks, folder } = await line();
    expect(await start(marks, memoryFolder())).toBe('held');
    expect(await start(marks, folder)).toBe('known');
  });

  test('with the reason and the time of the hold that stood already', async () => {
    const { folder } = await line();
    const backup = memoryLineMarks({ revision: 1, folders: [], hold: restored });
    expect(await start(backup, folder)).toBe('held');
    expect(await holdOf(backup)).toEqual(restored);
  });

  test('also when the start was cut short after the folder got its new identity', async () => {
    const { marks, folder } = await line();
    const [there, at] = [marks.copy(), folder.copy()];
    await expect(start(withFaults(there, once([['replace', 'before']])), at)).rejects.toThrow();
    expect(await start(there, at)).toBe('held');
    expect(await start(there, at)).toBe('known');
    expect(await holdOf(there)).toEqual(copied);
  });

  test('by both of two processes that start on the copy at once, and it knows one folder more', async () => {
    const { marks } = await line();
    const [there, at] = [marks.copy(), memoryFolder()];
    const both = await Promise.all([start(there, at), start(there, at)]);
    expect(both.sort()).toEqual(['held', 'known']);
    expect((await there.read())?.folders).toHaveLength(2);
  });
});

test('a database remembers the last 32 folders', async () => {
  const marks = memoryLineMarks();
  const folders = Array.from({ length: 34 }, () => memoryFolder());
  for (const folder of folders) await start(marks, folder);
  const known = ((await marks.read()) as LineMark).folders.map(({ id }) => id);
  expect(known).toEqual(folders.slice(2).map(({ identity }) => identity?.id));
});
