/** The way into the line as the platform takes it: https, the callback's handshake, the proofs of the domain. */
import { createHash } from 'node:crypto';
import { TransportError, type HttpResponse, type Requester } from '../../wechat/requester.js';
import { signedQuery } from '../../wechat/envelope.js';
import type { Config } from '../settings/configuration.js';
import { isLoopback } from '../settings/loopback.js';
import { bad, good, pages, type Finding } from './finding.js';

export interface WayIn {
  readonly config: Config;
  readonly request: Requester;
  readonly clock: { now(): number };
  /** unpredictable bytes */
  readonly random: (bytes: number) => Uint8Array;
}

/** The platform's own patience. */
const patienceMs = 5_000;

export async function* checkWayIn(parts: WayIn): AsyncGenerator<Finding> {
  const { config } = parts;
  const { protocol, hostname, port } = new URL(config.publicUrl);
  if (config.wechat.simulator && isLoopback(hostname)) yield good('The simulator needs no https.');
  else if (protocol !== 'https:')
    yield bad(
      'PUBLIC_URL is not https.',
      'Put a proxy with a certificate in front (docs/going-live.md).',
      'PUBLIC_URL',
    );
  else if (port !== '')
    yield bad('The platform calls ports 80 and 443 only.', 'Leave the port out of it.', 'PUBLIC_URL');
  else yield good('People and platform reach the line over https.');
  yield* handshake(parts);
  for (const [name, content] of config.wechat.verifyFiles) {
    const response = await fetched(parts, `/${name}`);
    yield response?.status === 200 && response.body.toString('utf8').trim() === content
      ? good(`The domain’s proof ${name} is there.`)
      : bad(
          `The domain’s proof ${name} is not to be had at PUBLIC_URL.`,
          'Let the proxy pass it on.',
          pages.domains,
        );
  }
}

/** The handshake as the platform makes it when the address is saved; and one that is not the platform's. */
async function* handshake(parts: WayIn): AsyncGenerator<Finding> {
  const account = parts.config.wechat.officialAccount;
  if (account === null) return;
  const nonce = Buffer.from(parts.random(8)).toString('hex');
  const echo = Buffer.from(parts.random(8)).readBigUInt64BE().toString();
  const timestamp = String(Math.floor(parts.clock.now() / 1000));
  const query = { ...signedQuery({ token: account.token, timestamp, nonce }), echostr: echo };
  const started = parts.clock.now();
  const right = await fetched(parts, `/wechat/oa?${new URLSearchParams(query).toString()}`);
  const ms = parts.clock.now() - started;
  if (right === null)
    yield bad(
      'The callback does not answer at PUBLIC_URL within five seconds.',
      'Start the line, and let the proxy pass /wechat/ on.',
      'PUBLIC_URL',
    );
  else if (right.status !== 200 || right.body.toString('utf8') !== echo)
    yield bad(
      `The callback answers its handshake with ${String(right.status)}, or not with the bytes it was given.`,
      'Compare WECHAT_OA_TOKEN with the back office; the proxy must pass the query on and change no body.',
      pages.server,
    );
  else yield good(`The callback answers its handshake in ${String(ms)} ms.`);
  const forged = new URLSearchParams({
    ...query,
    signature: createHash('sha1').update(nonce).digest('hex'),
  });
  const wrong = await fetched(parts, `/wechat/oa?${forged.toString()}`);
  if (right !== null && wrong?.status !== 401)
    yield bad(
      `A forged handshake is answered with ${String(wrong?.status ?? 'nothing')} instead of 401.`,
      'Something in front of the line answers for it: let the proxy pass /wechat/ on untouched.',
      'PUBLIC_URL',
    );
}

async function fetched({ config, request }: WayIn, path: string): Promise<HttpResponse | null> {
  try {
    const url = config.publicUrl + path;
    return await request({ method: 'GET', url, maxBytes: 10_000, timeoutMs: patienceMs });
  } catch (error) {
    if (error instanceof TransportError) return null;
    throw error;
  }
}
