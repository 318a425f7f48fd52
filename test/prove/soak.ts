/**
 * `npm run prove -- soak [MINUTES [TURNS_A_SECOND]]`: a line and its simulator as one process, people who report one
 * thing after the other, and the platform at its worst: repeats, reordering, wrong signatures, old keys, lost answers,
 * huge ids, new fields, and an API that stalls, breaks off and refuses. Prints whether every message was answered
 * within five seconds, whether all that was told stands in the reports exactly once, and at each sixteenth of the time
 * what is alive in the process after its garbage was collected. What the simulator keeps for its testers (300 things
 * seen by each person, 4,000 deliveries) fills up in the first quarter; from the second on nothing may grow.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { openEverything, textOfReport, timesIn } from '../support/desk.js';
import { follow, startLine, type Phone } from '../support/running-line.js';
import { receiptIn } from '../support/receipt-in.js';

const minutes = Number(process.argv[2] ?? 30);
const rate = Number(process.argv[3] ?? 50);
const people = 40;
/** of the turns, the share that meets a fault */
const faulty = 0.1;
const pushFaults = [
  ...['duplicate', 'reorder', 'wrong-signature', 'old-key', 'drop-answer'],
  ...['huge-id', 'extra-fields', 'empty-event-key'],
];
const apiFaults = ['http-502', 'reset', 'truncate', 'text-plain', 'slow'];
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex').toString('base64');

const folder = mkdtempSync(join(tmpdir(), 'fairline-soak-'));
// The same accounts report again and again, so that what the simulator keeps of each reaches its bound soon.
// A small heap is swept often: what is resident then is what is alive.
const probe = pathToFileURL(resolve('dist/test/support/memory-probe.js')).href;
const line = await startLine(folder, {
  LIMIT_REPORTS_DAY: '0',
  LOG_LEVEL: 'warn',
  NODE_OPTIONS: `--max-old-space-size=160 --import ${probe}`,
});

const figures = {
  turns: 0,
  faults: 0,
  unanswered: 0,
  tooLate: 0,
  repeats: 0,
  slowAnswers: 0,
  sorry: 0,
  slowest: 0,
};
const told: { readonly tokens: readonly string[]; readonly picture: boolean }[] = [];
let begun = 0;

const began = Date.now();
const until = began + minutes * 60_000;
let next = began;
/** Waits for the next turn's moment, so that all together keep the rate. */
async function pace(): Promise<void> {
  next = Math.max(next, Date.now() - 1_000) + 1_000 / rate;
  await sleep(Math.max(0, next - Date.now()));
}

const one = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;

async function fault(): Promise<void> {
  if (Math.random() >= faulty) return;
  const body =
    Math.random() < 0.9
      ? { kind: one(pushFaults), times: 1 }
      : { kind: one(apiFaults), api: '/cgi-bin/media/get', times: 1 };
  figures.faults += 1;
  await fetch(`${line.url}/simulator/api/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function sends(phone: Phone, message: Readonly<Record<string, unknown>>): Promise<string> {
  await pace();
  await fault();
  const { attempts, answer } = await phone.sends(message);
  figures.turns += 1;
  figures.repeats += attempts - 1;
  if (answer === null) figures.unanswered += 1;
  return answer?.content ?? '';
}

/** Sends until it is taken, as somebody does who reads that it was not. */
async function says(phone: Phone, content: string): Promise<string> {
  for (let again = 0; again < 20; again += 1) {
    const answer = await sends(phone, { type: 'text', content });
    if (/还没来得及确认/.test(answer)) figures.slowAnswers += 1;
    else if (/没有存下来|出了点问题|暂时不能开始|没能确认是否发出/.test(answer)) figures.sorry += 1;
    else if (answer !== '') return answer;
    await sleep(300);
  }
  throw new Error('the line did not recover');
}

async function report(phone: Phone, mark: string): Promise<void> {
  const tokens = ['a', 'b', 'when', 'where', 'who'].map((part) => `${mark}-${part}`);
  const [a = '', b = '', when = '', where = '', who = ''] = tokens;
  let picture = Math.random() < 0.3;
  const answers = async (words: string): Promise<string> => {
    const answer = await says(phone, words);
    if (/没有取到/.test(answer)) picture = false; // not lost: the person was told to send it again
    return answer;
  };
  begun += 1;
  await answers('我要举报');
  for (const words of ['1', a, b]) await answers(words);
  if (picture) await sends(phone, { type: 'image', base64: jpeg });
  for (const words of ['说完了', `大概上周 ${when}`, `二号楼 ${where}`, who]) await answers(words);
  for (const words of ['1', '1', '1', '1', '2', '1']) await answers(words);
  let receipt = receiptIn(await answers('确认发送'));
  for (let again = 0; receipt === null && again < 40; again += 1) {
    await sleep(500); // a picture is still being fetched
    receipt = receiptIn(await answers('1'));
  }
  if (receipt === null) throw new Error('there is no receipt');
  const digits = receipt.replace(/\D/g, '');
  told.push({ tokens, picture });
  await answers(digits.slice(-4));
}

interface Delivered {
  readonly attempts: readonly { readonly ms: number; readonly outcome: string }[];
}

/** Looks at how long each attempt of a person's took; the simulator keeps the last two thousand of all. */
async function look(phone: Phone): Promise<void> {
  const response = await fetch(`${line.url}/simulator/api/users/${phone.openid}/deliveries`);
  for (const { attempts } of (await response.json()) as readonly Delivered[])
    for (const { ms, outcome } of attempts) {
      figures.slowest = Math.max(figures.slowest, ms);
      if (outcome === 'timeout' || ms > 5_000) figures.tooLate += 1;
    }
}

const broken: string[] = [];
async function person(n: number): Promise<void> {
  const phone = await follow(line.url);
  for (let round = 0; Date.now() < until; round += 1) {
    try {
      await report(phone, `p${String(n)}r${String(round)}`);
    } catch (error) {
      broken.push(error instanceof Error ? error.message : 'unknown');
      // a new beginning, as far as it is heard: the figures are printed whatever happens
      for (const words of ['取消', '1']) await says(phone, words).catch(() => '');
    }
    await look(phone);
  }
}

const sampling = setInterval(() => line.process.kill('SIGUSR2'), (minutes * 60_000) / 16);
await Promise.all(Array.from({ length: people }, (_, n) => person(n)));
clearInterval(sampling);
const seconds = (Date.now() - began) / 1_000;

const stored = (await openEverything(folder)).map((found) => textOfReport(found).replaceAll('\\n', ' '));
const output = line.output();
await line.stop();
rmSync(folder, { recursive: true, force: true });

let [lost, doubled, lostPictures] = [0, 0, 0];
for (const { tokens, picture } of told) {
  const found = stored.filter((text) => tokens.some((token) => timesIn(text, token) > 0));
  const text = found[0] ?? '';
  if (found.length > 1) doubled += 1;
  if (picture && !text.includes('"media":"image"')) lostPictures += 1;
  for (const token of tokens) {
    if (timesIn(text, token) === 0) lost += 1;
    if (timesIn(text, token) > 1) doubled += 1;
  }
}
interface Alive {
  readonly rss: number;
  readonly heap: number;
  readonly external: number;
}
const alive = output
  .split('\n')
  .filter((one) => one.startsWith('{"alive"'))
  .map((one) => (JSON.parse(one) as { readonly alive: Alive }).alive);
/** The median of a quarter of the samples, counted from 0. */
const quarter = (n: number, pick: (one: Alive) => number): number => {
  const part = alive.slice(Math.floor((alive.length * n) / 4), Math.ceil((alive.length * (n + 1)) / 4));
  return part.map(pick).sort((x, y) => x - y)[Math.floor(part.length / 2)] ?? 0;
};
const quarters = (pick: (one: Alive) => number): readonly number[] =>
  [0, 1, 2, 3].map((n) => quarter(n, pick));
const heap = quarters((one) => one.heap);
/** After the simulator's own memory has filled up; a run of few minutes cannot tell. */
const grows = minutes >= 10 && (heap[3] ?? 0) > (heap[1] ?? 0) * 1.05 + 1;
process.stdout.write(
  `${JSON.stringify({
    minutes: Math.round(seconds / 6) / 10,
    turnsASecond: Math.round((figures.turns / seconds) * 10) / 10,
    ...figures,
    reports: told.length,
    begun,
    lost,
    doubled,
    lostPictures,
    reportsWithoutReceipt: stored.length - told.length,
    heapByQuarter: heap,
    rssByQuarter: quarters((one) => one.rss),
    externalByQuarter: quarters((one) => one.external),
    heapOverTime: alive.map((one) => one.heap),
    rssOverTime: alive.map((one) => one.rss),
    grows,
    failuresInLog: output.split('"level":"error"').length - 1,
    broken: broken.length,
  })}\n`,
);
if (grows || figures.unanswered + figures.tooLate + lost + doubled + lostPictures + broken.length > 0)
  process.exitCode = 1;
