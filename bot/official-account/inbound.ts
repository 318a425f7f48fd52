/** The platform's messages and events, made plain. Names and cases as in its pages "standard messages" and "events". */
import { hash } from 'node:crypto';
import { type Fields, textOf } from '../../wechat/xml.js';
import { type ChannelEvent } from '../dialogue/channel-event.js';
import { type Media, type MenuKey } from '../dialogue/types.js';

export type Said = ChannelEvent | { readonly e: 'text'; readonly text: string };

export interface Heard {
  /** dedupe key: MsgId, for events a hash of who, when and what */
  readonly id: string;
  readonly openid: string;
  /** seconds */
  readonly at: number;
  readonly said: Said;
}

/** What a person did, or null for what needs no turn (reports of sends, opened links, positions) and what nobody sent. */
export function hear(fields: Fields, nowSeconds: number): Heard | null {
  const openid = textOf(fields, 'FromUserName') ?? '';
  const type = textOf(fields, 'MsgType') ?? '';
  if (openid === '' || type === '') return null;
  const said = type === 'event' ? happened(fields) : sent(type, fields);
  if (said === null) return null;
  const created = textOf(fields, 'CreateTime') ?? '';
  const at = /^\d{1,10}$/.test(created) ? Number(created) : nowSeconds;
  return { id: keyOf(fields, openid, type, created), openid, at, said };
}

function sent(type: string, fields: Fields): Said {
  switch (type) {
    case 'text':
      return text(fields);
    case 'image':
    case 'voice':
    case 'video':
      return file(type, fields);
    case 'shortvideo':
      return file('video', fields);
    case 'location':
      return place(fields);
    default: // links, stickers, files, cards and what the platform adds one day
      return { e: 'other' };
  }
}

function text(fields: Fields): Said {
  const words = textOf(fields, 'Content') ?? '';
  if (words === '') return { e: 'other' };
  const tap = textOf(fields, 'bizmsgmenuid') ?? '';
  return tap === '' ? { e: 'text', text: words } : { e: 'tap', text: words, tap };
}

function file(media: Media, fields: Fields): Said {
  const ref = textOf(fields, 'MediaId') ?? '';
  if (ref === '') return { e: 'other' };
  const transcript = textOf(fields, 'Recognition') ?? '';
  return { e: 'file', media, ref, ...(transcript === '' ? {} : { transcript }) };
}

function place(fields: Fields): Said {
  const [lat, lng] = [coordinate(fields, 'Location_X', 90), coordinate(fields, 'Location_Y', 180)];
  if (lat === null || lng === null) return { e: 'other' };
  return { e: 'place', words: textOf(fields, 'Label') ?? '', lat, lng };
}

function coordinate(fields: Fields, name: string, most: number): number | null {
  const words = textOf(fields, name) ?? '';
  const value = Number(words);
  return words.trim() !== '' && Math.abs(value) <= most ? value : null;
}

const menuKeys: readonly MenuKey[] = ['report', 'check', 'learn'];

function happened(fields: Fields): Said | null {
  switch ((textOf(fields, 'Event') ?? '').toLowerCase()) {
    case 'subscribe':
    case 'scan': // a follower who scans our poster wants to be greeted, too
      return { e: 'follow' };
    case 'unsubscribe':
    case 'user_authorization_revoke':
      return { e: 'leave' };
    case 'click': {
      const key = menuKeys.find((one) => one === textOf(fields, 'EventKey'));
      return key === undefined ? { e: 'other' } : { e: 'menu', key };
    }
    default:
      return null;
  }
}

function keyOf(fields: Fields, openid: string, type: string, created: string): string {
  const id = textOf(fields, 'MsgId') ?? '';
  if (type !== 'event' && /^\d{1,20}$/.test(id)) return id;
  const what = [openid, created, textOf(fields, 'Event') ?? type, textOf(fields, 'EventKey') ?? id];
  return hash('sha256', JSON.stringify(what), 'base64url').slice(0, 22);
}
