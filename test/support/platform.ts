/** The platform's side of the callback without the simulator: signs, seals, delivers, and reads what comes back. */
import { Agent, request } from 'node:http';
import { createCipher } from '../../wechat/aes.js';
import { openEnvelope, sealPush, signedQuery, type Stamp } from '../../wechat/envelope.js';
import { buildXml, parseXml, textOf } from '../../wechat/xml.js';
import { createRandom } from '../../vault/node/random.js';

const token = 'simulator';
const cipher = createCipher('A'.repeat(43), 'wxsimulator00000');
const random = createRandom();
const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** One message of one account; delivering it again is the same message again. */
export interface Message {
  readonly openid: string;
  readonly id: string;
  readonly text: string;
  /** seconds */
  readonly at: number;
}

/** A signed, sealed push, as it goes over the wire. */
export function push(message: Message, now: number): { path: string; body: string } {
  const sealed = sealPush(xmlOf(message), cipher, stampAt(now), random(16), 'gh_simulator');
  return { path: pathOf(sealed.query, message), body: sealed.body };
}

/** The same in plain mode. */
export function plainPush(message: Message, now: number): { path: string; body: string } {
  return { path: pathOf(signedQuery(stampAt(now)), message), body: xmlOf(message) };
}

const stampAt = (now: number): Stamp => ({
  token,
  timestamp: String(Math.floor(now / 1_000)),
  nonce: Buffer.from(random(6)).toString('hex'),
});
const pathOf = (query: Readonly<Record<string, string>>, { openid }: Message): string =>
  `/wechat/oa?${new URLSearchParams({ ...query, openid }).toString()}`;
const xmlOf = (message: Message): string =>
  buildXml({
    ToUserName: 'gh_simulator',
    FromUserName: message.openid,
    CreateTime: message.at,
    MsgType: 'text',
    Content: message.text,
    MsgId: BigInt(message.id),
  });

/**
 * Delivers once. Answers the text the person would see, '' for an answer without words, null when there was no
 * answer: refused, broken or later than `patience` milliseconds.
 */
export function deliver(
  url: string,
  message: Message,
  now: number,
  patience = 5_000,
): Promise<string | null> {
  const { path, body } = push(message, now);
  return new Promise((resolve) => {
    const target = new URL(path, url);
    const sent = request(target, { method: 'POST', agent, timeout: patience }, (response) => {
      let answer = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        answer += chunk;
      });
      response.on('error', () => {
        resolve(null);
      });
      response.on('end', () => {
        resolve(response.statusCode === 200 ? read(answer) : null);
      });
      response.on('aborted', () => {
        resolve(null);
      });
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => {
      resolve(null);
    });
    sent.end(body);
  });
}

function read(answer: string): string | null {
  if (answer === '' || answer === 'success') return '';
  const envelope = parseXml(answer);
  if (envelope === null) return null;
  const stamp = {
    token,
    timestamp: textOf(envelope, 'TimeStamp') ?? '',
    nonce: textOf(envelope, 'Nonce') ?? '',
  };
  const opened = openEnvelope(
    textOf(envelope, 'Encrypt') ?? '',
    textOf(envelope, 'MsgSignature') ?? '',
    stamp,
    [cipher],
  );
  const inner = opened === null ? null : parseXml(opened.message);
  const text = inner === null ? undefined : textOf(inner, 'Content');
  return text === undefined ? null : text.replace(/<a [^>]*>(.*?)<\/a>/g, '$1');
}

export function closePlatform(): void {
  agent.destroy();
}
