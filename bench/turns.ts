/**
 * `npm run bench -- turns`: whole turns (verified, decrypted, stored durably, answered, sealed again), turns that have
 * nothing to store, and the way through callback and wechaty alone, beside a bare Koa that echoes and the co-wechat
 * middleware, in one run: the same client, the same bodies, one server after the other, several rounds. Ratios count;
 * the absolute figures are this machine's.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleOfficialAccount } from '../simulator/account.js';
import { closePlatform, deliver, plainPush, push, type Message } from '../test/support/platform.js';
import { freePort, startLine } from '../test/support/running-line.js';
import { at, measure, type Measured, type Push } from './turns/load.js';

const rounds = 5;
const requests = 1_500;

interface Served {
  readonly url: string;
  readonly process: ChildProcess;
}
interface Case {
  readonly name: string;
  readonly server: Served;
  /** what each message says */
  readonly text: string;
  readonly write: (message: Message, now: number) => Push;
  /** the case it is divided by beside the echo */
  readonly peer?: string;
}

let ids = 50_000_000_000;
/** A message of somebody who never wrote before. */
function first(text: string): Message {
  ids += 1;
  const openid = `oBench${String(ids)}`.padEnd(28, 'x');
  return { openid, id: String(ids), text, at: Math.floor(Date.now() / 1_000) };
}
const pushes = ({ text, write }: Case): readonly Push[] =>
  Array.from({ length: requests }, () => write(first(text), Date.now()));

async function serve(kind: string): Promise<Served> {
  const port = String(await freePort());
  const child = spawn(process.execPath, [join(import.meta.dirname, 'turns/server.js'), kind, port], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`the server "${kind}" ended before it was ready; what it said stands above`);
  });
  await Promise.race([once(child.stdout, 'data'), ended]);
  return { url: `http://127.0.0.1:${port}`, process: child };
}

const folder = mkdtempSync(join(tmpdir(), 'fairline-bench-'));
const began = performance.now();
const line = await startLine(join(folder, 'safe'), { LOG_LEVEL: 'warn' });
const startMs = performance.now() - began;
// an account of its own in plain mode: nobody answers the platform's calls, and no turn here makes one
const { appid, secret, token, originalId } = sampleOfficialAccount;
const plainLine = await startLine(join(folder, 'plain'), {
  ...{ LOG_LEVEL: 'warn', WECHAT_OA_MODE: 'plain', WECHAT_API_BASE: 'http://127.0.0.1:9' },
  ...{ WECHAT_OA_APPID: appid, WECHAT_OA_SECRET: secret, WECHAT_OA_TOKEN: token },
  WECHAT_OA_ORIGINAL_ID: originalId,
});
const echo = await serve('echo');
const [ours, oursPlain] = [await serve('ours-safe'), await serve('ours-plain')];
const [peer, peerPlain] = [await serve('co-wechat-safe'), await serve('co-wechat-plain')];
const endServers = (): void => {
  for (const { process: server } of [line, plainLine, echo, ours, oursPlain, peer, peerPlain]) server.kill();
};
process.once('exit', endServers); // also when the bench fails

const cases: readonly Case[] = [
  { name: 'echo', server: echo, text: '我要举报', write: push },
  { name: 'co-wechat, safe', server: peer, text: '帮助', write: push },
  { name: 'co-wechat, plain', server: peerPlain, text: '帮助', write: plainPush },
  { name: 'text in and out, safe', server: ours, text: '帮助', write: push, peer: 'co-wechat, safe' },
  {
    name: 'text in and out, plain',
    server: oursPlain,
    text: '帮助',
    write: plainPush,
    peer: 'co-wechat, plain',
  },
  { name: 'turn not stored, safe', server: line, text: '帮助', write: push, peer: 'co-wechat, safe' },
  {
    name: 'turn not stored, plain',
    server: plainLine,
    text: '帮助',
    write: plainPush,
    peer: 'co-wechat, plain',
  },
  { name: 'whole turn, new person', server: line, text: '我要举报', write: push },
];
const measured = new Map<string, Measured[]>(cases.map(({ name }) => [name, []]));
for (let round = -1; round < rounds; round += 1)
  for (const one of cases) {
    const { url, process: server } = one.server;
    const result = await measure(url, server.pid ?? 0, pushes(one));
    if (round >= 0) measured.get(one.name)?.push(result); // the first warms them
  }

const lone: number[] = [];
for (let n = 0; n < 200; n += 1) {
  const sent = performance.now();
  await deliver(line.url, first('我要举报'), Date.now());
  lone.push(performance.now() - sent);
}
const status = readFileSync(`/proc/${String(line.process.pid)}/status`, 'utf8');
const memory = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
await Promise.all([line.stop(), plainLine.stop()]);
endServers();
closePlatform();
rmSync(folder, { recursive: true, force: true });

const middle = (name: string, pick: (m: Measured) => number): number =>
  at((measured.get(name) ?? []).map(pick), 0.5);
const ratio = (name: string, to: string): string =>
  (middle(name, (m) => m.perSecond) / middle(to, (m) => m.perSecond)).toFixed(3);
for (const { name, peer: beside } of cases)
  process.stdout.write(
    `${name.padEnd(24)} ${middle(name, (m) => m.perSecond)
      .toFixed(0)
      .padStart(6)}/s` +
      `  of the echo ${ratio(name, 'echo')}${beside === undefined ? '' : `  of ${beside} ${ratio(name, beside)}`}` +
      `  cpu ${middle(name, (m) => m.cpuMicros).toFixed(0)} µs` +
      `  p50 ${middle(name, (m) => m.p50).toFixed(1)} ms  p99 ${middle(name, (m) => m.p99).toFixed(1)} ms\n`,
  );
process.stdout.write(
  `one client: p50 ${at(lone, 0.5).toFixed(1)} ms, p99 ${at(lone, 0.99).toFixed(1)} ms · ready after ${(startMs / 1_000).toFixed(1)} s · memory ${memory.toFixed(0)} MB\n`,
);
