/**
 * The mini-program's push callback, free of any framework. Its account has keys, a format and an appid of its own, and
 * no chat of ours: results of sends are told, everything else that is provably the platform's is acknowledged.
 */
import { type ConsentCounts } from '../../wechat/consents.js';
import { createDoor, type Mode } from '../../wechat/push.js';
import { readPush } from '../../wechat/push-fields.js';
import { type CallbackAnswer, type CallbackRequest } from './callback.js';
import { createCountedConsents } from './counted-consents.js';
import { BodyTooLargeError } from './read-body.js';
import { sendResults, type SendResult } from './send-results.js';

export interface MiniProgramAccount {
  readonly appid: string;
  readonly token: string;
  readonly mode: Mode;
  readonly aesKey?: string | undefined;
  /** as the account's message settings say */
  readonly format: 'json' | 'xml';
}

export interface MiniProgramOptions {
  readonly account: MiniProgramAccount;
  /** milliseconds since 1970 */
  readonly clock: { now(): number };
  readonly random: (bytes: number) => Uint8Array;
  /** Hears what became of sends. */
  readonly told: (result: SendResult) => void;
  /** Where consents are counted; left out: nowhere. */
  readonly consents?: ConsentCounts;
  /** Hears what broke while one was counted. */
  readonly failed?: (error: unknown) => unknown;
}

const type = 'text/plain; charset=utf-8';
const answer = (status: number, body = ''): CallbackAnswer => ({ status, type, body });

/**
 * Answers the platform: 401, 405 and 413 as the Official Account's callback does, the handshake with its echo, and
 * `success` to every push: a mini-program has no passive reply. Never throws. @throws TypeError at once, if a key is wrong
 */
export function createMiniProgramCallback(
  options: MiniProgramOptions,
): (request: CallbackRequest) => Promise<CallbackAnswer> {
  const { account, clock, random, told, failed = () => undefined } = options;
  const consents = createCountedConsents({ consents: options.consents, failed });
  const knock = createDoor({ ...account, now: () => clock.now(), random });

  return async ({ method, query, body }) => {
    const door = knock(method, query);
    if (door.kind === 'refused') return answer(door.status);
    if (door.kind === 'handshake') return answer(200, door.echo);
    let bytes: Uint8Array;
    try {
      bytes = await body();
    } catch (error) {
      return answer(error instanceof BodyTooLargeError ? 413 : 400);
    }
    const opened = door.open(bytes);
    if (opened === null) return answer(401);
    const fields = readPush(opened.text, account.format) ?? {};
    for (const result of sendResults(fields)) told(result);
    await consents.pushed(fields);
    return answer(200, 'success');
  };
}
