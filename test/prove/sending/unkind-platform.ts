/** WeChat's side with many followers, which is unkind now and then while a send goes on. */
import Koa from 'koa';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSimulator, type Follower } from '../../../simulator/simulator.js';
import type { Random } from '../../../domain/ports.js';

const path = '/cgi-bin/message/subscribe/bizsend';
/** How long the platform may take for a call, in milliseconds. */
const latest = 20;

/** Of so many calls one goes wrong. */
const oneOf = 25;
/** Of so many that go wrong one finds the day's quota used up, which stops everything. */
const quotaOneOf = 40;

export interface UnkindPlatform {
  readonly origin: string;
  /** what went wrong, and how often */
  readonly unkindness: Readonly<Record<string, number>>;
  /** How many messages each has got. */
  received(): Promise<Readonly<Record<string, number>>>;
  close(): void;
}

/** What may go wrong; of the last the platform has done what was asked, and its answer is lost. */
const faults = [
  ...[45015, 43101, 40003, 40001, -1, 45015, 43101].map((errcode) => ({ kind: 'errcode', errcode })),
  ...[{ kind: 'http-502' }, { kind: 'reset' }, { kind: 'reset' }, { kind: 'truncate' }, { kind: 'slow' }],
];

export async function startUnkindPlatform(
  followers: readonly Follower[],
  random: Random,
): Promise<UnkindPlatform> {
  const chance = (most: number): number => ((random(1)[0] ?? 0) / 256) * most;
  const app = new Koa();
  app.silent = true; // who is killed leaves calls in the middle
  // The platform has to know its own address before it can be made, and Koa what answers before it listens.
  let answer: RequestListener = (_request, response) => response.end();
  const server = createServer((request, response) => {
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const simulator = createSimulator({
    ...{ callbackUrl: `${origin}/wechat/oa`, clock: { now: () => Date.now() }, random, followers },
    root: process.cwd(),
  });
  app.use(async (ctx, next) => {
    if (ctx.path === '/wechat/oa') {
      ctx.body = 'success';
      return;
    }
    if (ctx.path.endsWith(path)) {
      calls += 1;
      if (calls % oneOf === 0) await annoy();
    }
    await next();
    if (ctx.path.endsWith(path)) await new Promise((resolve) => setTimeout(resolve, chance(latest)));
  });
  app.use(simulator.middleware());
  const callback = app.callback();
  answer = (request, response) => void callback(request, response);

  const control = async (method: string, to: string, body?: unknown): Promise<Response> =>
    fetch(`${origin}/simulator/api${to}`, {
      ...{ method, headers: { 'content-type': 'application/json' } },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  let calls = 0;
  const unkindness: Record<string, number> = {};
  async function annoy(): Promise<void> {
    const isQuota = calls % (oneOf * quotaOneOf) === 0;
    const drawn = faults[Math.floor(chance(faults.length))] ?? { kind: 'reset' };
    const fault = isQuota ? { kind: 'errcode', errcode: 45009 } : drawn;
    await control('POST', '/faults', { ...fault, api: path });
    const name = 'errcode' in fault ? String(fault.errcode) : fault.kind;
    unkindness[name] = (unkindness[name] ?? 0) + 1;
  }
  return {
    origin,
    unkindness,
    async received() {
      return (await (await control('GET', '/received?via=subscribe')).json()) as Record<string, number>;
    },
    close() {
      simulator.close();
      server.close();
      server.closeAllConnections();
    },
  };
}
