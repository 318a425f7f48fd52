/** Mass sends: one article or text to all followers, or to those with a tag. */
import { type Api } from './api.js';
import { numberOf, stringOf } from './json.js';
import { type Fields, textOf } from './xml.js';

export type MassContent = { readonly draftMediaId: string } | { readonly text: string };

export interface MassSent {
  /** 64 bit, so a string */
  readonly msgId: string;
  /** names what is sent in the reading figures; '' where the platform leaves it out */
  readonly dataId: string;
  /** the platform had this key already: it was sent before, and was not sent again */
  readonly repeated: boolean;
}

export type MassStatus = 'sent' | 'sending' | 'failed' | 'deleted';

export interface Mass {
  /**
   * `key`: at most 64 bytes, names this send for 24 hours; the same key never sends twice. A call whose answer was lost is
   * the caller's to repeat, after the minute in which the key is refused: so a refusal is always of the first try.
   * `tag`: null for all followers. @throws WechatError 45028 (no quota left), 45066 (the key was used in the last
   * minute: call again after it), 48003; NoAnswerError
   */
  sendAll(content: MassContent, tag: number | null, key: string): Promise<MassSent>;
  /** Shows a draft to one follower, who sees it as it will be; changes no quota of sends. */
  preview(draftMediaId: string, openid: string): Promise<void>;
  status(msgId: string): Promise<MassStatus>;
  /** Takes a sent article back, for what that is worth. */
  remove(msgId: string): Promise<void>;
}

const alreadySent = 45065;
const statuses: Readonly<Record<string, MassStatus>> = {
  SEND_SUCCESS: 'sent',
  SENDING: 'sending',
  DELETE: 'deleted',
};

export function createMass(api: Api): Mass {
  return {
    async sendAll(content, tag, key) {
      const filter = tag === null ? { is_to_all: true } : { is_to_all: false, tag_id: tag };
      const message =
        'text' in content
          ? { msgtype: 'text', text: { content: content.text } }
          : { msgtype: 'mpnews', mpnews: { media_id: content.draftMediaId }, send_ignore_reprint: 0 };
      const path = '/cgi-bin/message/mass/sendall';
      const json = { filter, ...message, clientmsgid: key };
      const answer = await api.json({ path, json, repeatable: false, accept: [alreadySent] });
      return {
        ...{ msgId: stringOf(answer, 'msg_id'), dataId: stringOf(answer, 'msg_data_id') },
        repeated: numberOf(answer, 'errcode', 0) === alreadySent,
      };
    },
    async preview(draftMediaId, openid) {
      const json = { touser: openid, msgtype: 'mpnews', mpnews: { media_id: draftMediaId } };
      await api.json({ path: '/cgi-bin/message/mass/preview', json, repeatable: false });
    },
    async status(msgId) {
      const json = { msg_id: msgId };
      const answer = await api.json({ path: '/cgi-bin/message/mass/get', json, repeatable: true });
      return statuses[stringOf(answer, 'msg_status')] ?? 'failed';
    },
    async remove(msgId) {
      await api.json({ path: '/cgi-bin/message/mass/delete', json: { msg_id: msgId }, repeatable: true });
    },
  };
}

/** What the platform tells when a mass send is through. */
export interface MassResult {
  /** as `MassSent.msgId` */
  readonly msgId: string;
  readonly sent: boolean;
  /** why not: `admin_refused`, `admin_silent`, the platform's number, or `failed` */
  readonly reason: string | null;
  /** people: meant, and reached */
  readonly total: number;
  readonly reached: number;
}

/** Of the reasons for which a mass send failed, the two that are an administrator's. */
const byAdministrators: Readonly<Record<string, string>> = {
  '40001': 'admin_refused',
  '40002': 'admin_silent',
};

/** The result in a push; null: it is about something else. */
export function massResultOf(fields: Fields): MassResult | null {
  if ((textOf(fields, 'Event') ?? '').toLowerCase() !== 'masssendjobfinish') return null;
  const status = textOf(fields, 'Status') ?? '';
  const code = /^err\((\d{1,9})\)$/.exec(status)?.[1];
  const sent = status === 'send success';
  const count = (name: string): number => {
    const value = textOf(fields, name) ?? '';
    return /^\d{1,15}$/.test(value) ? Number(value) : 0;
  };
  return {
    msgId: textOf(fields, 'MsgID') ?? '',
    sent,
    reason: sent ? null : code === undefined ? 'failed' : (byAdministrators[code] ?? code),
    ...{ total: count('TotalCount'), reached: count('SentCount') },
  };
}
