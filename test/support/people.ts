/** The whole way of a chat message without network and store: callback, puppet, wechaty, turn, say, reply. */
import { createHash, randomBytes } from 'node:crypto';
import { createCallback, type CallbackAnswer } from '../../bot/official-account/callback.js';
import { OfficialAccountPuppet } from '../../bot/official-account/puppet.js';
import { type Handle, type Input, type Who } from '../../bot/dialogue/types.js';
import { type Bot, createBot } from '../../bot/wechaty/bot.js';
import { createCipher } from '../../wechat/aes.js';
import { sealPush, signedQuery } from '../../wechat/envelope.js';
import { type Mode } from '../../wechat/push.js';
import { buildXml, type WritableFields } from '../../wechat/xml.js';

export const account = {
  appid: 'wx1234567890abcdef',
  token: 'test-token',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  originalId: 'gh_0123456789ab',
};

export interface Line {
  readonly bot: Bot;
  readonly puppet: OfficialAccountPuppet;
  /** what the bot was told went wrong */
  readonly failures: unknown[];
  /** Delivers a message as the platform does, in the line's mode. */
  push(fields: WritableFields): Promise<CallbackAnswer>;
}

export const textFrom = (openid: string, id: number, text: string): WritableFields => ({
  ToUserName: account.originalId,
  FromUserName: openid,
  CreateTime: 1700000000,
  MsgType: 'text',
  Content: text,
  MsgId: id,
});

export const whoIs = (openid: string): Who => ({
  handle: createHash('sha256').update(openid).digest('base64url').slice(0, 22) as Handle,
  tags: [],
});

/** A started line. Time stands still; `turn` answers what a person did. */
export async function startLine(
  mode: Mode,
  turn: (handle: Handle, input: Input, who: Who | null) => Promise<string | null>,
  slowAfter: (fire: () => void) => () => void = realTimer,
): Promise<Line> {
  const now = 1700000000_000;
  const failures: unknown[] = [];
  const failed = (error: unknown): string => {
    failures.push(error);
    return 'sorry';
  };
  const puppet = new OfficialAccountPuppet();
  const bot = createBot({
    puppet,
    turn: (handle, input) => turn(handle, input, puppet.speaker()),
    failed,
  });
  const callback = createCallback({
    account: { ...account, mode },
    clock: { now: () => now },
    random: randomBytes,
    after: (_ms, fire) => slowAfter(fire),
    identify: whoIs,
    puppet,
    slowText: () => 'slow',
    failed,
  });
  await bot.start();
  const cipher = createCipher(account.aesKey, account.appid);
  const stamp = { token: account.token, timestamp: String(now / 1000), nonce: '998877' };
  return {
    bot,
    puppet,
    failures,
    push: (fields) => {
      const xml = buildXml(fields);
      const { body, query } =
        mode === 'plain'
          ? { body: xml, query: signedQuery(stamp) }
          : sealPush(xml, cipher, stamp, randomBytes(16), account.originalId);
      const request = { method: 'POST', query: new URLSearchParams(query).toString() };
      return callback({ ...request, body: () => Promise.resolve(Buffer.from(body)) });
    },
  };
}

const realTimer = (fire: () => void): (() => void) => {
  const timer = setTimeout(fire, 4200);
  return () => {
    clearTimeout(timer);
  };
};

/**
 * Lets `count` different people say one thing each, `atOnce` at a time, on a line in plain mode whose turns answer
 * `echo ` and what they heard; answers how many got their own words back.
 */
export async function runPeople(line: Line, count: number, from = 0, atOnce = 32): Promise<number> {
  let next = from;
  let right = 0;
  const worker = async (): Promise<void> => {
    while (next < from + count) {
      const n = (next += 1);
      const answer = await line.push(
        textFrom(`oPERSON${String(n).padStart(20, '0')}`, 1e15 + n, `word ${n}`),
      );
      if (answer.body.includes(`echo word ${n}]]>`)) right += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return right;
}
