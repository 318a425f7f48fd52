/** Says by customer message what a turn had to say too late for its reply: where the account may, once at most. */
import type { SendLater } from '../../bot/official-account/late.js';
import type { OfficialAccountClient } from '../../wechat/client.js';
import type { Log } from '../log/log.js';

const noPermission = 48001;

export function createSendLater(
  { capabilities, custom, windows }: Pick<OfficialAccountClient, 'capabilities' | 'custom' | 'windows'>,
  log: Log,
): SendLater {
  return async ({ openid, handle, act }, text) => {
    if (!(await capabilities.may('customerMessages'))) return false;
    windows.acted(handle, act);
    const sent = await custom.text({ openid, key: handle }, text);
    switch (sent.outcome) {
      case 'sent':
        return true;
      case 'in-doubt':
        // It may have arrived, and there is no key that would keep a second one from being shown.
        log.warn('wechat.in_doubt');
        return true;
      case 'refused':
        log.warn('wechat.late_refused', { code: `error-${String(sent.error.code)}` });
        if (sent.error.code === noPermission) capabilities.refused('customerMessages', noPermission);
        return false;
      case 'not-sent':
        return false;
    }
  };
}
