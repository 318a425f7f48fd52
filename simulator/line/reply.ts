import { createCipher } from '../../wechat/aes.js';
import { sameSignature, sign } from '../../wechat/signature.js';
import { type Account } from '../account.js';
import { type Shown } from '../state/shown.js';
import { type Node, parseXml } from './strict-xml.js';
import { visibleText } from './visible-text.js';

/** What the line answered, judged as the platform judges it. */
export type Verdict =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'handed-over' }
  | { readonly kind: 'message'; readonly shown: Shown }
  | { readonly kind: 'malformed'; readonly why: string };

export interface Asked {
  readonly account: Account;
  readonly openid: string;
  /** eight articles may answer an event, one a message; the rest is dropped without a word */
  readonly articles: 1 | 8;
  readonly knowsMedia: (id: string) => boolean;
}

/** Longest text of a passive reply, in bytes of UTF-8. */
export const textLimit = 2048;

/** Reads an answer (status 200) by the rules of reference section 7 and 13.3. Never throws. */
export function readReply(body: string, asked: Asked): Verdict {
  if (body === '' || body === 'success') return { kind: 'nothing' };
  try {
    return judge(openReply(parse(body), asked.account), asked);
  } catch (error) {
    return { kind: 'malformed', why: error instanceof Refusal ? error.message : 'unreadable' };
  }
}

class Refusal extends Error {}

function parse(xml: string): ReadonlyMap<string, Node> {
  let root: Node;
  try {
    root = parseXml(xml);
  } catch (error) {
    throw new Refusal(error instanceof Error ? `XML: ${error.message}` : 'XML');
  }
  if (root.name !== 'xml') throw new Refusal('the root is not <xml>');
  return fieldsOf(root);
}

function fieldsOf(node: Node): ReadonlyMap<string, Node> {
  const fields = new Map(node.children.map((child) => [child.name, child]));
  if (fields.size !== node.children.length) throw new Refusal(`a field of <${node.name}> twice`);
  return fields;
}

function text(fields: ReadonlyMap<string, Node>, field: string): string {
  const node = fields.get(field);
  if (node === undefined || node.children.length > 0) throw new Refusal(`${field} is missing`);
  return node.text;
}

const optional = (fields: ReadonlyMap<string, Node>, field: string): string => fields.get(field)?.text ?? '';

function openReply(fields: ReadonlyMap<string, Node>, account: Account): ReadonlyMap<string, Node> {
  if (!fields.has('Encrypt')) {
    if (account.mode === 'safe') throw new Refusal('a plain answer in safe mode');
    return fields;
  }
  if (account.mode === 'plain') throw new Refusal('an encrypted answer in plain mode');
  const encrypted = text(fields, 'Encrypt');
  const timestamp = text(fields, 'TimeStamp');
  if (!/^\d{1,12}$/.test(timestamp)) throw new Refusal('TimeStamp is not a number of seconds');
  const expected = sign(account.token, timestamp, text(fields, 'Nonce'), encrypted);
  if (!sameSignature(expected, text(fields, 'MsgSignature'))) throw new Refusal('MsgSignature is wrong');
  const opened = createCipher(account.aesKey, account.appid).decrypt(encrypted);
  if (opened === null) throw new Refusal('the ciphertext does not open');
  return parse(opened);
}

function judge(fields: ReadonlyMap<string, Node>, asked: Asked): Verdict {
  if (text(fields, 'ToUserName') !== asked.openid) throw new Refusal('ToUserName is not the person');
  if (text(fields, 'FromUserName') !== asked.account.originalId)
    throw new Refusal('FromUserName is not the account');
  if (!/^\d{10}$/.test(text(fields, 'CreateTime'))) throw new Refusal('CreateTime is not in seconds');
  const type = text(fields, 'MsgType');
  if (type === 'transfer_customer_service') return { kind: 'handed-over' };
  const shown = shownBy(type, fields, asked);
  if (shown === null) throw new Refusal('MsgType is not one of a passive reply');
  return { kind: 'message', shown };
}

function shownBy(type: string, fields: ReadonlyMap<string, Node>, asked: Asked): Shown | null {
  const part = (name: string): ReadonlyMap<string, Node> => {
    const node = fields.get(name);
    if (node === undefined) throw new Refusal(`${name} is missing`);
    return fieldsOf(node);
  };
  const media = (within: ReadonlyMap<string, Node>, name = 'MediaId'): string => {
    const id = text(within, name);
    if (!asked.knowsMedia(id)) throw new Refusal(`${name} is unknown or expired`);
    return id;
  };
  switch (type) {
    case 'text': {
      const content = text(fields, 'Content');
      if (content === '') throw new Refusal('Content is empty');
      if (Buffer.byteLength(content) > textLimit) throw new Refusal(`Content is over ${textLimit} bytes`);
      return { type: 'text', ...visibleText(content) };
    }
    case 'image':
      return { type: 'image', mediaId: media(part('Image')) };
    case 'voice':
      return { type: 'voice', mediaId: media(part('Voice')) };
    case 'video': {
      const video = part('Video');
      const words = { title: optional(video, 'Title'), description: optional(video, 'Description') };
      return { type: 'video', mediaId: media(video), ...words };
    }
    case 'music': {
      const music = part('Music');
      return {
        type: 'music',
        title: optional(music, 'Title'),
        description: optional(music, 'Description'),
        url: optional(music, 'MusicUrl'),
        thumbMediaId: media(music, 'ThumbMediaId'),
      };
    }
    case 'news':
      return news(fields, asked.articles);
    default:
      return null;
  }
}

function news(fields: ReadonlyMap<string, Node>, most: number): Shown {
  const items = fields.get('Articles')?.children ?? [];
  if (items.length === 0 || items.some((item) => item.name !== 'item'))
    throw new Refusal('Articles holds no items');
  if (text(fields, 'ArticleCount') !== String(items.length))
    throw new Refusal('ArticleCount is not the number of items');
  const articles = items.slice(0, most).map((item) => {
    const parts = fieldsOf(item);
    return {
      title: text(parts, 'Title'),
      description: optional(parts, 'Description'),
      picUrl: optional(parts, 'PicUrl'),
      url: text(parts, 'Url'),
    };
  });
  return { type: 'news', articles };
}
