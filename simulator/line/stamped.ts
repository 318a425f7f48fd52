import { createCipher } from '../../wechat/aes.js';
import { sealPush, signedQuery } from '../../wechat/envelope.js';
import { buildXml, type WritableFields } from '../../wechat/xml.js';
import { type Account } from '../account.js';
import { digits, letters, type Random } from '../state/chance.js';
import { toJson } from './inbound.js';

export type Format = 'xml' | 'json';

export interface Stamped {
  readonly url: URL;
  readonly body: string;
  /** the key that the answer has to come back under */
  readonly aesKey: string;
}

export interface Twist {
  readonly wrongSignature: boolean;
  readonly oldKey: boolean;
}

/** One attempt at a push: the same message under a fresh timestamp, nonce and signature. */
export function stamped(
  message: WritableFields,
  openid: string,
  to: { readonly account: Account; readonly callbackUrl: string; readonly format: Format },
  seconds: number,
  random: Random,
  twist: Twist,
): Stamped {
  const { account, format } = to;
  const stamp = { token: account.token, timestamp: String(seconds), nonce: digits(random, 9) };
  const aesKey = twist.oldKey ? (account.aesKeyPrevious ?? otherKey(random)) : account.aesKey;
  const plain = format === 'xml' ? buildXml(message) : toJson(message);
  const { body, query } =
    account.mode === 'plain'
      ? { body: plain, query: signedQuery(stamp) }
      : sealPush(
          plain,
          createCipher(aesKey, account.appid),
          stamp,
          random(16),
          account.originalId,
          format,
          account.mode === 'compatible' ? message : {},
        );
  const url = new URL(to.callbackUrl);
  const signatures = twist.wrongSignature ? mangled(query) : query;
  for (const [name, value] of Object.entries({ ...signatures, openid })) url.searchParams.set(name, value);
  return { url, body, aesKey };
}

const otherKey = (random: Random): string => letters(random, 43).replace(/[-_]/g, 'x');

function mangled(query: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, name.endsWith('signature') ? '0'.repeat(40) : value]),
  );
}
