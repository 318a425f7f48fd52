import { type Codes } from '../state/codes.js';
import { type Apis, type Platform } from './api.js';
import { PlatformError } from './errors.js';

/** The mini-program's login: reference 11.1. The session key is new each time. */
export function loginApi({ random, miniProgram }: Platform, codes: Codes): Apis {
  return {
    '/sns/jscode2session': {
      method: 'GET',
      token: 'none',
      run: ({ query }) => {
        const { appid, secret } = miniProgram.account;
        if (!query.get('appid')) throw new PlatformError(41002);
        if (query.get('appid') !== appid) throw new PlatformError(40013);
        if (!query.get('secret')) throw new PlatformError(41004);
        if (query.get('secret') !== secret) throw new PlatformError(40125);
        if (query.get('grant_type') !== 'authorization_code') throw new PlatformError(40002);
        const code = query.get('js_code') ?? '';
        if (code === '') throw new PlatformError(41008);
        const spent = codes.spend(code);
        if ('refused' in spent) throw new PlatformError(spent.refused);
        return { openid: spent.openid, session_key: Buffer.from(random(16)).toString('base64') };
      },
    },
  };
}
