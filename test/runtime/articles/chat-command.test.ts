import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairline-chat-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a chat on an empty data folder has the sample’s articles', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [resolve('dist/runtime/commands/chat.js')], {
    env: { PATH: process.env['PATH'], DATA_DIR: folder, PROFILE: 'profiles/integrity-line' },
    input: '看文章\n:quit\n',
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('去推一推那扇门');
}, 60_000);
