/** The account itself: what it may still call today, whether the platform reaches us, which notices it has chosen. */
import { type Api } from './api.js';
import { type Json, type JsonObject, numberOf, objectOf, objectsOf, stringOf } from './json.js';

export interface Quota {
  readonly limit: number;
  readonly left: number;
}

/** A form of notice that was chosen in the back office. */
export interface Template {
  readonly id: string;
  readonly title: string;
  /** names of its fields, `thing1` */
  readonly fields: readonly string[];
}

export interface AccountCalls {
  /** Today's calls of an API path; null if the platform does not count them for this account. @throws WechatError */
  quota(path: string): Promise<Quota | null>;
  /**
   * Lets the platform try our callback's address: the share of its pings that were lost (0 to 1, the worst of its
   * networks), or null if no address is entered in the back office.
   */
  pingCallback(): Promise<number | null>;
  /** From where the platform calls back. */
  callbackAddresses(): Promise<readonly string[]>;
  /** Has a token at hand that does not end soon. @throws WechatError, NoAnswerError if there is none to be had */
  renewToken(): Promise<void>;
  /** The notices of the account, Official Account or mini-program. @throws WechatError 48001 if it may have none */
  templates(): Promise<readonly Template[]>;
}

const noSuchPath = 76021;
const noCallback = 40201;

export function createAccountCalls(api: Api): AccountCalls {
  return {
    async quota(cgiPath) {
      const json = await api.json({
        path: '/cgi-bin/openapi/quota/get',
        json: { cgi_path: cgiPath },
        repeatable: true,
        accept: [noSuchPath],
      });
      const quota = objectOf(json, 'quota');
      const limit = numberOf(quota, 'daily_limit', -1);
      return limit < 0 ? null : { limit, left: numberOf(quota, 'remain', 0) };
    },
    async pingCallback() {
      const json = await api.json({
        path: '/cgi-bin/callback/check',
        json: { action: 'all', check_operator: 'DEFAULT' },
        repeatable: true,
        accept: [noCallback],
      });
      if (numberOf(json, 'errcode', 0) === noCallback) return null;
      const lost = objectsOf(json, 'ping').map((ping) => parseFloat(stringOf(ping, 'package_loss')) / 100);
      return lost.reduce((worst, share) => Math.max(worst, Number.isNaN(share) ? 1 : share), 0);
    },
    async callbackAddresses() {
      const json = await api.json({ path: '/cgi-bin/getcallbackip', repeatable: true });
      const list: Json | undefined = json['ip_list'];
      return Array.isArray(list) ? (list as readonly Json[]).map(String) : [];
    },
    renewToken: () => api.renewToken(),
    async templates() {
      const json = await api.json({ path: '/wxaapi/newtmpl/gettemplate', repeatable: true });
      return objectsOf(json, 'data').map(templateOf);
    },
  };
}

/** The form's text names its fields: `活动{{thing1.DATA}}`. */
const templateOf = (json: JsonObject): Template => ({
  id: stringOf(json, 'priTmplId'),
  title: stringOf(json, 'title'),
  fields: [...stringOf(json, 'content').matchAll(/\{\{(\w+)\.DATA\}\}/g)].map(([, field = '']) => field),
});
