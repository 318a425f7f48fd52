/** The account's menu: at most three buttons with at most five below each. */
import { type Api } from './api.js';
import { type Json, type JsonObject, numberOf, objectOf, objectsOf } from './json.js';

export type Button =
  | { readonly type: 'click'; readonly name: string; readonly key: string }
  | { readonly type: 'view'; readonly name: string; readonly url: string }
  | {
      readonly type: 'miniprogram';
      readonly name: string;
      readonly url: string;
      readonly appid: string;
      readonly pagepath: string;
    }
  | { readonly name: string; readonly sub_button: readonly Exclude<Button, { sub_button: unknown }>[] };

export interface Menu {
  /** Replaces the whole menu; phones show it within about five minutes. @throws WechatError 400xx, 45064, 65316 */
  create(buttons: readonly (Button | JsonObject)[]): Promise<void>;
  /** The buttons as they were made by this interface, with fields we do not know; null if there are none. */
  get(): Promise<readonly JsonObject[] | null>;
  /** What phones show, also if it was made by hand in the back office; null if the menu is switched off. */
  shown(): Promise<readonly JsonObject[] | null>;
  remove(): Promise<void>;
}

const noMenu = 46003;

export function createMenu(api: Api): Menu {
  return {
    async create(buttons) {
      await api.json({ path: '/cgi-bin/menu/create', json: { button: buttons }, repeatable: true });
    },
    async get() {
      const json = await api.json({ path: '/cgi-bin/menu/get', repeatable: true, accept: [noMenu] });
      const menu: Json | undefined = json['menu'];
      return menu === undefined ? null : objectsOf(objectOf(json, 'menu'), 'button');
    },
    async shown() {
      const json = await api.json({ path: '/cgi-bin/get_current_selfmenu_info', repeatable: true });
      if (numberOf(json, 'is_menu_open', 0) === 0) return null;
      // one level of wrapping more than everywhere else
      return objectsOf(objectOf(json, 'selfmenu_info'), 'button').map((button) => ({
        ...button,
        sub_button: objectsOf(objectOf(button, 'sub_button'), 'list'),
      }));
    },
    async remove() {
      await api.json({ path: '/cgi-bin/menu/delete', repeatable: true });
    },
  };
}
