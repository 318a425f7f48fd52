import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const dist = (file: string) => JSON.stringify(pathToFileURL(resolve('dist', file)).href);

/** A bot that hears one message, in a process of its own. */
const script = `
import { createRequire } from 'node:module';
import { OfficialAccountPuppet } from ${dist('bot/official-account/puppet.js')};
import { createBot } from ${dist('bot/wechaty/bot.js')};
const puppet = new OfficialAccountPuppet();
const turn = async (_handle, input) => 'heard ' + input.text;
const bot = createBot({ puppet, turn, failed: (error) => { throw error; } });
await bot.start();
const who = { handle: 'h', tags: [] };
const outgoing = await puppet.receive({ id: '1', who, at: 1, said: { e: 'text', text: 'secret words' } });
console.log(outgoing.text);
console.log(Object.keys(createRequire(import.meta.url).cache).filter((file) => file.includes('wechat4u')).join());
await bot.stop();
process.exit();
`;

describe('the bot as a process', () => {
  let cwd: string;
  let home: string;
  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'bot-cwd-'));
    home = await mkdtemp(join(tmpdir(), 'bot-home-'));
    await writeFile(join(cwd, 'bot.mjs'), script);
  });
  afterEach(async () => {
    await rm(cwd, { recursive: true });
    await rm(home, { recursive: true });
  });

  const run = async (env: Readonly<Record<string, string>>) =>
    promisify(execFile)(process.execPath, ['bot.mjs'], { cwd, env: { HOME: home, ...env }, timeout: 60_000 });

  test('it writes nothing to disk and prints nothing of what is said', async () => {
    const { stdout, stderr } = await run({ WECHATY_LOG: 'silent' });
    expect(stdout.split('\n')[0]).toBe('heard secret words');
    expect(stderr).toBe('');
    expect(await readdir(cwd)).toEqual(['bot.mjs']);
    expect(await readdir(home)).toEqual([]);
  });

  test('whatever the environment asks for, the personal-account puppet is not loaded', async () => {
    const { stdout } = await run({ WECHATY_PUPPET: 'wechaty-puppet-wechat4u', WECHATY_NAME: 'x' });
    expect(stdout).toBe('heard secret words\n\n');
    expect(await readdir(cwd)).toEqual(['bot.mjs']);
  });

  test('a talkative log level of wechaty is switched off before anything is heard', async () => {
    const { stdout, stderr } = await run({ WECHATY_LOG: 'silly' });
    const output = `${stdout}${stderr}`.replace('heard secret words', '');
    expect(output).not.toContain('secret words');
  });
});
