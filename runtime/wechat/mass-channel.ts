/** Mass sends of the Official Account as sending sees them (domain/sending/channels.ts), over the platform's client. */
import { platformLang } from '../../domain/articles/check-article.js';
import type { ArticlePlatform } from '../../domain/articles/platform.js';
import type { Articles } from '../../domain/articles/ports.js';
import { isDomainError } from '../../domain/errors.js';
import type { MassChannel, MassPrepared, MassSeen, MassSubmitted } from '../../domain/sending/channels.js';
import type { SendLang, SendOrder } from '../../domain/sending/send.js';
import { NoAnswerError, WechatError } from '../../wechat/errors.js';
import type { Mass, MassContent } from '../../wechat/mass.js';

export interface MassChannelParts {
  readonly mass: Pick<Mass, 'sendAll' | 'status'>;
  readonly articles: Pick<Articles, 'byId'>;
  readonly platform: Pick<ArticlePlatform, 'prepare'>;
  /** the platform's messages have one language: the profile's first */
  readonly lang: SendLang;
}

export function createMassChannel({ mass, articles, platform, lang }: MassChannelParts): MassChannel {
  return {
    async prepare(order): Promise<MassPrepared> {
      if (order.article === null) return { is: 'ready', draftId: null };
      try {
        const article = await articles.byId(order.article);
        const live = article?.live ?? null;
        if (article === null || live === null) return { is: 'refused', reason: 'no_article' };
        const { content } = live;
        return await platform.prepare({ slug: article.slug, lang: platformLang(content), content });
      } catch (error) {
        if (isDomainError(error) && error.kind === 'unavailable') return { is: 'later', reason: 'storage' };
        throw error;
      }
    },

    async submit(order, draftId, key): Promise<MassSubmitted> {
      const content: MassContent =
        draftId === null ? { text: textOf(order, lang) } : { draftMediaId: draftId };
      try {
        const { msgId } = await mass.sendAll(content, order.tag, key);
        // The platform does not say whether an administrator has to confirm; a send to everybody may need it.
        return { is: 'accepted', jobId: msgId, awaitsAdmin: order.tag === null };
      } catch (error) {
        return refusedBy(error);
      }
    },

    async look(jobId): Promise<MassSeen> {
      try {
        const status = await mass.status(jobId);
        if (status === 'sending') return { is: 'running' };
        // who takes it back in the back office does so after it went out
        return status === 'failed' ? { is: 'failed', reason: 'failed' } : { is: 'sent' };
      } catch (error) {
        if (isAnswer(error)) return { is: 'unknown' };
        throw error;
      }
    },
  };
}

/** Both sides of a blank line, and where it leads. */
function textOf({ texts, page }: SendOrder, lang: SendLang): string {
  const { title, body } = texts[lang];
  return `${title}\n\n${body}\n${page}`;
}

/** No quota is left for a mass send: of the day, or of the month. */
const noQuota = 45028;
/** The name was used in the last minute: whether something goes out under it is not said. */
const usedJustNow = 45066;
const minuteQuota = 45011;

/** @throws what is no answer of the platform */
function refusedBy(error: unknown): MassSubmitted {
  if (error instanceof NoAnswerError)
    return error.arrived === 'no'
      ? { is: 'not_sent', reason: 'unreachable' }
      : { is: 'lost', reason: 'no_answer' };
  if (isDomainError(error) && error.kind === 'unavailable') return { is: 'not_sent', reason: 'storage' };
  if (!(error instanceof WechatError)) throw error;
  const { code, reaction } = error;
  const reason = String(code);
  if (code === usedJustNow || (reaction === 'retry' && error.api.endsWith('/sendall')))
    return { is: 'lost', reason };
  if (code === minuteQuota) return { is: 'limit', reason, until: 'minute' };
  if (code === noQuota || reaction === 'wait') return { is: 'limit', reason, until: 'day' };
  return reaction === 'token' || reaction === 'retry'
    ? { is: 'not_sent', reason }
    : { is: 'refused', reason };
}

const isAnswer = (error: unknown): boolean =>
  error instanceof WechatError ||
  error instanceof NoAnswerError ||
  (isDomainError(error) && error.kind === 'unavailable');
