/**
 * `npm run prove -- sending [RECIPIENTS] [KILLS]`: a send over the platform's client, with faults, by processes that are
 * killed (kill -9) at each of their calls in turn, before it and after, with clocks that are right, an hour and a day off;
 * then by two at once, killed at random moments. In the end ledger, consents and phones must agree: nobody has it twice,
 * and whoever has it not stands somewhere with a reason. What stands in doubt is counted.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Send } from '../../domain/sending/send.js';
import { through } from '../../domain/sending/send.js';
import { createSends } from '../../domain/sending/sends.js';
import { openEmbeddedDatabase } from '../../embedded-db/open.js';
import { connect } from '../../models/connect.js';
import { consentCollection, type ConsentDocument } from '../../models/consent.schema.js';
import { createRecipientStore } from '../../models/consent-recipients.store.js';
import { prepare } from '../../models/prepare.js';
import { createSendStore } from '../../models/send.store.js';
import { createConsentSeal } from '../../vault/consent-seal.js';
import { createArgon2Pool } from '../../vault/node/argon2.js';
import { createRandom } from '../../vault/node/random.js';
import { createSodium } from '../../vault/node/sodium.js';
import { someOrder } from '../support/sends.js';
import { deaths, type Death, type SenderTask } from './sending/sender-task.js';
import { startUnkindPlatform } from './sending/unkind-platform.js';

const people = Number(process.argv[2] ?? 3_000);
const kills = Number(process.argv[3] ?? 40);
const template = 'simulator-notice';
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Four clocks besides the right one. */
const offsets = [0, -hourMs, hourMs, -dayMs, dayMs];
/** Messages that each allowed; a send spends one. */
const allowed = 3;
const random = createRandom();
const chance = (most: number): number => ((random(1)[0] ?? 0) / 256) * most;
const say = (what: object): void => void process.stdout.write(`${JSON.stringify(what)}\n`);

const secret = Buffer.from(random(32));
const vault = createConsentSeal(createSodium(createArgon2Pool(1)), { secret, random });
const openids = Array.from({ length: people }, (_, n) => `o${String(n).padStart(27, '0')}`);
const platform = await startUnkindPlatform(
  openids.map((openid) => ({ openid, consents: { [template]: allowed } })),
  random,
);
const dir = mkdtempSync(join(tmpdir(), 'sending-'));
const database = await openEmbeddedDatabase({ dir });
const connection = await connect(database.uri);
const [sends, recipients] = [createSendStore(connection), createRecipientStore(connection)];
await prepare(connection);
const collection = consentCollection(connection);
for (let n = 0; n < people; n += 1_000)
  await collection.insertMany(
    openids.slice(n, n + 1_000).map((openid): ConsentDocument => {
      const [id] = vault.tags('account', template, openid);
      const [person] = vault.persons('account', openid);
      return {
        ...{ _id: id, person, way: 'account', template, count: allowed, open: 0, turn: 1, answers: [] },
        ...{ changedOn: '2027-03-01', sends: {}, sealed: Buffer.from(vault.seal(id, openid)) },
      };
    }),
  );

/** Moved on where a send waits for the next morning. */
let waited = 0;
const task = (offset: number, death: Death | null): SenderTask => ({
  ...{ uri: database.uri, origin: platform.origin, secret: secret.toString('base64url'), template, death },
  ...{ offset: offset + waited, leaseMs: 600, timeoutMs: 400 },
});

async function begin(offset: number, death: Death | null): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'sending/sender.js'), [JSON.stringify(task(offset, death))]);
  await Promise.race([once(child, 'message'), once(child, 'exit')]);
  return child;
}

const isOver = ({ state }: Send): boolean => ['done', 'in_doubt', 'refused', 'missed'].includes(state);
const now = async (id: string): Promise<Send> => {
  const send = await sends.byId(id);
  if (send === null) throw new Error('the send is gone');
  return send;
};
const gone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Until it dies, the send is over, or so long has passed; then it is dead in any case. */
async function live(child: ChildProcess, id: string, most: number): Promise<void> {
  const until = Date.now() + most;
  while (!gone(child) && Date.now() < until) {
    const send = await now(id);
    if (isOver(send)) break;
    // what waits for the next morning, or for better times, gets them, by the clock that is furthest behind
    const wait = (send.resumeAt ?? 0) - Date.now() + dayMs;
    if (send.state === 'limited' && wait > waited) {
      waited = wait + 1_000;
      break;
    }
    await sleep(25);
  }
  if (gone(child)) return;
  const dead = once(child, 'exit');
  child.kill('SIGKILL');
  await dead;
}

async function started(name: string): Promise<string> {
  const order = someOrder({ occurrence: `education-day.${name}.0`, until: Date.now() + 4_000 * dayMs });
  await createSends({ sends, recipients, clock: { now: () => Date.now() }, random }).start(order);
  return order.id;
}

const figures = { kills: 0 };
/** What everybody's phone, consent and the ledger say of a send, beside what was there before. */
async function compare(id: string, before: Readonly<Record<string, number>>) {
  await sleep(1_000); // what the last call left behind has arrived by now
  const send = await now(id);
  const phones = await platform.received();
  const entries: Record<string, number> = {};
  const wrong = { twice: 0, missing: 0, uncounted: 0, open: 0 };
  for (const openid of openids) {
    const [tag] = vault.tags('account', template, openid);
    const document = await collection.findOne({ _id: tag });
    const entry = document?.sends[send.key];
    const got = (phones[openid] ?? 0) - (before[openid] ?? 0);
    const state = entry?.s ?? 'nothing';
    entries[state] = (entries[state] ?? 0) + 1;
    if (got > 1) wrong.twice += 1;
    if (state === 'sent' ? got !== 1 : state === 'doubt' ? got > 1 : got !== 0) wrong.missing += 1;
    if (document?.open !== 0) wrong.open += 1;
  }
  const { sent, doubt, skipped } = send.progress;
  const passed = Object.values(skipped).reduce((sum, count) => sum + count, 0);
  const ledger = { sent, skipped: passed, doubt };
  for (const state of ['sent', 'skipped', 'doubt'] as const)
    wrong.uncounted += Math.abs((entries[state] ?? 0) - ledger[state]);
  // who has no message left when it comes to them is nobody's recipient
  if (isOver(send)) wrong.missing += Math.abs((send.progress.total ?? 0) - through(send.progress));
  return { state: send.state, fence: send.fence, ...ledger, nothing: entries['nothing'] ?? 0, ...wrong };
}

say({ people, matrix: deaths().length });
const first = await started('matrix');
const before = await platform.received();
for (const [n, death] of deaths().entries()) {
  const child = await begin(offsets[n % offsets.length] ?? 0, death);
  await live(child, first, 20_000);
  figures.kills += 1;
  if (isOver(await now(first))) break;
  if (n % 10 === 9) say({ kills: figures.kills, ...(await now(first)).progress });
}
while (!isOver(await now(first))) await live(await begin(0, null), first, 120_000);
const matrix = await compare(first, before);
say({ matrix, ...figures });

const second = await started('two');
const middle = await platform.received();
const worker = async (offset: number): Promise<void> => {
  while (!isOver(await now(second))) {
    const child = await begin(offset, null);
    const last = figures.kills >= deaths().length + kills;
    await live(child, second, last ? 60_000 : 700 + chance(2_500));
    figures.kills += 1;
  }
};
await Promise.all([worker(0), worker(dayMs), worker(-hourMs)]);
const two = await compare(second, middle);
say({ two, ...figures, unkindness: platform.unkindness });
platform.close();
await connection.close();
await database.close();
rmSync(dir, { recursive: true, force: true });
const faults = [matrix, two].map(({ twice, missing, uncounted, open }) => twice + missing + uncounted + open);
process.exit(faults.every((sum) => sum === 0) ? 0 : 1);
