import { type Shown } from '../state/shown.js';
import { textLimit } from '../line/reply.js';
import { visibleText } from '../line/visible-text.js';
import { isJson, type Json, list, obj, type Platform, str } from './api.js';
import { PlatformError } from './errors.js';

/** Reads the content of a customer message by reference 10.2. @throws PlatformError as the platform refuses */
export function customMessage(body: Json, { media }: Platform): Shown {
  const type = str(body, 'msgtype');
  const file = (part: Json, name = 'media_id'): string => {
    const id = str(part, name);
    if (media.get(id) === undefined) throw new PlatformError(40007);
    return id;
  };
  switch (type) {
    case 'text':
      return { type: 'text', ...visibleText(content(str(obj(body, 'text'), 'content'))) };
    case 'image':
    case 'voice':
      return { type, mediaId: file(obj(body, type)) };
    case 'video': {
      const video = obj(body, 'video');
      return {
        type,
        mediaId: file(video),
        title: str(video, 'title'),
        description: str(video, 'description'),
      };
    }
    case 'music': {
      const music = obj(body, 'music');
      return {
        type,
        title: str(music, 'title'),
        description: str(music, 'description'),
        url: str(music, 'musicurl'),
        thumbMediaId: file(music, 'thumb_media_id'),
      };
    }
    case 'news':
      return news(obj(body, 'news'));
    case 'msgmenu':
      return messageMenu(obj(body, 'msgmenu'));
    case 'miniprogrampage': {
      const page = obj(body, 'miniprogrampage');
      file(page, 'thumb_media_id');
      return { type: 'card', title: str(page, 'title'), page: str(page, 'pagepath'), fields: {} };
    }
    default:
      throw new PlatformError(40008);
  }
}

function content(text: string): string {
  if (text === '') throw new PlatformError(44004);
  if (Buffer.byteLength(text) > textLimit) throw new PlatformError(45002);
  return text;
}

/** Characters of an article that is not in the drafts: an old table's (reference 12.1), unconfirmed. */
const newsTitle = 64;
const newsDescription = 120;

function news(body: Json): Shown {
  const articles = list(body, 'articles');
  const [article] = articles;
  if (articles.length !== 1 || !isJson(article)) throw new PlatformError(45008);
  if (str(article, 'title').length > newsTitle) throw new PlatformError(45003);
  if (str(article, 'description').length > newsDescription) throw new PlatformError(45004);
  return {
    type: 'news',
    articles: [
      {
        title: str(article, 'title'),
        description: str(article, 'description'),
        picUrl: str(article, 'picurl'),
        url: str(article, 'url'),
      },
    ],
  };
}

/** How many items a message menu takes is not documented: ten items of 50 characters are refused by nobody. */
function messageMenu(body: Json): Shown {
  const items = list(body, 'list').filter(isJson);
  if (items.length < 1 || items.length > 10) throw new PlatformError(45098);
  let visible = str(body, 'head_content');
  const taps = items.map((item) => {
    const label = content(str(item, 'content'));
    if (label.length > 50) throw new PlatformError(45099);
    if (visible !== '') visible += '\n';
    const tap = { label, send: label, id: String(item['id']), at: visible.length };
    visible += label;
    return tap;
  });
  const tail = str(body, 'tail_content');
  return { type: 'msgmenu', content: tail === '' ? visible : `${visible}\n${tail}`, taps, links: [] };
}
