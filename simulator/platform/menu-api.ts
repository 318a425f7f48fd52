import { type Apis, type Call, jsonOf, ok } from './api.js';
import { PlatformError } from './errors.js';
import { type Button, checkMenu, defaultMenu } from './menu.js';

/** The account's menu, and what the phone page shows of it. */
export interface MenuState {
  buttons: readonly Button[];
}

export const createMenuState = (): MenuState => ({ buttons: defaultMenu });

export function menuApi(menu: MenuState): Apis {
  /** A subscription account has a menu by this way only if it is certified. */
  const allowed = ({ client: { account } }: Call): void => {
    if (account.kind === 'subscription' && !account.certified) throw new PlatformError(48001);
  };
  return {
    '/cgi-bin/menu/create': {
      method: 'POST',
      token: 'official-account',
      run: (call) => {
        allowed(call);
        menu.buttons = checkMenu(jsonOf(call));
        return ok;
      },
    },
    '/cgi-bin/menu/get': {
      method: 'GET',
      token: 'official-account',
      run: (call) => {
        allowed(call);
        if (menu.buttons.length === 0) throw new PlatformError(46003);
        return { menu: { button: menu.buttons, menuid: 208_396_938 } };
      },
    },
    '/cgi-bin/menu/delete': {
      method: 'GET',
      token: 'official-account',
      run: (call) => {
        allowed(call);
        menu.buttons = [];
        return ok;
      },
    },
    '/cgi-bin/get_current_selfmenu_info': {
      method: 'GET',
      token: 'official-account',
      run: () => ({
        is_menu_open: menu.buttons.length === 0 ? 0 : 1,
        selfmenu_info: {
          button: menu.buttons.map((button) => ({ ...button, sub_button: { list: button['sub_button'] } })),
        },
      }),
    },
  };
}
