/** A line that is a copy, or came from a backup, sends nothing that was planned until somebody says go; then once. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { handClock } from '../../support/fakes/clock.js';
import { startLine } from '../../support/running-line.js';
import { command, folders, hour, openLine, plannedArticle } from './lines.js';

const place = folders();
const original = place.at('original');
const article = plannedArticle();
const backup = () => join(place.at('kept'), readdirSync(place.at('kept'))[0] ?? '');

let lines: { close(): Promise<void> }[] = [];
/** Opens a line two hours later: what was planned is overdue. */
async function open(data: string) {
  const line = await openLine(data, { clock: handClock('2026-11-22T14:00:00+08:00') });
  lines.push(line);
  return line;
}
type Line = Awaited<ReturnType<typeof open>>;

beforeAll(async () => {
  const line = await openLine(original);
  await line.core.storage.articles.insert(article);
  await line.close();
  if (command(original, 'backup', '--to', place.at('kept')).code !== 0) throw new Error('no backup');
}, 60_000);
afterEach(async () => {
  for (const line of lines) await line.close();
  lines = [];
});
afterAll(() => {
  place.remove();
});

/** It stays as it is, tick after tick; released, it goes out once. */
async function goesOnceReleased(line: Line): Promise<void> {
  for (let i = 0; i < 3; i++) {
    await line.tick();
    line.clock.advance(hour);
  }
  expect(await line.article(article.id)).toBe('scheduled 0');
  expect(await line.core.upkeep.releaseLine('host')).toBe(true);
  for (let i = 0; i < 4; i++) {
    await line.tick();
    line.clock.advance(hour / 6);
  }
  expect(await line.article(article.id)).toBe('submitted 1');
}

describe('held', () => {
  test('restored into an empty folder', async () => {
    const data = place.withKeys('elsewhere', original);
    const { out, code } = command(data, 'restore', backup());
    expect([code, out]).toEqual([0, expect.stringMatching(/on hold: .*npm run jobs -- release/)]);
    const line = await open(data);
    expect([line.joined, await line.why()]).toEqual(['held', 'restored']);
    await goesOnceReleased(line);
    await line.close();
    lines = [];
    expect((await open(data)).joined).toBe('known');
  }, 60_000);

  test('restored into its own folder, whose database was emptied', async () => {
    const data = place.at('own');
    cpSync(original, data, { recursive: true });
    for (const name of ['database', 'evidence']) rmSync(join(data, name), { recursive: true, force: true });
    expect(command(data, 'restore', backup()).code).toBe(0);
    const line = await open(data);
    expect(await line.why()).toBe('restored');
    await goesOnceReleased(line);
  }, 60_000);

  test('a copy of the whole folder, and not the one that it was copied from', async () => {
    const data = place.at('copy');
    cpSync(original, data, { recursive: true });
    const line = await open(data);
    expect([line.joined, await line.why()]).toEqual(['held', 'copied']);
    await goesOnceReleased(line);
    const first = await open(original);
    expect([first.joined, await first.why()]).toEqual(['known', null]);
  }, 60_000);

  test('the database alone, exported into another folder', async () => {
    const file = place.at('export.json');
    expect(command(original, 'db', 'export', file).code).toBe(0);
    const data = place.withKeys('imported', original);
    expect(command(data, 'db', 'import', file).code).toBe(0);
    const line = await open(data);
    expect([line.joined, await line.why()]).toEqual(['held', 'copied']);
  }, 60_000);

  test('what was merged into a line from another database', async () => {
    const file = place.at('merged.json');
    expect(command(original, 'db', 'export', file).code).toBe(0);
    const data = place.at('merging');
    await (await openLine(data)).close();
    const { out } = command(data, 'db', 'import', file, '--merge');
    expect(out).toMatch(/on hold/);
    const line = await open(data);
    expect([line.joined, await line.why(), await line.article(article.id)]).toEqual([
      ...['known', 'restored', 'scheduled 0'],
    ]);
  }, 60_000);
});

describe('not held', () => {
  test('the line itself, started again and again', async () => {
    const data = place.at('again');
    await (await openLine(data)).close();
    const first = await openLine(data);
    await first.core.storage.articles.insert(article);
    await first.close();
    const line = await open(data);
    expect([line.joined, await line.why()]).toEqual(['known', null]);
    await line.tick();
    expect(await line.article(article.id)).toBe('about_to_go 0');
  }, 60_000);

  test('a line of an earlier version with something planned, at its first start under this one', async () => {
    const data = place.at('earlier');
    const before = await openLine(data, { joins: false });
    await before.core.storage.articles.insert(article);
    await before.close();
    expect(existsSync(join(data, 'identity'))).toBe(false);
    const line = await open(data);
    expect([line.joined, await line.why()]).toEqual(['joined', null]);
  }, 60_000);

  test('a database that was exported and came back into its own folder', async () => {
    const data = place.at('moved');
    const before = await openLine(data);
    await before.core.storage.articles.insert(article);
    await before.close();
    expect(command(data, 'db', 'export', place.at('moved.json')).code).toBe(0);
    rmSync(join(data, 'database'), { recursive: true });
    expect(command(data, 'db', 'import', place.at('moved.json')).code).toBe(0);
    const line = await open(data);
    expect([line.joined, await line.why()]).toEqual(['known', null]);
  }, 60_000);
});

test('a backup holds neither identity nor outbox', async () => {
  const data = place.withKeys('looked', original);
  command(data, 'restore', backup());
  expect(readdirSync(data)).not.toContain('identity');
  expect(command(data, 'db', 'stats').out).not.toMatch(/^(outbox|alerts|runs) /m);
}, 60_000);

describe('npm start', () => {
  test('on a copy says that it is held, and the command beside it releases it', async () => {
    const data = place.at('started');
    cpSync(original, data, { recursive: true });
    const line = await startLine(data, { ROLES: 'api,bot,jobs' });
    try {
      expect(line.output()).toMatch(/on hold: .*copy/);
      expect(command(data, 'jobs', 'list').out).toMatch(/^Everything planned is on hold/m);
      const refused = command(data, 'jobs', 'run', 'advance-articles');
      expect([refused.code, refused.out]).toEqual([1, expect.stringMatching(/on hold.*jobs -- release/)]);
      expect(command(data, 'jobs', 'release').out).toMatch(/^Released/);
      expect(command(data, 'jobs', 'release').out).toMatch(/^Nothing is on hold/);
      expect(command(data, 'audit', 'verify')).toMatchObject({
        code: 0,
        out: expect.stringMatching(/1 entries/),
      });
    } finally {
      await line.stop();
    }
    expect(command(data, 'jobs', 'run', 'advance-articles')).toMatchObject({ code: 0 });
  }, 90_000);
});
