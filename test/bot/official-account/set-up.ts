/** A callback with a puppet that answers at once, and a platform that signs and seals for it. */
import { createCallback, type CallbackAnswer } from '../../../bot/official-account/callback.js';
import { type Addressee } from '../../../bot/official-account/late.js';
import { type Inbound, type Outgoing } from '../../../bot/official-account/puppet.js';
import { type SendResult } from '../../../bot/official-account/send-results.js';
import { type Opening } from '../../../bot/official-account/inbound.js';
import { createCipher } from '../../../wechat/aes.js';
import { openEnvelope, sealPush, signedQuery } from '../../../wechat/envelope.js';
import { type Mode } from '../../../wechat/push.js';
import { buildXml, parseXml, textOf, type WritableFields } from '../../../wechat/xml.js';
import { account, textFrom, whoIs } from '../../support/people.js';
import { v6, v7 } from '../../wechat/vectors.js';

export const now = 1700000002_000;
export const cipher = createCipher(account.aesKey, account.appid);
export const stamp = { token: account.token, timestamp: String(now / 1000), nonce: '112233' };
export const success: CallbackAnswer = { status: 200, type: 'text/plain; charset=utf-8', body: 'success' };
export const unauthorized: CallbackAnswer = { status: 401, type: 'text/plain; charset=utf-8', body: '' };

interface Options {
  mode?: Mode;
  account?: Partial<typeof account> & { aesKeyPrevious?: string };
  receive?: (inbound: Inbound) => Promise<Outgoing | string | null>;
  sendLater?: (to: Addressee, text: string) => Promise<boolean>;
  opening?: Opening;
  identify?: typeof whoIs;
}

export function setUp(options: Options = {}) {
  const timers: { ms: number; fire: () => void; cancelled: boolean }[] = [];
  const heard: Inbound[] = [];
  const failures: unknown[] = [];
  const told: SendResult[] = [];
  const time = { now };
  const { sendLater, opening } = options;
  const callback = createCallback({
    account: { ...account, mode: options.mode ?? 'safe', ...options.account },
    clock: { now: () => time.now },
    random: (bytes) => (bytes === 16 ? v7.random16 : new Uint8Array(bytes).fill(0x11)),
    after: (ms, fire) => {
      const timer = { ms, fire, cancelled: false };
      timers.push(timer);
      return () => {
        timer.cancelled = true;
      };
    },
    identify: options.identify ?? whoIs,
    puppet: {
      receive: async (inbound) => {
        heard.push(inbound);
        const said = options.receive === undefined ? '收到' : await options.receive(inbound);
        return typeof said === 'string' ? { text: said, secret: false } : said;
      },
    },
    ...(sendLater === undefined ? {} : { sendLater }),
    ...(opening === undefined ? {} : { opening }),
    told: (result) => told.push(result),
    slowText: (who) => `slow ${who.handle}`,
    failed: (error) => {
      failures.push(error);
      return 'sorry';
    },
  });
  const send = (query: Readonly<Record<string, string>> | string, body = '', method = 'POST') =>
    callback({
      method,
      query: typeof query === 'string' ? query : new URLSearchParams(query).toString(),
      body: () => Promise.resolve(Buffer.from(body)),
    });
  const sealed = (fields: WritableFields | string) => {
    const xml = typeof fields === 'string' ? fields : buildXml(fields);
    const push = sealPush(xml, cipher, stamp, v6.random16, account.originalId);
    return send(push.query, push.body);
  };
  const plain = (fields: WritableFields) => send(signedQuery(stamp), buildXml(fields));
  return { callback, send, sealed, plain, timers, heard, failures, told, time };
}

export const hello = textFrom('oA', 1, 'hello');

/** What a sealed answer holds. */
export function opened(answer: CallbackAnswer, key = account.aesKey): string {
  const fields = parseXml(answer.body) ?? {};
  const [timestamp, nonce] = [textOf(fields, 'TimeStamp') ?? '', textOf(fields, 'Nonce') ?? ''];
  const signature = textOf(fields, 'MsgSignature') ?? '';
  const ciphers = [createCipher(key, account.appid)];
  const stamped = { token: account.token, timestamp, nonce };
  return openEnvelope(textOf(fields, 'Encrypt') ?? '', signature, stamped, ciphers)?.message ?? '';
}
