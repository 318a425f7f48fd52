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
  /** what the poster leads to that brought a new follower here: heard as if they had done it next */
  readonly then?: Said;
}

/** Where a poster's scene leads; null for a scene that is none of ours. */
export type Opening = (scene: string) => Said | null;

/** What a person did, or null for what needs no turn (reports of sends, opened links, positions) and what nobody sent. */
export function hear(fields: Fields, nowSeconds: number, opening: Opening = () => null): Heard | null {
  const openid = personOf(fields);
  const type = textOf(fields, 'MsgType') ?? '';
  if (openid === '' || type === '') return null;
  const heard = type === 'event' ? happened(fields, opening) : { said: sent(type, fields) };
  if (heard === null) return null;
  const created = textOf(fields, 'CreateTime') ?? '';
  const at = /^\d{1,10}$/.test(created) ? Number(created) : nowSeconds;
  return { id: keyOf(fields, openid, type, created), openid, at, ...heard };
}

/** Who it is about: a taken-back authorization is pushed in the name of the platform and names the person inside. */
function personOf(fields: Fields): string {
  const from = textOf(fields, 'FromUserName') ?? '';
  return isEvent(fields, 'user_authorization_revoke') ? (textOf(fields, 'OpenID') ?? from) : from;
}

const isEvent = (fields: Fields, event: string): boolean =>
  (textOf(fields, 'Event') ?? '').toLowerCase() === event;

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

/** With this before it, the scene of a poster that made somebody follow; without, of one that a follower scanned. */
const followPrefix = 'qrscene_';

/** The scene of the code that was scanned, by a follower or by somebody whom it made follow; null: none was. */
export function sceneOf(fields: Fields): string | null {
  const key = textOf(fields, 'EventKey') ?? '';
  if (textOf(fields, 'MsgType') !== 'event') return null;
  if (isEvent(fields, 'scan')) return key;
  return isEvent(fields, 'subscribe') && key.startsWith(followPrefix) ? key.slice(followPrefix.length) : null;
}

function happened(fields: Fields, opening: Opening): Pick<Heard, 'said' | 'then'> | null {
  const scene = sceneOf(fields);
  const leads = scene === null ? null : opening(scene);
  switch ((textOf(fields, 'Event') ?? '').toLowerCase()) {
    case 'subscribe':
      return { said: { e: 'follow' }, ...(leads === null ? {} : { then: leads }) };
    case 'scan': // a follower who scans a poster that leads nowhere wants to be greeted, too
      return { said: leads ?? { e: 'follow' } };
    case 'unsubscribe':
    case 'user_authorization_revoke':
      return { said: { e: 'leave' } };
    case 'click': {
      const key = textOf(fields, 'EventKey');
      const chosen = menuKeys.find((one) => one === key);
      return { said: chosen === undefined ? { e: 'other' } : { e: 'menu', key: chosen } };
    }
    default:
      return null;
  }
}

/**
 * The dedupe key, made from the person and the platform's id together: it has given one MsgId to several people at once.
 * Events have no MsgId; what tells them apart is when they were made and what they are about.
 */
function keyOf(fields: Fields, openid: string, type: string, created: string): string {
  const id = textOf(fields, 'MsgId') ?? '';
  const what =
    type !== 'event' && /^\d{1,20}$/.test(id)
      ? [openid, id]
      : [openid, created, textOf(fields, 'Event') ?? type, textOf(fields, 'EventKey') ?? id];
  return hash('sha256', JSON.stringify(what), 'base64url').slice(0, 22);
}
