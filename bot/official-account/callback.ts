/** The Official Account's callback, free of any framework: the platform's request in, its answer out. */
import { createDoor, type Mode, type Opened } from '../../wechat/push.js';
import { cutText } from '../../wechat/text.js';
import { buildXml, type Fields, parseXml, textOf } from '../../wechat/xml.js';
import { type Who } from '../dialogue/types.js';
import { type Heard, hear } from './inbound.js';
import { type Inbound } from './puppet.js';
import { BodyTooLargeError } from './read-body.js';

export interface Account {
  readonly appid: string;
  readonly token: string;
  readonly mode: Mode;
  readonly aesKey?: string | undefined;
  readonly aesKeyPrevious?: string | undefined;
  /** `gh_…`: a push to any other is acknowledged and dropped */
  readonly originalId: string;
}

export interface CallbackOptions {
  readonly account: Account;
  readonly clock: { now(): number };
  readonly random: (bytes: number) => Uint8Array;
  /** Calls `fire` once after `ms` milliseconds unless the answered function was called before. */
  readonly after: (ms: number, fire: () => void) => () => void;
  readonly identify: (openid: string) => Who;
  readonly puppet: { receive(inbound: Inbound): Promise<string | null> };
  /** What to say when a turn is not ready in time; being asked for it is how the flows learn that it was slow. */
  readonly slowText: (who: Who) => string;
  /** What to say when something of ours broke; the place to log it. */
  readonly failed: (error: unknown) => string;
}

export interface CallbackRequest {
  readonly method: string;
  /** as it came, without the question mark */
  readonly query: string;
  /** Called only if the signature is right. @throws BodyTooLargeError */
  readonly body: () => Promise<Uint8Array>;
}

export interface CallbackAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** The platform hangs up after 5,000 ms; the rest is for the way back. */
const answerWithinMs = 4200;
const tooSlow = Symbol('too slow');
const plain = 'text/plain; charset=utf-8';
const success: CallbackAnswer = { status: 200, type: plain, body: 'success' };
const refuse = (status: number): CallbackAnswer => ({ status, type: plain, body: '' });

/**
 * Answers the platform in its own terms: 401 to what is not provably its own, before the body is read where the
 * query tells; 405 and 413 as their names say; to everything else 200, whatever goes wrong here. Never throws.
 * A message that arrives again while its turn runs waits for the same answer.
 */
export function createCallback(
  options: CallbackOptions,
): (request: CallbackRequest) => Promise<CallbackAnswer> {
  const { account, clock, random, after, identify, puppet, slowText, failed } = options;
  const knock = createDoor({ ...account, now: () => clock.now(), random });
  const running = new Map<string, Promise<string | null>>();

  return async ({ method, query, body }) => {
    const started = clock.now();
    const door = knock(method, query);
    if (door.kind === 'refused') return refuse(door.status);
    if (door.kind === 'handshake') return { status: 200, type: plain, body: door.echo };
    let bytes: Uint8Array;
    try {
      bytes = await body();
    } catch (error) {
      return refuse(error instanceof BodyTooLargeError ? 413 : 400);
    }
    const opened = door.open(bytes);
    return opened === null ? refuse(401) : converse(opened, started);
  };

  async function converse(opened: Opened, started: number): Promise<CallbackAnswer> {
    const fields = parseXml(opened.text);
    if (fields === null || textOf(fields, 'ToUserName') !== account.originalId) return success;
    const heard = hear(fields, Math.floor(started / 1000));
    if (heard === null) return success;
    let text: string | null;
    try {
      text = await answerTo(heard, started);
    } catch (error) {
      text = failed(error);
    }
    // After an unfollow nobody is there to read.
    if (text === null || text === '' || heard.said.e === 'leave') return success;
    return { status: 200, type: 'application/xml; charset=utf-8', body: opened.seal(reply(fields, text)) };
  }

  async function answerTo({ id, openid, at, said }: Heard, started: number): Promise<string | null> {
    const who = identify(openid);
    const key = `${who.handle} ${id}`;
    let turn = running.get(key);
    if (turn === undefined) {
      turn = puppet.receive({ id, who, at, said }).finally(() => running.delete(key));
      running.set(key, turn);
    }
    return within(turn, answerWithinMs - (clock.now() - started), () => slowText(who));
  }

  async function within<T>(turn: Promise<T>, ms: number, late: () => T): Promise<T> {
    let cancel = (): void => undefined;
    const slow = new Promise<typeof tooSlow>((resolve) => {
      cancel = after(Math.max(0, ms), () => {
        resolve(tooSlow);
      });
    });
    try {
      const first = await Promise.race([turn, slow]);
      return first === tooSlow ? late() : first;
    } finally {
      cancel();
    }
  }

  function reply(fields: Fields, text: string): string {
    return buildXml({
      ToUserName: textOf(fields, 'FromUserName') ?? '',
      FromUserName: account.originalId,
      CreateTime: Math.floor(clock.now() / 1000),
      MsgType: 'text',
      Content: cutText(text),
    });
  }
}
