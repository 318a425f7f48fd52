/**
 * `npm run prove -- kills [TURNS]`: 2,000 turns against the real callback of two processes on one data folder, while
 * one or the other is killed (kill -9) at random moments. Every message is delivered as the platform does it: up to
 * three times, to whichever process answers, some of them twice at once. What the person was told is kept must stand
 * in the report exactly once.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEverything, textOfReport, timesIn } from '../support/desk.js';
import { closePlatform, deliver, type Message } from '../support/platform.js';
import { freePort, startLine, type RunningLine } from '../support/running-line.js';
import { receiptIn } from '../support/receipt-in.js';

const turns = Number(process.argv[2] ?? 2_000);
const people = 12;
/** the platform tries a message three times */
const tries = 3;

const folder = mkdtempSync(join(tmpdir(), 'fairline-kills-'));
const ports = [await freePort(), await freePort()];
const lines: (RunningLine | null)[] = [];
for (const port of ports) lines.push(await startLine(folder, { PORT: String(port), LIMIT_REPORTS_DAY: '3' }));

const figures = {
  turns: 0,
  deliveries: 0,
  doubled: 0,
  unanswered: 0,
  kills: 0,
  reports: 0,
  sorry: 0,
  slowest: 0,
};
const told: (readonly string[])[] = [];
let ended = false;
const isOver = (): boolean => ended;
let messages = 10_000_000_000;

const url = (n: number): string => `http://127.0.0.1:${String(ports[n] ?? 0)}`;

/** Delivers as the platform does, the next try at the other process; at times twice at once. */
async function send(openid: string, text: string): Promise<string | null> {
  messages += 1;
  const message: Message = { openid, id: String(messages), text, at: Math.floor(Date.now() / 1_000) };
  figures.turns += 1;
  const first = Math.random() < 0.5 ? 0 : 1;
  if (Math.random() < 0.1) {
    figures.doubled += 1;
    void deliver(url(1 - first), message, Date.now());
  }
  const began = Date.now();
  for (let attempt = 0; attempt < tries; attempt += 1) {
    figures.deliveries += 1;
    const answer = await deliver(url((first + attempt) % 2), message, Date.now());
    if (answer !== null) {
      figures.slowest = Math.max(figures.slowest, Date.now() - began);
      return answer;
    }
    await sleep(100);
  }
  figures.unanswered += 1;
  return null;
}

/** A process that was just started knows no language yet, so what it could not keep may be said in either. */
const unsaved =
  /没有存下来|出了点问题|还没来得及确认|暂时不能开始|没能确认是否发出|was not saved|went wrong|not yet confirmed|can be started just now|not certain/;

/** The conversation of each person since their report began, to be shown when it goes astray. */
const heard = new Map<string, string[]>();

/** Sends until it is taken: somebody who reads that an answer was not saved sends it again. */
async function says(openid: string, text: string): Promise<string> {
  for (let again = 0; again < 20; again += 1) {
    const answer = await send(openid, text);
    heard.get(openid)?.push(`> ${text}\n${answer ?? '(nothing)'}`);
    if (answer !== null && !unsaved.test(answer)) return answer;
    if (answer !== null) figures.sorry += 1;
    await sleep(500);
  }
  throw new Error('the line did not recover');
}

async function report(openid: string, mark: string): Promise<void> {
  const tokens = ['a', 'b', 'c', 'when', 'where', 'who'].map((part) => `${mark}-${part}`);
  const [a = '', b = '', c = '', when = '', where = '', who = ''] = tokens;
  heard.set(openid, []);
  await says(openid, '我要举报');
  for (const words of ['1', a, b, c, '说完了', `大概上周 ${when}`, `二号楼 ${where}`, who])
    await says(openid, words);
  for (const words of ['1', '1', '1', '1', '2']) await says(openid, words);
  await says(openid, '1');
  const receipt = receiptIn(await says(openid, '确认发送'));
  if (receipt === null) throw new Error(`there is no receipt:\n${heard.get(openid)?.join('\n') ?? ''}`);
  const digits = receipt.replace(/\D/g, '');
  told.push(tokens);
  figures.reports += 1;
  await says(openid, digits.slice(-4));
}

async function person(n: number): Promise<void> {
  for (let round = 0; figures.turns < turns; round += 1) {
    // a new account every three reports: the limit is three a day
    const openid = `oKill${String(n)}x${String(Math.floor(round / 3))}`.padEnd(28, 'z');
    await report(openid, `p${String(n)}r${String(round)}`);
  }
}

async function killer(): Promise<void> {
  for (;;) {
    await sleep(Math.random() * 1_500);
    if (isOver()) return;
    const which = Math.random() < 0.5 ? 0 : 1;
    await lines[which]?.stop('SIGKILL');
    figures.kills += 1;
    lines[which] = await startLine(folder, { PORT: String(ports[which]) });
  }
}

const killing = killer();
const began = Date.now();
try {
  await Promise.all(Array.from({ length: people }, (_, n) => person(n)));
} finally {
  ended = true;
  await killing.catch(() => undefined);
}
const seconds = (Date.now() - began) / 1_000;

const stored = (await openEverything(folder)).map((found) => textOfReport(found).replaceAll('\\n', ' '));
let lost = 0;
let doubledAnswers = 0;
for (const tokens of told) {
  const found = stored.filter((text) => tokens.some((token) => timesIn(text, token) > 0));
  if (found.length > 1) doubledAnswers += 1;
  for (const token of tokens) {
    const count = timesIn(found[0] ?? '', token);
    if (count === 0) lost += 1;
    if (count > 1) doubledAnswers += 1;
  }
}
for (const line of lines) await line?.stop();
closePlatform();
rmSync(folder, { recursive: true, force: true });

const extra = stored.length - told.length;
process.stdout.write(
  `${JSON.stringify({ ...figures, seconds: Math.round(seconds), lost, doubledAnswers, reportsWithoutReceipt: extra })}\n`,
);
if (lost > 0 || doubledAnswers > 0 || extra !== 0) process.exitCode = 1;
