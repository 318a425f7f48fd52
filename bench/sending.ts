/**
 * `npm run bench -- sending [RECIPIENTS] [MANY]`: a send to so many at a platform that takes 50 ms for each, 64 at once,
 * with its ledger on the embedded database; beside it a bare loop of the same calls over connections kept alive, in one
 * run, round about; and the heap of a send to few and to many.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdvanceSends } from '../domain/sending/advance-sends.js';
import type { Delivered } from '../domain/sending/channels.js';
import { createSends } from '../domain/sending/sends.js';
import { openEmbeddedDatabase } from '../embedded-db/open.js';
import { connect } from '../models/connect.js';
import { consentCollection, type ConsentDocument } from '../models/consent.schema.js';
import { createRecipientStore } from '../models/consent-recipients.store.js';
import { prepare } from '../models/prepare.js';
import { createSendStore } from '../models/send.store.js';
import { createClock } from '../runtime/clock.js';
import { createNoticeChannels } from '../runtime/wechat/notice-channels.js';
import { createConsentSeal } from '../vault/consent-seal.js';
import { createArgon2Pool } from '../vault/node/argon2.js';
import { createRandom } from '../vault/node/random.js';
import { createSodium } from '../vault/node/sodium.js';
import { createOfficialAccountClient } from '../wechat/client.js';
import { createRequester } from '../wechat/requester.js';
import { memoryAccessTokens } from '../test/support/fakes/access-tokens.js';
import { someOrder } from '../test/support/sends.js';

const few = Number(process.argv[2] ?? 20_000);
const many = Number(process.argv[3] ?? 1_000_000);
const atOnce = 64;
const latency = 50;
const template = 'simulator-notice';
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

const api = spawn(process.execPath, [join(import.meta.dirname, 'sending/slow-api.js'), String(latency)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
process.once('exit', () => api.kill());
const [printed] = (await once(api.stdout, 'data')) as [Buffer];
const base = `http://127.0.0.1:${printed.toString().trim()}`;

const dir = mkdtempSync(join(tmpdir(), 'fairline-bench-'));
const database = await openEmbeddedDatabase({ dir });
const connection = await connect(database.uri);
const random = createRandom();
const clock = createClock('Asia/Shanghai');
const vault = createConsentSeal(createSodium(createArgon2Pool(1)), { secret: random(32), random });
const [sends, recipients] = [createSendStore(connection), createRecipientStore(connection)];
await prepare(connection);
const desk = createSends({ sends, recipients, clock, random });
const collection = consentCollection(connection);

/** So many people, each of whom allowed `count` messages. */
async function allow(people: number, count: number): Promise<void> {
  await collection.deleteMany({});
  for (let n = 0; n < people; n += 1_000)
    await collection.insertMany(
      Array.from({ length: Math.min(1_000, people - n) }, (_, i): ConsentDocument => {
        const openid = `o${String(n + i).padStart(27, '0')}`;
        const [id] = vault.tags('account', template, openid);
        return {
          ...{ _id: id, person: `p${String(n + i)}`, way: 'account', template, count, open: 0, turn: 1 },
          ...{ answers: [], changedOn: '2027-03-01', sends: {}, sealed: Buffer.from(vault.seal(id, openid)) },
        };
      }),
    );
}

const requester = createRequester(256);
const client = createOfficialAccountClient({
  ...{ base, pictureBase: base, appid: 'a', secret: 's', request: requester.request, random, clock },
  tokens: memoryAccessTokens(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
const overHttp = createNoticeChannels({
  ...{ account: client.notify, mini: null, lang: 'zh' },
  forms: [
    {
      ...{ kind: 'education-day', account: 'officialAccount', template },
      fields: { thing1: { zh: '{title}', en: '{title}' } },
    },
  ],
});

/** Sends one order to all; answers seconds. */
async function send(
  name: string,
  people: number,
  channelOf: Parameters<typeof createAdvanceSends>[0]['channelOf'],
): Promise<number> {
  const order = someOrder({ occurrence: `education-day.${name}.0`, until: Date.now() + 24 * 3_600_000 });
  await desk.start(order);
  const advance = createAdvanceSends({
    ...{ sends, recipients, clock, channelOf, mass: null, zone: 'Asia/Shanghai', held: async () => false },
    hasPlace: async () => true,
    openid: (id, sealed) => vault.open(id, sealed),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref()),
    failed: (error) => {
      throw error;
    },
  });
  const began = performance.now();
  await advance(10);
  const seconds = (performance.now() - began) / 1_000;
  const done = await desk.byId(order.id);
  if (done?.state !== 'done' || done.progress.sent !== people)
    throw new Error(`${String(done?.state)}: ${JSON.stringify(done?.progress)}`);
  return seconds;
}

/** The same calls and nothing else: seconds. */
async function bare(calls: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const body = JSON.stringify({
    touser: 'o'.repeat(28),
    template_id: template,
    data: { thing1: { value: 'x' } },
  });
  const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
  const call = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const sent = request(
        `${base}/cgi-bin/message/subscribe/bizsend?access_token=token`,
        { method: 'POST', agent, headers },
        (response) => {
          response.resume();
          response.on('end', resolve);
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  let left = calls;
  const one = async (): Promise<void> => {
    while ((left -= 1) >= 0) await call();
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, one));
  agent.destroy();
  return (performance.now() - began) / 1_000;
}

/** The largest heap that was in use after a collection while something went on, in bytes. */
async function heapDuring(work: () => Promise<unknown>): Promise<number> {
  let most = 0;
  const look = setInterval(() => {
    globalThis.gc?.();
    most = Math.max(most, process.memoryUsage().heapUsed);
  }, 500);
  await work();
  clearInterval(look);
  return most;
}

const rounds = 3;
await allow(few, rounds + 1);
await bare(2_000); // warm
const figures = { send: [] as number[], bare: [] as number[] };
for (let round = 0; round < rounds; round += 1) {
  figures.send.push(await send(`round-${String(round)}`, few, overHttp));
  figures.bare.push(await bare(few));
}
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const [sending, calling] = [median(figures.send), median(figures.bare)];
say(
  `${String(few)} recipients at ${String(latency)} ms, ${String(atOnce)} at once: ${sending.toFixed(1)} s (goal 20)`,
);
say(
  `${String(Math.round(few / sending))} a second; a bare loop ${String(Math.round(few / calling))}; ratio ${(calling / sending).toFixed(2)} (goal 0.80)`,
);

const instant = (): { template: string; deliver: () => Promise<Delivered> } => ({
  template,
  deliver: async () => ({ is: 'sent' }),
});
const small = await heapDuring(() => send('few', few, instant));
say(`heap at ${String(few)}: ${megabytes(small)} MB`);
if (many > 0) {
  await allow(many, 1);
  let seconds = 0;
  const large = await heapDuring(async () => (seconds = await send('many', many, instant)));
  say(
    `heap at ${String(many)}: ${megabytes(large)} MB, ${megabytes(large - small)} more (goal within 32); ${String(Math.round(many / seconds))} a second at a platform that takes no time`,
  );
}
await connection.close();
await database.close();
requester.close();
rmSync(dir, { recursive: true, force: true });
api.kill();
process.exit(0);
