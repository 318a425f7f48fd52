import { type Account } from '../account.js';
import { type Apis, type Client, jsonOf, type Platform, str } from './api.js';
import { PlatformError } from './errors.js';

/** Tokens: reference section 8. Checked in the platform's order: appid, secret, address, kind of grant. */
export function tokenApi(platform: Platform): Apis {
  const clientOf = (appid: string, secret: string, address: string): Client => {
    if (appid === '') throw new PlatformError(41002);
    const client = [platform.officialAccount, platform.miniProgram].find((c) => c.account.appid === appid);
    if (client === undefined) throw new PlatformError(40013);
    if (secret === '') throw new PlatformError(41004);
    if (secret !== client.account.secret) throw new PlatformError(40125);
    if (!mayFetch(client.account, address)) throw new PlatformError(40164, address);
    return client;
  };
  const granted = (grant: string): void => {
    if (grant !== 'client_credential') throw new PlatformError(40002);
  };
  return {
    '/cgi-bin/token': {
      method: 'any',
      token: 'none',
      run: ({ query, address }) => {
        const client = clientOf(query.get('appid') ?? '', query.get('secret') ?? '', address);
        granted(query.get('grant_type') ?? '');
        return { ...client.tokens.classic() };
      },
    },
    '/cgi-bin/stable_token': {
      method: 'POST',
      token: 'none',
      run: (call) => {
        const body = jsonOf(call);
        const client = clientOf(str(body, 'appid'), str(body, 'secret'), call.address);
        granted(str(body, 'grant_type'));
        return { ...client.tokens.stable(body['force_refresh'] === true) };
      },
    },
  };
}

const mayFetch = ({ allowList }: Account, address: string): boolean =>
  allowList === undefined || allowList.includes(address);
