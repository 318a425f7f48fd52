/** The command of a reporter who has no page: over HTTP to a running line, and read at its desk. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type RunningLine, startLine } from '../support/running-line.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairline-submit-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const commands = resolve('dist/runtime/commands');

/** A command in a process of its own, while this one goes on. */
async function run(command: string, ...args: readonly string[]) {
  const env = { PATH: process.env['PATH'], DATA_DIR: folder, LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [join(commands, `${command}.js`), ...args], { env });
  let [out, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { out, said: said.trim(), code };
}

describe('a running line', () => {
  let line: RunningLine | null = null;
  beforeAll(async () => {
    line = await startLine(folder);
  }, 60_000);
  afterAll(async () => {
    await line?.stop();
  });

  test('takes a report with a file; its desk reads it', async () => {
    const picture = join(folder, 'night.mp4');
    writeFileSync(picture, Buffer.alloc(2_300_000, 7));
    const order = ['--url', line?.url ?? '', '--text', '有人夜里在发射场外拍照', '--file', picture];
    const { out, said, code } = await run('submit', ...order);
    expect(said).toBe('');
    expect(out).toMatch(/^(?:\d{4} ){4}\d{4}\nCase \d{8}\n$/);
    expect(code).toBe(0);
    const desk = await run('desk', 'open', /Case (\d{8})/.exec(out)?.[1] ?? '');
    expect(desk.out).toContain('有人夜里在发射场外拍照');
    expect(desk.out).toContain('video, video/mp4, 2300000 bytes');
  }, 60_000);
});

describe('what cannot be sent is answered in one sentence', () => {
  test.each([
    [[], /address of a line/],
    [['--url', 'ftp://x', '--text', 'x'], /address of a line/],
    [['--url', 'http://127.0.0.1:9', '--text', ' '], /nothing to send/],
    [['--url', 'http://127.0.0.1:9', '--text', 'x', '--lang', 'fr'], /zh and en/],
    [['--url', 'http://127.0.0.1:9', '--text', 'x', '--file', '/nowhere'], /no such file/],
    [['--words', 'x'], /npm run submit/],
  ] as const)('%j', (args, sentence) => {
    const done = spawnSync(process.execPath, [join(commands, 'submit.js'), ...args], { encoding: 'utf8' });
    expect(done.stdout).toBe('');
    expect(done.stderr).toMatch(sentence);
    expect(done.stderr.trim().split('\n')).toHaveLength(1);
    expect(done.status).toBe(1);
  });

  test('a line that refuses', async () => {
    const server = createServer((_, response) => {
      response.writeHead(503, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ code: 'report.not_taken_here', message: 'no' }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { said, code } = await run('submit', '--url', `http://127.0.0.1:${port}`, '--text', 'x');
    server.close();
    expect(said).toBe(
      'This line takes no reports yet: nobody could read one. Run `npm run keys -- init` there first.',
    );
    expect(code).toBe(1);
  });
});
