import { type Quotas } from '../state/quotas.js';
import { type Apis, jsonOf, ok, type Platform, str } from './api.js';
import { PlatformError } from './errors.js';

/** Quotas, the platform's addresses, and its look at the callback: reference sections 2 and 9. */
export function accountApi({ officialAccount }: Platform, quotas: Quotas): Apis {
  const clear = (): typeof ok => {
    if (!quotas.clear()) throw new PlatformError(48006);
    return ok;
  };
  const addresses = { method: 'GET', token: 'either', run: () => ({ ip_list: ['127.0.0.1'] }) } as const;
  return {
    '/cgi-bin/openapi/quota/get': {
      method: 'POST',
      token: 'either',
      run: (call) => {
        const quota = quotas.of(str(jsonOf(call), 'cgi_path'));
        if (quota === null) throw new PlatformError(76021);
        return { ...ok, quota };
      },
    },
    '/cgi-bin/clear_quota': {
      method: 'POST',
      token: 'either',
      run: (call) => {
        if (str(jsonOf(call), 'appid') !== call.client.account.appid) throw new PlatformError(40013);
        return clear();
      },
    },
    '/cgi-bin/clear_quota/v2': {
      method: 'POST',
      token: 'none',
      run: (call) => {
        const body = jsonOf(call);
        if (str(body, 'appid') !== officialAccount.account.appid) throw new PlatformError(40013);
        if (str(body, 'appsecret') !== officialAccount.account.secret) throw new PlatformError(40125);
        return clear();
      },
    },
    '/cgi-bin/getcallbackip': addresses,
    '/cgi-bin/get_api_domain_ip': addresses,
    '/cgi-bin/callback/check': {
      method: 'POST',
      token: 'official-account',
      run: (call) => {
        jsonOf(call);
        return {
          dns: [{ ip: '127.0.0.1', real_operator: 'UNICOM' }],
          ping: [{ ip: '127.0.0.1', from_operator: 'UNICOM', package_loss: '0%', time: '0.1ms' }],
        };
      },
    },
  };
}
