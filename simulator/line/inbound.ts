import { type WritableFields } from '../../wechat/xml.js';

/** What a person does, as the platform will report it. */
export type Act =
  | { readonly type: 'text'; readonly content: string; readonly menuId?: string }
  | { readonly type: 'image'; readonly mediaId: string; readonly picUrl: string }
  | {
      readonly type: 'voice';
      readonly mediaId: string;
      readonly format: string;
      readonly recognition?: string;
    }
  | {
      readonly type: 'video' | 'shortvideo';
      readonly mediaId: string;
      readonly thumbMediaId: string;
    }
  | {
      readonly type: 'location';
      readonly latitude: number;
      readonly longitude: number;
      readonly label: string;
    }
  | { readonly type: 'link'; readonly title: string; readonly description: string; readonly url: string }
  | { readonly type: 'event'; readonly event: string; readonly fields: WritableFields }
  /** a kind that the account's interface has no words for: a file, a sticker, a card */
  | { readonly type: 'other'; readonly msgType: string; readonly fields: WritableFields };

export interface Header {
  readonly to: string;
  readonly from: string;
  /** seconds since 1970 */
  readonly createTime: number;
  /** 64 bits in decimal; events carry none */
  readonly msgId: string;
}

/** The fields of the pushed XML or JSON, in the platform's order (reference sections 5 and 6). */
export function inboundFields(act: Act, header: Header): WritableFields {
  const head = { ToUserName: header.to, FromUserName: header.from, CreateTime: header.createTime };
  if (act.type === 'event') return { ...head, MsgType: 'event', Event: act.event, ...act.fields };
  return { ...head, ...body(act), MsgId: BigInt(header.msgId), ...tapped(act) };
}

function tapped(act: Act): WritableFields {
  return act.type === 'text' && act.menuId !== undefined ? { bizmsgmenuid: act.menuId } : {};
}

function body(act: Exclude<Act, { type: 'event' }>): WritableFields {
  switch (act.type) {
    case 'text':
      return { MsgType: 'text', Content: act.content };
    case 'image':
      return { MsgType: 'image', PicUrl: act.picUrl, MediaId: act.mediaId };
    case 'voice':
      return {
        MsgType: 'voice',
        MediaId: act.mediaId,
        Format: act.format,
        ...(act.recognition === undefined ? {} : { Recognition: act.recognition }),
      };
    case 'video':
    case 'shortvideo':
      return { MsgType: act.type, MediaId: act.mediaId, ThumbMediaId: act.thumbMediaId };
    case 'location':
      return {
        MsgType: 'location',
        Location_X: act.latitude,
        Location_Y: act.longitude,
        Scale: 15,
        Label: act.label,
      };
    case 'link':
      return { MsgType: 'link', Title: act.title, Description: act.description, Url: act.url };
    case 'other':
      return { MsgType: act.msgType, ...act.fields };
  }
}

/** JSON of the same fields for accounts that chose it: 64-bit ids stand as bare numbers, as the platform writes them. */
export function toJson(value: WritableFields): string {
  return JSON.stringify(value, (_, v: unknown) =>
    typeof v === 'bigint' ? `\u0000${v.toString()}\u0000` : v,
  ).replace(/"\\u0000(\d+)\\u0000"/g, '$1');
}
