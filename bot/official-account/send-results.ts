/** What the platform tells later about what this account sent or published. No person is in it. */
import { type Fields, listOf, textOf } from '../../wechat/xml.js';

export interface SendResult {
  readonly event: 'wechat.mass_sent' | 'wechat.published' | 'wechat.notice_refused';
  /** `done`, or why not, in the platform's words or number */
  readonly code: string;
  /** people: meant, reached, not reached */
  readonly found?: number;
  readonly done?: number;
  readonly failed?: number;
}

/** The results in an event; none for events that are about something else, and for notices that arrived. */
export function sendResults(fields: Fields): readonly SendResult[] {
  if (textOf(fields, 'MsgType') !== 'event') return [];
  switch ((textOf(fields, 'Event') ?? '').toLowerCase()) {
    case 'masssendjobfinish':
      return [massSent(fields)];
    case 'publishjobfinish':
      return listOf(fields, 'PublishEventInfo').map((info) => ({
        event: 'wechat.published',
        code:
          textOf(info, 'publish_status') === '0' ? 'done' : word(`status ${textOf(info, 'publish_status')}`),
      }));
    case 'subscribe_msg_sent_event': // in JSON the list stands without the element around it
      return [fields, ...listOf(fields, 'SubscribeMsgSentEvent')]
        .flatMap((sent) => listOf(sent, 'List'))
        .map((sent) => textOf(sent, 'ErrorCode') ?? '')
        .filter((code) => code !== '0')
        .map((code) => ({ event: 'wechat.notice_refused', code: word(`error ${code}`) }));
    default:
      return [];
  }
}

/** Status: `send success`, `send fail`, or `err(10001)` with the reason's number. */
function massSent(fields: Fields): SendResult {
  const status = textOf(fields, 'Status') ?? '';
  return {
    event: 'wechat.mass_sent',
    code: status === 'send success' ? 'done' : word(status),
    found: count(fields, 'TotalCount'),
    done: count(fields, 'SentCount'),
    failed: count(fields, 'ErrorCount'),
  };
}

const count = (fields: Fields, name: string): number => {
  const value = textOf(fields, name) ?? '';
  return /^\d{1,15}$/.test(value) ? Number(value) : 0;
};

/** As a word of a log: small letters, digits, hyphens. */
const word = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40) || 'unknown';
