/** The Official Account's callback, free of any framework: the platform's request in, its answer out. */
import { type ConsentCounts } from '../../wechat/consents.js';
import { massResultOf, type MassResult } from '../../wechat/mass.js';
import { createDoor, type Mode, type Opened } from '../../wechat/push.js';
import { cutText, maxTextBytes } from '../../wechat/text.js';
import { buildXml, type Fields, parseXml, textOf } from '../../wechat/xml.js';
import { type Who } from '../dialogue/types.js';
import { createCountedConsents } from './counted-consents.js';
import { type Heard, hear, type Opening } from './inbound.js';
import { createLate, type SendLater } from './late.js';
import { createLinkedPhones } from './linked-phones.js';
import { type Inbound, type Outgoing } from './puppet.js';
import { BodyTooLargeError } from './read-body.js';
import { sendResults, type SendResult } from './send-results.js';

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
  readonly puppet: { receive(inbound: Inbound): Promise<Outgoing | null> };
  /** What to say when a turn is not ready in time; being asked for it is how the flows learn that it was slow. */
  readonly slowText: (who: Who) => string;
  /** Where a poster's scene leads. */
  readonly opening?: Opening;
  /**
   * Takes the code of a scene `link:<code>` and the account that scanned it; answers what to say there, null for nothing.
   * No turn begins. Left out: such a scene is one like others.
   */
  readonly linked?: (code: string, openid: string) => Promise<string | null>;
  /** Hears of an account that left, beside the bot. */
  readonly unfollowed?: (openid: string) => Promise<void>;
  /** Where it is counted who wants messages of a form; left out: nowhere. */
  readonly consents?: ConsentCounts;
  /** Hears what became of a mass send. */
  readonly massSent?: (result: MassResult) => Promise<void>;
  /** Says something after the reply slot is gone; left out: it waits for the person's next message. */
  readonly sendLater?: SendLater;
  /** Hears what became of sends and publications. */
  readonly told?: (result: SendResult) => void;
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

/** A turn under way. */
interface Running {
  readonly turn: Promise<Outgoing | null>;
  /** how many deliveries of its message wait for it now */
  waiting: number;
  /** one of them was answered without it */
  late: boolean;
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
  const late = createLate({ now: () => clock.now(), send: options.sendLater ?? (async () => false), failed });
  const { linked, unfollowed } = options;
  const phones = createLinkedPhones({ linked, unfollowed, failed });
  const consents = createCountedConsents({ consents: options.consents, failed });
  const running = new Map<string, Running>();

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
    const heard = hear(fields, Math.floor(started / 1000), options.opening);
    if (heard === null) {
      for (const result of sendResults(fields)) options.told?.(result);
      await Promise.all([consents.pushed(fields), massSent(fields)]);
      return success;
    }
    const leaving = heard.said.e === 'leave';
    const forgotten = leaving ? leave(heard.openid) : undefined;
    let text: string | null;
    try {
      text = await (phones.scanned(fields, heard) ?? answerTo(heard, started));
    } catch (error) {
      text = failed(error);
    }
    await forgotten;
    // After an unfollow nobody is there to read.
    if (text === null || text === '' || leaving) return success;
    return { status: 200, type: 'application/xml; charset=utf-8', body: opened.seal(reply(fields, text)) };
  }

  async function leave(openid: string): Promise<void> {
    await Promise.all([phones.left(openid), consents.left(openid)]);
  }

  async function massSent(fields: Fields): Promise<void> {
    const result = massResultOf(fields);
    try {
      if (result !== null) await options.massSent?.(result);
    } catch (error) {
      failed(error);
    }
  }

  async function answerTo(heard: Heard, started: number): Promise<string | null> {
    const who = identify(heard.openid);
    const key = `${who.handle} ${heard.id}`;
    const one = running.get(key) ?? begin(key, heard, who);
    one.waiting += 1;
    const outgoing = await within(one.turn, answerWithinMs - (clock.now() - started)).finally(() => {
      one.waiting -= 1;
    });
    if (outgoing !== tooSlow) return late.join(who, outgoing);
    if (!one.late) late.follow(heard, who, one);
    one.late = true;
    return slowText(who);
  }

  function begin(key: string, heard: Heard, who: Who): Running {
    const turn = play(heard, who).finally(() => running.delete(key));
    const one = { turn, waiting: 0, late: false };
    running.set(key, one);
    return one;
  }

  /** One turn, or two for somebody whom a poster made follow: greeted first, then led where the poster leads. */
  async function play({ id, at, said, then }: Heard, who: Who): Promise<Outgoing | null> {
    const first = await puppet.receive({ id, who, at, said });
    if (then === undefined) return first;
    const second = await puppet.receive({ id: `${id}+`, who, at, said: then });
    return joined(first, second);
  }

  async function within<T>(turn: Promise<T>, ms: number): Promise<T | typeof tooSlow> {
    let cancel = (): void => undefined;
    const slow = new Promise<typeof tooSlow>((resolve) => {
      cancel = after(Math.max(0, ms), () => {
        resolve(tooSlow);
      });
    });
    try {
      return await Promise.race([turn, slow]);
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

/** The lines that begin with a number: choices, and nothing else does. */
const choiceLine = /^\d+ .*\n?/gm;

/**
 * Both in one message, without the first one's choices, for the second asks something else by the same numbers; the
 * first alone if they do not fit, for it is the one that has to be read.
 */
function joined(first: Outgoing | null, second: Outgoing | null): Outgoing | null {
  if (first === null || second === null) return first ?? second;
  const text = `${first.text.replace(choiceLine, '').trimEnd()}\n\n${second.text}`;
  if (Buffer.byteLength(text) > maxTextBytes) return first;
  return { text, secret: first.secret || second.secret };
}
