/** One server to be measured, in a process of its own: `node server.js KIND PORT`; prints `ready`. */
import { randomBytes } from 'node:crypto';
import Koa, { type Middleware } from 'koa';
import wechat from 'co-wechat';
import { createCallback } from '../../bot/official-account/callback.js';
import { OfficialAccountPuppet } from '../../bot/official-account/puppet.js';
import { readBody } from '../../bot/official-account/read-body.js';
import type { Handle } from '../../bot/dialogue/types.js';
import { createBot } from '../../bot/wechaty/bot.js';
import { wechatCallbacks } from '../../miniprogram-api/middleware/wechat-callback.js';
import { sampleOfficialAccount } from '../../simulator/account.js';

const { token, appid, aesKey } = sampleOfficialAccount;
const answerTo = (text: string): string => `收到：${text}`;

const echo: Middleware = async (ctx) => {
  let body = '';
  for await (const part of ctx.req) body += String(part);
  ctx.body = body;
};

/** Callback, puppet, wechaty and reply slot, with a turn that has nothing to look up. */
async function withoutTurn(mode: 'plain' | 'safe'): Promise<Middleware> {
  const failed = (error: unknown): never => {
    throw error;
  };
  const puppet = new OfficialAccountPuppet();
  const turn = async (_handle: Handle, input: { readonly t: string; readonly text?: string }) =>
    answerTo(input.text ?? '');
  await createBot({ puppet, turn, failed }).start();
  const answer = createCallback({
    account: { ...sampleOfficialAccount, mode },
    clock: { now: () => Date.now() },
    random: randomBytes,
    after: (ms, fire) => {
      const timer = setTimeout(fire, ms);
      return () => {
        clearTimeout(timer);
      };
    },
    identify: (openid) => ({ handle: openid as Handle, tags: [] }),
    puppet,
    slowText: () => '',
    failed,
  });
  return wechatCallbacks({ answers: new Map([['/wechat/oa', answer]]), readBody });
}

const peer = (key: { encodingAESKey?: string }): Middleware =>
  wechat({ token, appid, ...key }).middleware(async ({ Content }) => answerTo(Content));

const kinds: Readonly<Record<string, () => Middleware | Promise<Middleware>>> = {
  echo: () => echo,
  'ours-plain': () => withoutTurn('plain'),
  'ours-safe': () => withoutTurn('safe'),
  'co-wechat-plain': () => peer({}),
  'co-wechat-safe': () => peer({ encodingAESKey: aesKey }),
};

const [kind = '', port] = process.argv.slice(2);
const middleware = await kinds[kind]?.();
if (middleware === undefined) throw new Error('no such server');
const app = new Koa();
app.use(middleware);
app.listen(Number(port), '127.0.0.1', () => process.stdout.write('ready'));
