/** The account's menu: at most three buttons with at most five below each. */
import { type Api } from './api.js';
import { type Json, type JsonObject, objectOf, objectsOf } from './json.js';

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
  /** The buttons as the platform has them, with fields we do not know; null if there is no menu. */
  get(): Promise<readonly JsonObject[] | null>;
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
    async remove() {
      await api.json({ path: '/cgi-bin/menu/delete', repeatable: true });
    },
  };
}
