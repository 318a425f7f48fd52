/** `npm run submit`: a sealed report through the typed client, as any other program would send one. */
import { open, type FileHandle } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createClient } from '../../miniprogram-api/client/client.js';
import type { Media } from '../../miniprogram-api/client/clean-file.js';
import type { ByteSource, Lang } from '../../miniprogram-api/client/ports.js';
import { formatReceipt } from '../../questions/receipt.js';
import { createRandom } from '../../vault/node/random.js';
import { exitCodes, Refusal } from '../exit.js';
import { givenFile } from '../given-file.js';
import { fetchTransport } from '../submit/fetch-transport.js';
import { refusalOf } from '../submit/refusal-of.js';
import { storyAnswers } from '../submit/story-answers.js';

const usage = 'npm run submit -- --url URL --text TEXT [--lang zh|en] [--file PATH]…';

interface Order {
  readonly url: URL;
  readonly text: string;
  readonly lang: Lang;
  readonly files: readonly string[];
}

/** @throws Refusal for words that are no order */
function orderIn(args: readonly string[]): Order {
  const given = parsed(args);
  const { url = '', text = '', lang = 'zh', file = [] } = given;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Refusal('submit needs the address of a line.', usage);
  if (text.trim() === '') throw new Refusal('There is nothing to send.', usage);
  if (lang !== 'zh' && lang !== 'en') throw new Refusal('The languages are zh and en.', usage);
  return { url: new URL(url), text, lang, files: file.map(givenFile) };
}

function parsed(args: readonly string[]) {
  const one = { type: 'string' } as const;
  const options = { url: one, text: one, lang: one, file: { ...one, multiple: true } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    throw new Refusal('submit did not understand that.', usage);
  }
}

const medias: Readonly<Record<string, Media>> = {
  ...{ '.jpg': 'image', '.jpeg': 'image', '.png': 'image', '.gif': 'image', '.webp': 'image' },
  ...{ '.heic': 'image', '.mp3': 'voice', '.m4a': 'voice', '.amr': 'voice', '.wav': 'voice' },
  ...{ '.mp4': 'video', '.mov': 'video', '.webm': 'video' },
};

async function sourceOf(file: FileHandle): Promise<ByteSource> {
  const { size } = await file.stat();
  return {
    size,
    async read(from, to) {
      const { buffer, bytesRead } = await file.read(new Uint8Array(to - from), 0, to - from, from);
      return buffer.subarray(0, bytesRead);
    },
  };
}

async function submit({ url, text, lang, files }: Order): Promise<void> {
  const random = createRandom();
  const client = createClient({
    ...{ request: fetchTransport(url), random, now: () => Date.now() },
    pause: (ms) => wait(ms),
  });
  const { graph } = await client.questions(lang);
  const report = client.begin();
  const opened: FileHandle[] = [];
  for (const path of files) {
    const handle = await open(path);
    opened.push(handle);
    const media = medias[extname(path).toLowerCase()] ?? 'document';
    report.addFile(await sourceOf(handle), { name: basename(path), media });
  }
  const sent = await report.send({ graph, lang, answers: storyAnswers(graph, text), notes: [] });
  await Promise.all(opened.map((handle) => handle.close()));
  process.stdout.write(`${formatReceipt(sent.receipt)}\nCase ${sent.caseNumber}\n`);
}

try {
  await submit(orderIn(process.argv.slice(2)));
  process.exit(0);
} catch (error) {
  const { message, exitCode } = refusalOf(error);
  process.stderr.write(`${message}\n`);
  process.exit(exitCode === exitCodes.settings ? exitCodes.settings : exitCodes.failed);
}
