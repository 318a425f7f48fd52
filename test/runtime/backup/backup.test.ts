import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openEverything, textOfReport } from '../../support/desk.js';
import { follow, startLine, type RunningLine } from '../../support/running-line.js';
import { receiptIn } from '../../support/receipt-in.js';

const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex').toString('base64');
const told = '上周他在车间拷走了三份图纸';
let folder = '';
let line: RunningLine;
let backup = '';

const at = (name: string): string => join(folder, name);

/** A command of the line on a data folder. */
function command(
  data: string,
  name: string,
  ...args: readonly string[]
): { out: string; code: number | null } {
  const done = spawnSync(process.execPath, [resolve('dist/runtime/commands', `${name}.js`), ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: data },
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { out: done.stdout + done.stderr, code: done.status };
}

/** An empty data folder with the keys of another. */
function folderWithKeys(name: string, from: string): string {
  const made = at(name);
  mkdirSync(made);
  copyFileSync(join(from, 'line-keys.json'), join(made, 'line-keys.json'));
  return made;
}

const sealedFiles = (data: string): string[] =>
  readdirSync(join(data, 'evidence'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /[0-9a-f]{32}\.\d+$/.test(name),
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fairline-backup-'));
  line = await startLine(at('data'));
  const phone = await follow(line.url);
  await phone.sends({ type: 'event', event: 'CLICK', eventKey: 'report' });
  await phone.says('1');
  await phone.says(told);
  await phone.sends({ type: 'image', base64: jpeg });
  for (const words of ['说完了', '上周三', '二号车间', '姓钱的技术员', '1', '1', '1', '1', '2', '1'])
    await phone.says(words);
  let sent = await phone.says('确认发送');
  if (receiptIn(sent) === null) sent = await phone.says('1'); // the picture was still being fetched
  if (receiptIn(sent) === null) throw new Error('no receipt');
  const other = await follow(line.url);
  await other.sends({ type: 'event', event: 'CLICK', eventKey: 'report' }); // a draft that must not be kept
}, 60_000);

afterAll(async () => {
  await line.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

describe('a backup beside the running line', () => {
  test('is one file of the day, for this account alone, and older ones go', () => {
    mkdirSync(at('kept'));
    for (const name of ['fairline-2001-01-01.backup', 'fairline-2999-01-01.backup', 'notes.txt'])
      writeFileSync(join(at('kept'), name), '');
    const made = command(at('data'), 'backup', '--to', at('kept'));
    expect(made).toMatchObject({ code: 0, out: expect.stringContaining('1 backups older than 30 days') });
    const names = readdirSync(at('kept')).sort();
    expect(names).toEqual([
      expect.stringMatching(/^fairline-20\d\d-\d\d-\d\d\.backup$/),
      'fairline-2999-01-01.backup',
      'notes.txt',
    ]);
    backup = join(at('kept'), names[0] ?? '');
    expect(statSync(backup).mode & 0o077).toBe(0);
    expect(readFileSync(backup).includes(told)).toBe(false);
  }, 30_000);

  test('brings the report and its file back elsewhere, without sessions', async () => {
    const data = folderWithKeys('other', at('data'));
    expect(command(data, 'restore', backup)).toMatchObject({ code: 0 });
    expect(sealedFiles(data)).toEqual(sealedFiles(at('data')));
    expect(sealedFiles(data)).toHaveLength(1);
    const file = (from: string): Buffer => readFileSync(join(from, 'evidence', sealedFiles(from)[0] ?? ''));
    expect(file(data)).toEqual(file(at('data')));
    const stats = command(data, 'db', 'stats').out;
    expect(stats).toMatch(/^reports +1 documents/m);
    expect(stats).not.toMatch(/^(sessions|runs|access-tokens) /m);
    expect(command(at('data'), 'db', 'stats').out).toMatch(/^sessions +[1-9]/m);
    const [report] = await openEverything(data);
    expect(report && textOfReport(report)).toContain(told);
  }, 60_000);

  test('is not restored over something', () => {
    const over = command(at('data'), 'restore', backup);
    expect(over).toMatchObject({ code: 1, out: expect.stringContaining('nothing was restored') });
  }, 30_000);

  test('that was changed by one bit or cut is refused before anything is written', () => {
    const data = folderWithKeys('third', at('data'));
    const whole = readFileSync(backup);
    const flipped = (where: number): Buffer => {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8(bytes.readUInt8(where) ^ 1, where);
      return bytes;
    };
    const day = whole.indexOf('"day":"') + 7;
    for (const bytes of [
      flipped(whole.length - 5),
      flipped(5000),
      flipped(day + 9),
      whole.subarray(0, -1),
      whole.subarray(0, whole.indexOf('\n') + 1),
    ]) {
      writeFileSync(at('damaged'), bytes);
      const refused = command(data, 'restore', at('damaged'));
      expect(refused).toMatchObject({
        code: 1,
        out: expect.stringContaining('The file is not a whole backup'),
      });
    }
    expect(readdirSync(data)).toEqual(['line-keys.json']);
  }, 60_000);

  test('does not open with another line’s key, and says so in a sentence', () => {
    mkdirSync(at('stranger'));
    command(at('stranger'), 'keys', 'init');
    const data = folderWithKeys('fourth', at('stranger'));
    const refused = command(data, 'restore', backup);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('That is the key of another line.');
    expect(refused.out).not.toContain('    at ');
    expect(command(at('stranger'), 'restore', backup).out).toContain('keys of another line');
  }, 60_000);
});

describe('db', () => {
  test('beside the running line: serve tells its address, verify finds it whole, compact makes the file anew', () => {
    const served = command(at('data'), 'db', 'serve');
    expect(served).toMatchObject({ code: 0, out: expect.stringMatching(/^mongodb:.*\n.*another process/) });
    expect(command(at('data'), 'db', 'compact')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/before: .*\nafter: .*log 0 bytes/),
    });
    expect(command(at('data'), 'db', 'verify')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Whole:'),
    });
  }, 60_000);

  test('export and import move everything, once', () => {
    expect(command(at('data'), 'db', 'export', at('export'))).toMatchObject({ code: 0 });
    expect(statSync(at('export')).mode & 0o077).toBe(0);
    expect(command(at('data'), 'db', 'export', at('export'))).toMatchObject({ code: 1 });
    const moved = at('moved');
    expect(command(moved, 'db', 'import', at('export'))).toMatchObject({ code: 0 });
    expect(command(moved, 'db', 'import', at('export')).out).toContain('not empty');
    expect(command(moved, 'db', 'import', at('export'), '--merge').out).toMatch(
      /^0 documents imported, [1-9]\d* were there/,
    );
    expect(command(moved, 'db', 'export', at('again'))).toMatchObject({ code: 0 });
    const reports = (name: string): string[] =>
      readFileSync(at(name), 'utf8')
        .split('\n')
        .filter((text) => text.includes('"reports"'));
    expect(reports('again')).toEqual(reports('export'));
    expect(reports('again')).toHaveLength(2);
  }, 60_000);

  test('serve on a port asks for the password that its address holds', async () => {
    const child = spawn(
      process.execPath,
      [resolve('dist/runtime/commands/db.js'), 'serve', '--port', '27999'],
      {
        env: { PATH: process.env['PATH'], DATA_DIR: at('moved') },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const [uri] = (await once(child.stdout, 'data')) as [Buffer];
    const address = new URL(uri.toString().trim());
    expect([address.hostname, address.password.length, address.searchParams.get('authMechanism')]).toEqual([
      '127.0.0.1',
      48,
      'SCRAM-SHA-256',
    ]);
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    expect((await gone)[0]).toBe(0);
  }, 30_000);

  test('what it does not understand ends with the usage', () => {
    expect(command(at('moved'), 'db', 'drop')).toMatchObject({
      code: 1,
      out: expect.stringContaining('npm run db --'),
    });
  }, 30_000);
});
