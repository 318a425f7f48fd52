/** Simulator, callback, puppet and bot in one server, and a client of the platform's API: everything but a store. */
import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import Koa from 'koa';
import { type Input } from '../../../bot/dialogue/types.js';
import { createCallback } from '../../../bot/official-account/callback.js';
import { OfficialAccountPuppet } from '../../../bot/official-account/puppet.js';
import { readBody } from '../../../bot/official-account/read-body.js';
import { createBot } from '../../../bot/wechaty/bot.js';
import { sampleMiniProgram, sampleOfficialAccount } from '../../../simulator/account.js';
import { createSimulator } from '../../../simulator/simulator.js';
import {
  createMiniProgramClient,
  createOfficialAccountClient,
  type MiniProgramClient,
  type OfficialAccountClient,
} from '../../../wechat/client.js';
import { createCipher } from '../../../wechat/aes.js';
import { openEnvelope, sealPush } from '../../../wechat/envelope.js';
import { createRequester } from '../../../wechat/requester.js';
import { createMemoryTokenStore } from '../../../wechat/tokens.js';
import { buildXml, parseXml, textOf } from '../../../wechat/xml.js';
import { whoIs } from '../../support/people.js';

export type Json = Record<string, unknown>;

export interface WholeLine {
  readonly puppet: OfficialAccountPuppet;
  /** Calls the simulator's control API. */
  control(method: string, path: string, body?: object): Promise<Json>;
  /** Delivers a text as the platform does, in safe mode, under this MsgId; answers what the person reads. */
  push(openid: string, msgId: string, text: string): Promise<string>;
  /** The simulator's platform API. */
  readonly platform: string;
  /** A client that knows no token yet. */
  clients(): { readonly client: OfficialAccountClient; readonly miniProgram: MiniProgramClient };
  close(): Promise<void>;
}

/** `turn` answers what a person did; one that takes longer than half a second is answered for with `slow`. */
export async function startWholeLine(turn: (input: Input) => Promise<string | null>): Promise<WholeLine> {
  const clock = { now: () => Date.now() };
  const random = (bytes: number): Uint8Array => randomBytes(bytes);
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const simulator = createSimulator({
    callbackUrl: `${base}/wechat/oa`,
    clock,
    random,
    root: resolve('.'),
    pace: { limitMs: 2000, gapMs: 1 },
  });
  const puppet = new OfficialAccountPuppet();
  const requester = createRequester();
  const clients: WholeLine['clients'] = () => {
    const shared = {
      base: `${base}/simulator/wechat`,
      request: requester.request,
      tokens: createMemoryTokenStore(),
      clock,
      random,
      sleep: (ms: number) => new Promise<void>((done) => setTimeout(done, ms / 100)),
      timeoutMs: 1000,
    };
    return {
      client: createOfficialAccountClient({ ...shared, ...sampleOfficialAccount, pictureBase: base }),
      miniProgram: createMiniProgramClient({ ...shared, ...sampleMiniProgram }),
    };
  };
  const failed = (): string => 'sorry';
  const bot = createBot({ puppet, turn: (_handle, input) => turn(input), failed });
  await bot.start();
  const callback = createCallback({
    account: sampleOfficialAccount,
    clock,
    random,
    after: (_ms, fire) => {
      const timer = setTimeout(fire, 500);
      return () => {
        clearTimeout(timer);
      };
    },
    identify: whoIs,
    puppet,
    slowText: () => 'slow',
    sendLater: async ({ openid, handle }, text) =>
      (await clients().client.custom.text({ openid, key: handle }, text)).outcome === 'sent',
    failed,
  });
  const app = new Koa();
  app.use(async (ctx, next) => {
    if (ctx.path !== '/wechat/oa') {
      await next();
      return;
    }
    const body = (): Promise<Uint8Array> => readBody(ctx.req);
    const answer = await callback({ method: ctx.method, query: ctx.querystring, body });
    ctx.status = answer.status;
    ctx.type = answer.type;
    ctx.body = answer.body;
  });
  app.use(simulator.middleware());
  server.on('request', app.callback() as RequestListener);

  return {
    puppet,
    platform: `${base}/simulator/wechat`,
    async control(method, path, body) {
      const response = await fetch(`${base}/simulator/api${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return text === '' ? {} : (JSON.parse(text) as Json);
    },
    push: (openid, msgId, text) => push(base, openid, msgId, text),
    clients,
    async close() {
      simulator.close();
      requester.close();
      await bot.stop();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function push(base: string, openid: string, msgId: string, text: string): Promise<string> {
  const { token, aesKey, appid, originalId } = sampleOfficialAccount;
  const cipher = createCipher(aesKey, appid);
  const seconds = Math.floor(Date.now() / 1_000);
  const xml = buildXml({
    ToUserName: originalId,
    FromUserName: openid,
    CreateTime: seconds,
    MsgType: 'text',
    Content: text,
    MsgId: msgId,
  });
  const stamp = { token, timestamp: String(seconds), nonce: randomBytes(4).toString('hex') };
  const sealed = sealPush(xml, cipher, stamp, randomBytes(16), originalId);
  const query = new URLSearchParams(sealed.query).toString();
  const response = await fetch(`${base}/wechat/oa?${query}`, { method: 'POST', body: sealed.body });
  const fields = parseXml(await response.text()) ?? {};
  const signed = {
    token,
    timestamp: textOf(fields, 'TimeStamp') ?? '',
    nonce: textOf(fields, 'Nonce') ?? '',
  };
  const signature = textOf(fields, 'MsgSignature') ?? '';
  const opened = openEnvelope(textOf(fields, 'Encrypt') ?? '', signature, signed, [cipher]);
  return textOf(parseXml(opened?.message ?? '') ?? {}, 'Content') ?? '';
}
