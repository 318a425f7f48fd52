/**
 * `npm run prove -- publishing [KILLS]`: a process that publishes articles over the platform's client is killed (kill -9)
 * at random moments around the call that cannot be repeated, and another takes over, until each article has come to an
 * end. Counts how often the platform published each: never twice, and none that is lost without standing "in doubt".
 */
import Koa from 'koa';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Article } from '../../domain/articles/article.js';
import { openEmbeddedDatabase } from '../../embedded-db/open.js';
import { createArticleStore } from '../../models/article.store.js';
import { createArticleVersionStore } from '../../models/article-version.store.js';
import { connect } from '../../models/connect.js';
import { createPictureStore } from '../../models/picture.store.js';
import { prepare } from '../../models/prepare.js';
import { sampleOfficialAccount } from '../../simulator/account.js';
import { createSimulator } from '../../simulator/simulator.js';
import { createRandom } from '../../vault/node/random.js';
import { someArticle, someContent, someText } from '../support/articles.js';

const wanted = Number(process.argv[2] ?? 100);
/** Milliseconds that an answer of the platform is late at most, so that a kill can fall between call and answer. */
const latest = 60;
/** Milliseconds within which a publisher dies. */
const lifetime = 200;
const ends: readonly string[] = ['published', 'in_doubt', 'partly_published', 'refused'];
const random = createRandom();
const chance = (most: number): number => ((random(1)[0] ?? 0) / 256) * most;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const dir = mkdtempSync(join(tmpdir(), 'publishing-'));
const database = await openEmbeddedDatabase({ dir });
const connection = await connect(database.uri);
const articles = createArticleStore(connection);
const pictures = createPictureStore(connection);
createArticleVersionStore(connection);
await prepare(connection);
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
await pictures.add({
  ...{ id: 'c'.repeat(32), uploadedBy: 'line', day: '2026-11-22' },
  renditions: [{ name: 'cover', type: 'image/jpeg', width: 1, height: 1, bytes: jpeg }],
});

const app = new Koa();
// The platform has to know its own address before it can be made, and Koa what answers before it listens.
let answer: RequestListener = (_request, response) => response.end();
const server = createServer((request, response) => {
  answer(request, response);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
const simulator = createSimulator({
  ...{ callbackUrl: `${origin}/wechat/oa`, clock: { now: () => Date.now() }, random, root: process.cwd() },
});
app.use(async (ctx, next) => {
  if (ctx.path === '/wechat/oa') ctx.body = 'success';
  else await next();
  if (ctx.path.endsWith('/freepublish/submit')) await sleep(chance(latest));
});
app.use(simulator.middleware());
const callback = app.callback();
answer = (request, response) => void callback(request, response);

const begun = String(Date.now());
async function publisher(): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'publishing/publisher.js'), [database.uri, origin, begun]);
  await once(child, 'message');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** How often the platform has published what reads on at this address. */
async function timesPublished(address: string): Promise<number> {
  const api = `${origin}/simulator/wechat/cgi-bin`;
  const { appid, secret } = sampleOfficialAccount;
  const asked = await fetch(`${api}/token?grant_type=client_credential&appid=${appid}&secret=${secret}`);
  const { access_token: token } = (await asked.json()) as { access_token: string };
  for (let count = 0, offset = 0; ; offset += 20) {
    const body = JSON.stringify({ offset, count: 20, no_content: 1 });
    const answer = await fetch(`${api}/freepublish/batchget?access_token=${token}`, { method: 'POST', body });
    const { item } = (await answer.json()) as {
      item: { content: { news_item: { content_source_url: string }[] } }[];
    };
    const read = item.flatMap(({ content }) => content.news_item);
    count += read.filter(({ content_source_url: url }) => url === address).length;
    if (item.length < 20) return count;
  }
}

const now = async (id: string): Promise<Article> => {
  const found = await articles.byId(id);
  if (found === null) throw new Error('an article is gone');
  return found;
};

const ended: Record<string, number> = {};
const faults = { twice: 0, lost: 0 };
let kills = 0;
for (let n = 0; kills < wanted; n += 1) {
  const article = someArticle({
    ...{ slug: `proof-${String(n)}`, state: 'about_to_go', stateAt: 0 },
    plan: { at: 1, platform: { way: 'quiet' } },
    content: someContent({ texts: { zh: someText({ title: `Article ${String(n)}` }), en: null } }),
  });
  await articles.insert(article);
  for (let tries = 0; !ends.includes((await now(article.id)).state); tries += 1) {
    const child = await publisher();
    if (tries < 8) {
      await sleep(chance(lifetime));
      kills += 1;
    } else for (let n = 0; n < 200 && !ends.includes((await now(article.id)).state); n += 1) await sleep(50);
    await kill(child);
  }
  const { state } = await now(article.id);
  await sleep(latest); // what the last call left behind has arrived by now
  const times = await timesPublished(`${origin}/a/${article.slug}?lang=zh`);
  ended[state] = (ended[state] ?? 0) + 1;
  if (times > 1) faults.twice += 1;
  if (times === 0 && state === 'published') faults.lost += 1;
  if (n % 10 === 9) say(JSON.stringify({ articles: n + 1, kills, ...ended, ...faults }));
}
say(JSON.stringify({ kills, ...ended, ...faults }));
simulator.close();
await connection.close();
await database.close();
rmSync(dir, { recursive: true, force: true });
process.exit(faults.twice + faults.lost === 0 ? 0 : 1);
