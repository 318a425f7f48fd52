/** The Official Account as the phones of staff need it (domain/phones/ports.ts): codes to scan, and previews. */
import type { NotTaken, PhoneChannel } from '../../domain/phones/ports.js';
import type { Clock } from '../../domain/ports.js';
import type { OfficialAccountClient } from '../../wechat/client.js';
import { NoAnswerError, WechatError } from '../../wechat/errors.js';
import { createArticlePlatform, type ArticlePlatformParts } from './article-platform.js';

export interface PhoneChannelParts extends Omit<ArticlePlatformParts, 'client'> {
  readonly client: ArticlePlatformParts['client'] & Pick<OfficialAccountClient, 'qrCodes' | 'capabilities'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Calls `fire` once after `ms` milliseconds unless the answered function was called before. */
  readonly after: (ms: number, fire: () => void) => () => void;
  /**
   * For how many milliseconds what was shown stays in the account's draft box: the page behind the card is the draft's,
   * and closes with it. 0: not at all. Unset: half an hour.
   */
  readonly keptMs?: number;
  /** Hears of a failure that is no answer of the platform while a draft was being taken away. */
  readonly failed: (error: unknown) => void;
}

export interface PhonesOfAccount extends PhoneChannel {
  /** Takes away at once what is still in the draft box. Never throws. */
  stop(): Promise<void>;
}

const noPermission = 48001;
/** Milliseconds for which a refusal for want of permission is believed. */
const believedMs = 24 * 3_600_000;
const usuallyKeptMs = 30 * 60_000;

export function createPhoneChannel(parts: PhoneChannelParts): PhonesOfAccount {
  const { client, clock, after, keptMs = usuallyKeptMs, failed } = parts;
  /** what is to be taken away, each with the timer that waits for it */
  const waiting = new Map<() => Promise<void>, () => void>();
  let barredUntil = 0;

  /** The platform's refusal as an answer; permission that is missing is remembered. @throws what is no answer of it */
  function refused(error: unknown): NotTaken {
    if (error instanceof WechatError && error.code === noPermission) barredUntil = clock.now() + believedMs;
    return { is: 'refused', reason: reasonOf(error) };
  }

  /** What cannot be taken away stays in the back office, where the account's own people see it. */
  async function takeAway(removals: readonly (() => Promise<void>)[]): Promise<void> {
    for (const remove of removals)
      await remove().catch((error: unknown) => {
        if (!isAnswer(error)) failed(error);
      });
  }

  async function later(removals: readonly (() => Promise<void>)[]): Promise<void> {
    if (keptMs === 0) return takeAway(removals);
    const task = async (): Promise<void> => {
      waiting.get(task)?.();
      waiting.delete(task);
      await takeAway(removals);
    };
    waiting.set(
      task,
      after(keptMs, () => void task()),
    );
  }

  return {
    available: async () => clock.now() >= barredUntil && (await client.capabilities.may('massSends')),

    async code(scene, seconds) {
      try {
        const { url } = await client.qrCodes.create(scene, seconds);
        return { is: 'made', url };
      } catch (error) {
        return refused(error);
      }
    },

    async preview(openid, article) {
      const removals: (() => Promise<void>)[] = [];
      const platform = createArticlePlatform({ ...parts, client: noting(client, removals) });
      let shown = false;
      try {
        const prepared = await platform.prepare(article);
        if (prepared.is !== 'ready') return { is: 'refused', reason: prepared.reason };
        await client.mass.preview(prepared.draftId, openid);
        shown = true;
        return { is: 'shown' };
      } catch (error) {
        return refused(error);
      } finally {
        await (shown ? later(removals) : takeAway(removals));
      }
    },

    async stop() {
      await Promise.all([...waiting.keys()].map((task) => task()));
    },
  };
}

/** The client, which notes how to take away what it adds: the draft box and the library of covers hold so many only. */
function noting<C extends PhoneChannelParts['client']>(client: C, removals: (() => Promise<void>)[]): C {
  const { drafts, material } = client;
  return {
    ...client,
    drafts: {
      ...drafts,
      async add(articles) {
        const id = await drafts.add(articles);
        removals.unshift(() => drafts.remove(id)); // before the cover that it shows
        return id;
      },
    },
    material: {
      ...material,
      async addThumb(file) {
        const id = await material.addThumb(file);
        removals.push(() => material.remove(id));
        return id;
      },
    },
  };
}

const isAnswer = (error: unknown): error is WechatError | NoAnswerError =>
  error instanceof WechatError || error instanceof NoAnswerError;

/** What to call a refusal. @throws what is no answer of the platform */
function reasonOf(error: unknown): string {
  if (!isAnswer(error)) throw error;
  return error instanceof WechatError ? String(error.code) : 'no_answer';
}
