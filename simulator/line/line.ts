import { Agent } from 'node:http';
import { type WritableFields } from '../../wechat/xml.js';
import { type Entry } from '../state/shown.js';
import { type User } from '../state/users.js';
import { attempt, type Attempt, handshake, type Tried } from './attempt.js';
import { compose, createTimeOf } from './compose.js';
import { type Act } from './inbound.js';
import { createMarkFail } from './mark-fail.js';
import { createReorder } from './reorder.js';
import { type Asked } from './reply.js';
import { type LineSettings } from './settings.js';

/** A push and what became of it. */
export interface Delivery {
  /** where the act stands in the row of what the person did and saw */
  readonly seq: number;
  /** when it was over, in the same count */
  readonly done: number;
  readonly openid: string;
  /** ISO 8601, by the platform's clock */
  readonly at: string;
  readonly act: Act;
  readonly attempts: readonly Attempt[];
  readonly ms: number;
  readonly answer: Entry | null;
}

/** WeChat's side of one callback. */
export interface Line {
  /** Reports what a person did and shows them the answer, or the platform's notice after the last failure. */
  deliver(user: User, act: Act): Promise<Delivery>;
  /** Reports what happened later or to nobody in particular: what is answered is not looked at. */
  push(openid: string, act: Act): Promise<void>;
  handshake(): ReturnType<typeof handshake>;
  close(): void;
}

/** What a person reads when the account did not answer. */
export const noticeText = '该公众号暂时无法提供服务，请稍后再试';

/** @param log is told of every delivery when it is over */
export function createLine(settings: LineSettings, log: (delivery: Delivery) => void): Line {
  const { account, clock, faults, pace, users } = settings;
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const markFail = createMarkFail(clock, pace.failures);
  const reorder = createReorder();
  const seconds = (): number => Math.floor(clock.real() / 1000);
  const once = (message: WritableFields, asked: Asked): Promise<Tried> =>
    attempt(settings, agent, message, asked);

  const tryAll = async (message: WritableFields, asked: Asked): Promise<[Attempt[], Tried['verdict']]> => {
    const attempts: Attempt[] = [];
    while (attempts.length < pace.attempts) {
      if (attempts.length > 0 && attempts.at(-1)?.outcome !== 'timeout') await pause(pace.gapMs);
      const tried = await once(message, asked);
      attempts.push(tried.attempt);
      if (tried.verdict !== null) return [attempts, tried.verdict];
    }
    return [attempts, null];
  };

  const askedFor = (openid: string, act: Act): Asked => ({
    account,
    openid,
    articles: act.type === 'event' ? 8 : 1,
    knowsMedia: settings.knowsMedia,
  });

  const show = (user: User, act: Act, verdict: Tried['verdict']): Entry | null => {
    if (act.type === 'event' && act.event === 'unsubscribe') return null;
    if (verdict?.kind === 'message') return users.show(user, 'passive', verdict.shown);
    if (verdict === null)
      users.show(user, 'notice', { type: 'text', content: noticeText, taps: [], links: [] });
    return null;
  };

  return {
    deliver: async (user, act) => {
      const head = {
        seq: users.seq(),
        openid: user.openid,
        at: new Date(clock.now()).toISOString(),
        act,
      };
      const began = clock.real();
      const message = compose(settings, user.openid, act, createTimeOf(settings, user, act));
      const asked = askedFor(user.openid, act);
      if (markFail.holds()) {
        show(user, act, null);
        const dropped = { ...head, done: users.seq(), attempts: [], ms: 0, answer: null };
        log(dropped);
        return dropped;
      }
      if (faults.strikesPush('reorder')) await reorder.letOthersPass(user.openid);
      const twin = faults.strikesPush('duplicate') ? once(message, asked) : null;
      const [attempts, verdict] = await tryAll(message, asked);
      reorder.passed(user.openid);
      if (twin !== null) attempts.push((await twin).attempt);
      markFail.count(verdict !== null);
      const answer = show(user, act, verdict);
      const delivery = { ...head, done: users.seq(), attempts, ms: clock.real() - began, answer };
      log(delivery);
      return delivery;
    },
    push: async (openid, act) => {
      await tryAll(compose(settings, openid, act, seconds()), askedFor(openid, act));
    },
    handshake: () => handshake(settings, agent),
    close: () => {
      agent.destroy();
    },
  };
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
