/** `npm run chat`: the same conversation in a terminal, beside a running line or alone. */
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Handle, Input } from '../../bot/dialogue/types.js';
import { seedSample } from '../articles/seed-sample.js';
import { openCore } from '../compose.js';
import { start } from '../start.js';

/** The account that the terminal stands for; drafts of it are found again the next time. */
const account = 'terminal';
const hint = 'Type as in the chat. :picture FILE sends a picture, :place LAT LNG NAME a place, :quit leaves.';

type Said = Input extends infer One ? (One extends Input ? Omit<One, 'id' | 'at'> : never) : never;

start(async (config, log) => {
  const core = await openCore(config, log);
  // a terminal shows no pictures: they are made when pages are served
  if (core.profile.operator.sample) await seedSample(core);
  const runTurn = core.createTurn(async (_media, ref) => ({
    bytes: await readFile(ref),
    type: 'application/octet-stream',
  }));
  const says = async (said: Said): Promise<void> => {
    const now = core.clock.now();
    const input = {
      ...said,
      id: `terminal-${String(now)}-${Buffer.from(core.random(6)).toString('hex')}`,
      at: Math.floor(now / 1_000),
    } as Input;
    const answer = await runTurn({ handle: account as Handle, tags: core.drafts.tags(account) }, input);
    if (answer !== null) process.stdout.write(`\n${answer.text.replace(/<a [^>]*>(.*?)<\/a>/g, '$1')}\n\n`);
  };
  process.stdout.write(`${hint}\n`);
  await says({ t: 'follow' });
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    prompt: '> ',
    terminal: process.stdin.isTTY,
  });
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() === ':quit') break;
    await says(read(line));
    lines.prompt();
  }
  await core.close();
  process.exit(0);
});

function read(line: string): Said {
  const [word, first = '', second = '', ...rest] = line.trim().split(/\s+/);
  if (word === ':picture') return { t: 'file', media: 'image', ref: first };
  if (word === ':place')
    return { t: 'place', lat: Number(first), lng: Number(second), words: rest.join(' ') };
  return { t: 'text', text: line };
}
