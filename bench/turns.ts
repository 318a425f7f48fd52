/**
 * `npm run bench -- turns`: whole turns (verified, decrypted, stored durably, answered, sealed again) beside a bare
 * Koa that echoes, in one run: the same client, the same bodies, the servers one after the other, several rounds.
 * Ratios count; the absolute figures are this machine's.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closePlatform, deliver, push, type Message } from '../test/support/platform.js';
import { freePort, startLine } from '../test/support/running-line.js';
import { Agent, request } from 'node:http';

const rounds = 3;
const requests = 1_500;
const atOnce = 32;
const agent = new Agent({ keepAlive: true, maxSockets: atOnce });

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuMicros: number;
}

const echo = `
import Koa from 'koa';
const app = new Koa();
app.use(async (ctx) => { let body = ''; for await (const part of ctx.req) body += part; ctx.body = body; });
app.listen(Number(process.argv[1]), '127.0.0.1', () => process.stdout.write('ready'));
`;

/** CPU seconds a process has used, all its threads; Linux tells, elsewhere it stays 0. */
function cpuSeconds(pid: number): number {
  try {
    const fields =
      readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
        .split(') ')[1]
        ?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

function post(url: string, path: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), { method: 'POST', agent }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`answered ${String(response.statusCode)}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

let ids = 50_000_000_000;
/** First messages of new people: each turn opens, seals and stores a draft of its own. */
function bodies(text: string): readonly { path: string; body: string }[] {
  return Array.from({ length: requests }, () => {
    ids += 1;
    const message: Message = {
      openid: `oBench${String(ids)}`.padEnd(28, 'x'),
      id: String(ids),
      text,
      at: Math.floor(Date.now() / 1_000),
    };
    return push(message, Date.now());
  });
}

async function measure(
  url: string,
  pid: number,
  all: readonly { path: string; body: string }[],
): Promise<Measured> {
  const times: number[] = [];
  const cpu = cpuSeconds(pid);
  const began = performance.now();
  let next = 0;
  const one = async (): Promise<void> => {
    for (let item = all[next]; item !== undefined; item = all[next]) {
      next += 1;
      const sent = performance.now();
      await post(url, item.path, item.body);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  const seconds = (performance.now() - began) / 1_000;
  const cpuMicros = ((cpuSeconds(pid) - cpu) * 1e6) / all.length;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return { perSecond: all.length / seconds, p50: at(0.5), p99: at(0.99), cpuMicros };
}

const folder = mkdtempSync(join(tmpdir(), 'fairline-bench-'));
const began = performance.now();
const line = await startLine(folder, { LOG_LEVEL: 'warn' });
const startMs = performance.now() - began;
const port = await freePort();
const bare = spawn(process.execPath, ['--input-type=module', '-e', echo, String(port)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
await once(bare.stdout, 'data');
const bareUrl = `http://127.0.0.1:${String(port)}`;
const pids = { line: line.process.pid ?? 0, bare: bare.pid ?? 0 };

// warm both
await measure(line.url, pids.line, bodies('帮助'));
await measure(bareUrl, pids.bare, bodies('帮助'));
const rows: Record<string, Measured[]> = { echo: [], 'turn without store': [], 'whole turn, new person': [] };
for (let round = 0; round < rounds; round += 1) {
  rows['echo']?.push(await measure(bareUrl, pids.bare, bodies('我要举报')));
  rows['turn without store']?.push(await measure(line.url, pids.line, bodies('帮助')));
  rows['whole turn, new person']?.push(await measure(line.url, pids.line, bodies('我要举报')));
}
const lone: number[] = [];
for (let n = 0; n < 200; n += 1) {
  ids += 1;
  const sent = performance.now();
  await deliver(
    line.url,
    {
      openid: `oLone${String(ids)}`.padEnd(28, 'x'),
      id: String(ids),
      text: '我要举报',
      at: Math.floor(Date.now() / 1_000),
    },
    Date.now(),
  );
  lone.push(performance.now() - sent);
}
lone.sort((a, b) => a - b);
const memory = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pids.line)}/status`, 'utf8'))?.[1] ?? '0';
await line.stop();
bare.kill();
agent.destroy();
closePlatform();
rmSync(folder, { recursive: true, force: true });

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const of = (name: string, pick: (m: Measured) => number): number => median((rows[name] ?? []).map(pick));
for (const name of Object.keys(rows))
  process.stdout.write(
    `${name.padEnd(24)} ${of(name, (m) => m.perSecond)
      .toFixed(0)
      .padStart(6)}/s  ratio ${(of(name, (m) => m.perSecond) / of('echo', (m) => m.perSecond)).toFixed(3)}` +
      `  cpu ${of(name, (m) => m.cpuMicros).toFixed(0)} µs, ratio ${(of('echo', (m) => m.cpuMicros) / of(name, (m) => m.cpuMicros)).toFixed(3)}` +
      `  p50 ${of(name, (m) => m.p50).toFixed(1)} ms  p99 ${of(name, (m) => m.p99).toFixed(1)} ms\n`,
  );
process.stdout.write(
  `one client: p50 ${median(lone).toFixed(1)} ms, p99 ${(lone[197] ?? 0).toFixed(1)} ms · ready after ${(startMs / 1_000).toFixed(1)} s · memory ${(Number(memory) / 1_024).toFixed(0)} MB\n`,
);
