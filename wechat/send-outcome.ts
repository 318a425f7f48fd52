/** The outcome of a send that has no idempotency key: it is never repeated once it may have arrived. */
import { type Api, type Call } from './api.js';
import { NoAnswerError, WechatError } from './errors.js';
import { stringOf } from './json.js';

export type SendOutcome =
  /** `id`: the platform's, '' where it gives none */
  | { readonly outcome: 'sent'; readonly id: string }
  /** refused; `error.reaction` says what to do */
  | { readonly outcome: 'refused'; readonly error: WechatError }
  /** certainly never reached the platform */
  | { readonly outcome: 'not-sent'; readonly error: NoAnswerError }
  /** may have arrived: to be listed for a person to decide, not to be guessed */
  | { readonly outcome: 'in-doubt'; readonly error: NoAnswerError | WechatError };

/** Sends once. @throws only what is no answer of the platform to this send, such as the token store's errors */
export async function send(api: Api, call: Omit<Call, 'repeatable'>): Promise<SendOutcome> {
  try {
    const json = await api.json({ ...call, repeatable: false });
    return { outcome: 'sent', id: stringOf(json, 'msgid') };
  } catch (error) {
    const ofToken =
      (error instanceof WechatError || error instanceof NoAnswerError) && error.api !== call.path;
    if (error instanceof NoAnswerError)
      return { outcome: error.arrived === 'no' || ofToken ? 'not-sent' : 'in-doubt', error };
    if (!(error instanceof WechatError)) throw error;
    // "busy" does not say whether the message went out before
    return { outcome: error.reaction === 'retry' && !ofToken ? 'in-doubt' : 'refused', error };
  }
}
