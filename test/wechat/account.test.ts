import { describe, expect, test } from '@jest/globals';
import { createAccountCalls } from '../../wechat/account.js';
import { createMenu } from '../../wechat/menu.js';
import { bodyOf, createPlatform, ok, refusal, type Scripted } from './platform.js';

const setUp = (...script: Scripted[]) => {
  const platform = createPlatform();
  platform.script = script;
  return { platform, account: createAccountCalls(platform.api) };
};

describe('the account', () => {
  test('its token is renewed in the last minutes before its end, so that no call waits for one', async () => {
    const { account, platform } = setUp(ok);
    for (const minutes of [0, 60, 114, 118]) {
      platform.now = 1_700_000_000_000 + minutes * 60_000;
      await account.renewToken();
      await account.renewToken();
    }
    expect([platform.tokens, platform.asked]).toEqual([2, []]);
    platform.now += 2 * 3_600_000;
    platform.tokenScript = [refusal(40164)];
    await expect(account.renewToken()).rejects.toMatchObject({ code: 40164 });
  });

  test('a quota is what is left of the day, and null where the platform does not count', async () => {
    const { account, platform } = setUp({ ...ok, quota: { daily_limit: 10, used: 8, remain: 2 } });
    expect(await account.quota('/cgi-bin/menu/create')).toEqual({ limit: 10, left: 2 });
    expect(bodyOf(platform)).toEqual({ cgi_path: '/cgi-bin/menu/create' });
    platform.script = [refusal(76021)];
    expect(await account.quota('/cgi-bin/x')).toBeNull();
  });

  test('the callback is as bad as its worst network, and null if no address is entered', async () => {
    const ping = (loss: string) => ({ ip: '1.2.3.4', package_loss: loss, time: '1ms' });
    const { account, platform } = setUp({ dns: [], ping: [ping('0%'), ping('40%')] });
    expect(await account.pingCallback()).toBeCloseTo(0.4);
    platform.script = [{ ping: [ping('?')] }];
    expect(await account.pingCallback()).toBe(1);
    platform.script = [refusal(40201)];
    expect(await account.pingCallback()).toBeNull();
  });

  test('the addresses that the platform calls from', async () => {
    const { account, platform } = setUp({ ip_list: ['101.226.103.0/25', '1.2.3.4'] });
    expect(await account.callbackAddresses()).toEqual(['101.226.103.0/25', '1.2.3.4']);
    platform.script = [ok];
    expect(await account.callbackAddresses()).toEqual([]);
  });

  test('a form tells its fields', async () => {
    const content = '活动{{thing1.DATA}}\n时间:{{time2.DATA}}\n';
    const { account } = setUp({ ...ok, data: [{ priTmplId: 'T', title: '提醒', content, type: 2 }] });
    expect(await account.templates()).toEqual([{ id: 'T', title: '提醒', fields: ['thing1', 'time2'] }]);
  });

  test('a menu made by hand is read without its extra wrapping; one that is off is null', async () => {
    const { platform } = setUp({
      is_menu_open: 1,
      selfmenu_info: {
        button: [
          { name: 'a', type: 'view', url: 'https://a.test/' },
          { name: 'b', sub_button: { list: [{ name: 'c', type: 'text', value: 'x' }] } },
        ],
      },
    });
    const menu = createMenu(platform.api);
    expect(await menu.shown()).toEqual([
      { name: 'a', type: 'view', url: 'https://a.test/', sub_button: [] },
      { name: 'b', sub_button: [{ name: 'c', type: 'text', value: 'x' }] },
    ]);
    platform.script = [{ is_menu_open: 0 }];
    expect(await menu.shown()).toBeNull();
  });
});
