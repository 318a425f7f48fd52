import { type Apis, jsonOf, ok, type Platform, str } from './api.js';
import { customMessage } from './custom-message.js';
import { PlatformError } from './errors.js';

/** What a mini-program may send of what is here. */
const ofMiniPrograms = ['text', 'image', 'miniprogrampage'];

/** Customer messages: reference 10.2. */
export function customApi(platform: Platform): Apis {
  const { users, clock } = platform;
  const typing = new Map<string, number>();
  return {
    '/cgi-bin/message/custom/send': {
      method: 'POST',
      token: 'either',
      certified: true,
      run: (call) => {
        const body = jsonOf(call);
        const user = users.get(str(body, 'touser'));
        if (user === undefined) throw new PlatformError(40003);
        if (!user.following) throw new PlatformError(43004);
        if (call.client === platform.miniProgram && !ofMiniPrograms.includes(str(body, 'msgtype')))
          throw new PlatformError(40008);
        const shown = customMessage(body, platform);
        const refused = users.spend(user);
        if (refused !== null) throw new PlatformError(refused);
        typing.delete(user.openid);
        users.show(user, 'custom', shown);
        return ok;
      },
    },
    '/cgi-bin/message/custom/typing': {
      method: 'POST',
      token: 'either',
      certified: true,
      run: (call) => {
        const body = jsonOf(call);
        const user = users.get(str(body, 'touser'));
        if (user === undefined) throw new PlatformError(40003);
        const command = str(body, 'command');
        if (command !== 'Typing' && command !== 'CancelTyping') throw new PlatformError(45072);
        if (user.allowances.every((a) => a.expiresAt <= clock.now())) throw new PlatformError(45080);
        const until = typing.get(user.openid) ?? 0;
        if (command === 'Typing' && until > clock.now()) throw new PlatformError(45081);
        for (const [openid, ends] of typing)
          if (ends <= clock.now() || openid === user.openid) typing.delete(openid);
        if (command === 'Typing') typing.set(user.openid, clock.now() + 5000);
        return ok;
      },
    },
  };
}
