/** Customer messages: what may be said after a person acted, outside the passive reply. Certified accounts only. */
import { type Api } from './api.js';
import { WechatError } from './errors.js';
import { send, type SendOutcome } from './send-outcome.js';
import { type Windows } from './windows.js';

export interface To {
  readonly openid: string;
  /** under which their window is known */
  readonly key: string;
}

export interface MenuMessage {
  readonly head: string;
  /** at most four; a tap comes back as text with the item's id */
  readonly items: readonly { readonly id: string; readonly words: string }[];
  readonly tail: string;
}

export interface Custom {
  /** At most 2,048 bytes (45002). */
  text(to: To, text: string): Promise<SendOutcome>;
  image(to: To, mediaId: string): Promise<SendOutcome>;
  /** Taps for those whose client shows them; `head` names the numbers to type for those whose client does not. */
  menu(to: To, menu: MenuMessage): Promise<SendOutcome>;
}

const path = '/cgi-bin/message/custom/send';
const maxItems = 4;
/** response out of time limit · out of response count limit */
const windowClosed = [45015, 45047];

/** A message for which the window is known to be closed is refused here with the platform's code, unsent. */
export function createCustom(api: Api, windows: Windows): Custom {
  async function say(to: To, message: object): Promise<SendOutcome> {
    if (windows.left(to.key) === 0) return { outcome: 'refused', error: new WechatError(45047, path) };
    const sent = await send(api, { path, json: { touser: to.openid, ...message } });
    if (sent.outcome === 'sent' || sent.outcome === 'in-doubt') windows.took(to.key);
    if (sent.outcome === 'refused' && windowClosed.includes(sent.error.code)) windows.closed(to.key);
    return sent;
  }

  return {
    text: (to, content) => say(to, { msgtype: 'text', text: { content } }),
    image: (to, mediaId) => say(to, { msgtype: 'image', image: { media_id: mediaId } }),
    menu: (to, { head, items, tail }) => {
      if (items.length > maxItems) throw new RangeError(`a message carries at most ${maxItems} taps`);
      const list = items.map(({ id, words }) => ({ id, content: words }));
      return say(to, { msgtype: 'msgmenu', msgmenu: { head_content: head, list, tail_content: tail } });
    },
  };
}
