import { type IncomingMessage, type RequestListener } from 'node:http';
import { randomBytes } from 'node:crypto';
import { createCipher } from '../../../wechat/aes.js';
import { openEnvelope, sealReply } from '../../../wechat/envelope.js';
import { buildXml, type Fields, parseXml, textOf } from '../../../wechat/xml.js';
import { type Account, sampleOfficialAccount } from '../../../simulator/account.js';

/** What reached the fake line, opened. */
export interface Received {
  readonly query: URLSearchParams;
  readonly fields: Fields;
}

/** No answer at all. */
export const hang = Symbol('hang');

/** A whole HTTP answer, or the text of a proper reply, or nothing to say, or no answer at all. */
export type Said =
  | string
  | null
  | typeof hang
  | { readonly status?: number; readonly body: string }
  | { readonly fields: Readonly<Record<string, string | object>> };

/**
 * A line of a few lines, in safe mode, for tests of the simulator: it checks nothing that the simulator has to judge.
 * `respond` says what to answer to each delivery.
 */
export function fakeLine(
  respond: (received: Received) => Said | Promise<Said>,
  account: Account = sampleOfficialAccount,
) {
  const received: Received[] = [];
  const cipher = createCipher(account.aesKey, account.appid);
  const previous =
    account.aesKeyPrevious === undefined ? [] : [createCipher(account.aesKeyPrevious, account.appid)];

  const seal = (fields: Readonly<Record<string, string | object>>, key = cipher): string =>
    sealReply(
      buildXml(fields as Record<string, string>),
      key,
      { token: account.token, timestamp: String(Math.floor(Date.now() / 1000)), nonce: '4242' },
      randomBytes(16),
    );

  const listener: RequestListener = (request, response) => {
    void (async () => {
      const query = new URL(request.url ?? '/', 'http://line').searchParams;
      const outer = parseXml(await bodyOf(request)) ?? {};
      const stamp = {
        token: account.token,
        timestamp: query.get('timestamp') ?? '',
        nonce: query.get('nonce') ?? '',
      };
      if (request.method === 'GET') {
        response.end(query.get('echostr'));
        return;
      }
      const opened =
        account.mode === 'safe'
          ? openEnvelope(textOf(outer, 'Encrypt') ?? '', query.get('msg_signature') ?? '', stamp, [
              cipher,
              ...previous,
            ])
          : { message: '', cipher };
      if (opened === null) {
        response.writeHead(401).end();
        return;
      }
      const fields = account.mode === 'safe' ? (parseXml(opened.message) ?? {}) : outer;
      received.push({ query, fields });
      const said = await respond({ query, fields });
      if (said === hang) return;
      if (said === null) response.end('success');
      else if (typeof said === 'string') response.end(seal(textReply(fields, said), opened.cipher));
      else if ('fields' in said)
        response.end(seal({ ...textReply(fields, ''), ...said.fields }, opened.cipher));
      else response.writeHead(said.status ?? 200).end(said.body);
    })();
  };
  return { listener, received, seal };
}

/** The fields of a text reply with its names swapped, as they have to be. */
export function textReply(fields: Fields, text: string): Record<string, string> {
  return {
    ToUserName: textOf(fields, 'FromUserName') ?? '',
    FromUserName: textOf(fields, 'ToUserName') ?? '',
    CreateTime: String(Math.floor(Date.now() / 1000)),
    MsgType: 'text',
    Content: text,
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
