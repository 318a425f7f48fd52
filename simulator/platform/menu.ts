import { isJson, type Json, list, str } from './api.js';
import { type ErrorCode, PlatformError } from './errors.js';

/** A menu as the account made it. */
export type Button = Json;

/** The menu that stands until the account makes its own. */
export const defaultMenu: readonly Button[] = [
  { type: 'click', name: '我要举报', key: 'report', sub_button: [] },
  { type: 'click', name: '查询进度', key: 'check', sub_button: [] },
  { type: 'click', name: '宣传文章', key: 'learn', sub_button: [] },
];

const keyed = [
  'click',
  'scancode_push',
  'scancode_waitmsg',
  'pic_sysphoto',
  'pic_photo_or_album',
  'pic_weixin',
  'location_select',
];
const others = ['view', 'media_id', 'view_limited', 'article_id', 'article_view_limited', 'miniprogram'];

/** Checks a menu by reference 10.1. @throws PlatformError 40016–40027, 40007, 40013, 53600, 65316 */
export function checkMenu(body: Json): readonly Button[] {
  const buttons = list(body, 'button');
  if (buttons.length < 1 || buttons.length > 3) throw new PlatformError(40016);
  const menu = buttons.map((button): Button => {
    if (!isJson(button)) throw new PlatformError(40016);
    const under = list(button, 'sub_button');
    if (under.length === 0) return { sub_button: [], ...checkButton(button, topLevel) };
    if (under.length > 5) throw new PlatformError(40023);
    checkName(button, topLevel);
    const checked = under.map((sub) => {
      if (!isJson(sub) || list(sub, 'sub_button').length > 0) throw new PlatformError(40023);
      return { sub_button: [], ...checkButton(sub, subLevel) };
    });
    return { name: str(button, 'name'), sub_button: checked };
  });
  if (outsideHosts(menu).size > 3) throw new PlatformError(65316);
  return menu;
}

/** Hosts of the links; three may stand in a menu. */
function outsideHosts(menu: readonly Button[]): ReadonlySet<string> {
  const all = menu.flatMap((button) => [button, ...list(button, 'sub_button').filter(isJson)]);
  const links = all.filter((button) => str(button, 'type') === 'view').map((button) => str(button, 'url'));
  return new Set(links.map((url) => new URL(url).host));
}

interface Level {
  readonly nameBytes: number;
  readonly type: ErrorCode;
  readonly name: ErrorCode;
  readonly key: ErrorCode;
  readonly url: ErrorCode;
}
const topLevel: Level = { nameBytes: 16, type: 40017, name: 40018, key: 40019, url: 40020 };
const subLevel: Level = { nameBytes: 60, type: 40024, name: 40025, key: 40026, url: 40027 };

function checkButton(button: Json, level: Level): Button {
  checkName(button, level);
  const type = str(button, 'type');
  if (!keyed.includes(type) && !others.includes(type)) throw new PlatformError(level.type);
  if (keyed.includes(type)) within(str(button, 'key'), 128, level.key);
  if (type === 'view' || type === 'miniprogram') within(str(button, 'url'), 1024, level.url);
  if (type === 'view' && !/^https?:\/\/[^\s/]/.test(str(button, 'url'))) throw new PlatformError(level.url);
  if (type === 'miniprogram' && str(button, 'appid') === '') throw new PlatformError(40013);
  if (/^(media_id|view_limited)$/.test(type) && str(button, 'media_id') === '')
    throw new PlatformError(40007);
  if (/^article_/.test(type) && str(button, 'article_id') === '') throw new PlatformError(53600);
  return button;
}

function checkName(button: Json, level: Level): void {
  within(str(button, 'name'), level.nameBytes, level.name);
}

function within(value: string, bytes: number, code: ErrorCode): void {
  if (value === '' || Buffer.byteLength(value) > bytes) throw new PlatformError(code);
}
