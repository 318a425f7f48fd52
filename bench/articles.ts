/**
 * `npm run bench -- articles`: an article's page beside a bare Koa that answers the same bytes, in one run, round about,
 * as a ratio; and searching 5,000 articles in both languages, in milliseconds.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCatalogue } from '../publishing/catalogue.js';
import { createRenderer } from '../publishing/renderer.js';
import { freePort, startLine } from '../test/support/running-line.js';
import { syntheticArticles, syntheticQueries } from '../test/support/synthetic-articles.js';
import { at } from './turns/load.js';

const rounds = 5;
const requests = 4_000;
const atOnce = 20;
const slug = 'a-friendly-stranger';
const say = (text: string): void => void process.stdout.write(`${text}\n`);

function get(agent: Agent, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { agent }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`answered ${String(response.statusCode)}`));
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Requests a second. */
async function perSecond(address: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const began = performance.now();
  let left = requests;
  const one = async (): Promise<void> => {
    while ((left -= 1) >= 0) await get(agent, address);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  agent.destroy();
  return requests / ((performance.now() - began) / 1_000);
}

const folder = mkdtempSync(join(tmpdir(), 'fairline-bench-'));
const line = await startLine(folder, { LOG_LEVEL: 'warn' });
const port = String(await freePort());
const article = `${line.url}/a/${slug}?lang=zh`;
const bare = spawn(process.execPath, [join(import.meta.dirname, 'articles/bare-koa.js'), article, port], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
process.once('exit', () => bare.kill());
await once(bare.stdout, 'data');
const cases = [
  { name: 'bare Koa', address: `http://127.0.0.1:${port}/` },
  { name: `/a/${slug}`, address: article },
  { name: 'API, one article', address: `${line.url}/api/v1/articles/${slug}` },
];
const measured = cases.map(() => [] as number[]);
for (const { address } of cases) await perSecond(address); // warm
for (let round = 0; round < rounds; round += 1)
  for (const [n, { address }] of cases.entries()) measured[n]?.push(await perSecond(address));
const medians = measured.map((values) => at(values, 0.5));
for (const [n, { name }] of cases.entries())
  say(
    `${name.padEnd(24)} ${String(Math.round(medians[n] ?? 0))} a second, ${((medians[n] ?? 0) / (medians[0] ?? 1)).toFixed(2)} of bare Koa`,
  );
await line.stop();
bare.kill();
rmSync(folder, { recursive: true, force: true });

const articles = syntheticArticles(5_000);
const catalogue = createCatalogue({
  articles: { live: async () => articles, liveMark: async () => '1' },
  renderer: createRenderer(),
  clock: { now: () => performance.now() },
});
for (const lang of ['zh', 'en'] as const) {
  const began = performance.now();
  await catalogue.search(lang, '-', { limit: 1 });
  const indexing = performance.now() - began;
  const times: number[] = [];
  let found = 0;
  for (const words of syntheticQueries(lang, 400, 1)) {
    const asked = performance.now();
    const { items } = await catalogue.search(lang, words, { limit: 20 });
    times.push(performance.now() - asked);
    if (items.length > 0) found += 1;
  }
  say(
    `search, ${lang}: 5,000 articles indexed in ${String(Math.round(indexing))} ms; p50 ${at(times, 0.5).toFixed(1)} ms, p95 ${at(times, 0.95).toFixed(1)} ms, ${String(found)} of 400 found something`,
  );
}
