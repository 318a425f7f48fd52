/** What an operator reads who mistyped: one sentence with its remedy, no log line, no trace. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairline-commands-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(command: string, ...args: readonly string[]): { said: string; code: number | null } {
  const done = spawnSync(process.execPath, [resolve('dist/runtime/commands', `${command}.js`), ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: folder },
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { said: (done.stdout + done.stderr).trim(), code: done.status };
}

describe('a word that a command does not know is answered in one sentence', () => {
  test.each([
    ['desk', [], /npm run desk -- list/],
    ['desk', ['open'], /eight digits/],
    ['desk', ['open', '1234'], /eight digits/],
    ['desk', ['open', '1234 5678 9012 3456 7891'], /That is a receipt/],
    ['desk', ['open', '12345678', '--lang', 'fr'], /--lang zh\|en/],
    ['desk', ['open', '1234-5678'], /no report with this case number|no keys/],
    ['desk', ['reply', '12345678', ' '], /nothing to send/],
    ['desk', ['reply', '12345678', '--ask', 'story'], /nothing to send/],
    ['desk', ['reply', '12345678', 'when', '--ask', 'choice'], /--ask stands at the end/],
    ['desk', ['reply', '12345678', '--ask', 'story', 'when'], /--ask stands at the end/],
    ['keys', ['foo'], /keys -- init/],
    ['db', ['foo'], /npm run db/],
    ['db', ['import', '/nowhere'], /no such file/],
    ['backup', ['--to'], /npm run backup/],
    ['restore', ['/nowhere'], /no such file/],
    ['wechat', ['foo'], /npm run wechat/],
    ['profile', ['check', 'nowhere'], /There are: integrity-line, national-security/],
    ['profile', ['foo'], /npm run profile/],
  ] as const)('%s %j', (command, args, remedy) => {
    const { said, code } = run(command, ...args);
    expect(said).toMatch(remedy);
    expect(said.split('\n')).toHaveLength(1);
    expect(said).not.toMatch(/^\{|\bat \/|node:/);
    expect(code).toBe(1);
  });
});
