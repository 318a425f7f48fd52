/** Messages of the account's forms as sending sees them (domain/sending/channels.ts), over the platform's clients. */
import { isDomainError } from '../../domain/errors.js';
import type { Delivered, NoChannel, NoticeChannel } from '../../domain/sending/channels.js';
import type { SendLang, SendOrder } from '../../domain/sending/send.js';
import { NoAnswerError, type WechatError } from '../../wechat/errors.js';
import type { SendOutcome } from '../../wechat/send-outcome.js';
import type { SendNotice } from '../../wechat/subscribe.js';
import { filledForm } from '../notices/send-form.js';
import type { NoticeForm } from './profile.js';

export interface NoticeChannelParts {
  /** null: it is not set up */
  readonly account: SendNotice | null;
  readonly mini: SendNotice | null;
  readonly forms: readonly NoticeForm[];
  /** the platform's messages have one language: the profile's first */
  readonly lang: SendLang;
}

/** The channel for an order that goes to people one by one. */
export function createNoticeChannels(
  parts: NoticeChannelParts,
): (order: SendOrder) => NoticeChannel | NoChannel {
  return (order) => {
    if (order.way === 'mass') return { refused: 'no_form' };
    const send = parts[order.way];
    if (send === null) return { refused: 'no_account' };
    const account = order.way === 'mini' ? 'miniProgram' : 'officialAccount';
    const form = filledForm(parts.forms, account, order, parts.lang);
    if ('refused' in form) return form;
    const { template, data } = form;
    return {
      template,
      deliver: async (openid) => {
        try {
          return deliveredBy(await send({ openid, templateId: template, data, page: order.page }));
        } catch (error) {
          // what shares the account's token is away: the call was not made
          if (isDomainError(error)) return { is: 'not_sent', reason: 'storage' };
          throw error;
        }
      },
    };
  };
}

/** What an outcome of the client is to a send. */
export function deliveredBy(sent: SendOutcome): Delivered {
  switch (sent.outcome) {
    case 'sent':
      return { is: 'sent' };
    case 'not-sent':
      return { is: 'not_sent', reason: 'unreachable' };
    case 'in-doubt':
      return inDoubt(sent.error);
    case 'refused':
      return refusedBy(sent.error);
  }
}

/** Who answers "busy", or from in front of the platform, asks for less. */
function inDoubt(error: NoAnswerError | WechatError): Delivered {
  if (error instanceof NoAnswerError)
    return { is: 'doubt', reason: 'no_answer', busy: error.reason.startsWith('HTTP 5') };
  return { is: 'doubt', reason: String(error.code), busy: true };
}

/** No consent is left: used up, taken back, or switched off. */
const noConsent = 43101;
/** Nobody's name, not a follower, blocked, or of another account. */
const unreachable: ReadonlySet<number> = new Set([40003, 43004, 43019, 43104, 48002, 49003, 50002, 50005]);
/** Refused for what is the same for all: a page that is not there, a value against its field's rule, a word that is not liked. */
const alike: ReadonlySet<number> = new Set([40035, 40165, 41030, 45168, 47001, 47003]);
const minuteQuota = 45011;

function refusedBy({ code, reaction }: WechatError): Delivered {
  const reason = String(code);
  if (code === noConsent) return { is: 'skipped', reason: 'no_consent', consent: 'gone' };
  if (unreachable.has(code)) return { is: 'skipped', reason: 'unreachable', consent: 'gone' };
  if (reaction === 'human' || alike.has(code)) return { is: 'refused', reason };
  if (reaction === 'wait') return { is: 'limit', reason, until: code === minuteQuota ? 'minute' : 'day' };
  // the token, which the client renewed once already
  if (reaction === 'token' || reaction === 'retry') return { is: 'not_sent', reason };
  return { is: 'skipped', reason, consent: 'back' };
}
