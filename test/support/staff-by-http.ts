/** Staff of a running line who joined without a browser: for what is about something else than joining. */
import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Role } from '../../domain/access.js';
import { fromHex, toBase64url } from '../../vault/bytes.js';
import { createArgon2Pool } from '../../vault/node/argon2.js';
import { createSodium } from '../../vault/node/sodium.js';
import { authOf, staffMaster } from '../../vault/staff.js';

export interface Joined {
  readonly name: string;
  readonly passphrase: string;
  readonly recovery: string;
  /** 32 letters of base32 */
  readonly totp: string;
  /** of the session that began when they joined: `name=value` */
  readonly cookie: string;
}

const sodium = createSodium(createArgon2Pool());

/**
 * Answers the first link in a text, which may be all that a line printed. The code of this half minute is used up; the one
 * of the next is good for signing in.
 */
export async function joinByHttp(consoleUrl: string, link: string, name: string): Promise<Joined> {
  const { lineId } = (await (await fetch(`${consoleUrl}/api/line`)).json()) as { lineId: string };
  const passphrase = [...createHash('sha256').update(name).digest().subarray(0, 6)]
    .map((byte) => `word${String(byte)}`)
    .join(' ');
  const master = await staffMaster(sodium, fromHex(lineId, 16), name, passphrase);
  const secret = new Secret({ size: 20 });
  const recovery = randomBytes(32);
  const answer = await post(consoleUrl, '/api/invitations/accept', {
    ...{ secret: /#\/join\/(\S+)/.exec(link)?.[1], name, auth: toBase64url(authOf(sodium, master)) },
    ...{ totpSecret: secret.base32, recovery: toBase64url(recovery) },
    code: new TOTP({ secret, algorithm: 'SHA1', digits: 6, period: 30 }).generate(),
  });
  const cookie = /^[^;]+/.exec(answer.headers.getSetCookie()[0] ?? '')?.[0] ?? '';
  return { name, passphrase, recovery: recovery.toString('hex'), totp: secret.base32, cookie };
}

/** A link that makes somebody a member of staff. */
export async function inviteByHttp(
  consoleUrl: string,
  { cookie }: Pick<Joined, 'cookie'>,
  roles: readonly Role[],
): Promise<string> {
  const answer = await post(consoleUrl, '/api/invitations', { roles }, cookie);
  return ((await answer.json()) as { link: string }).link;
}

async function post(consoleUrl: string, path: string, body: object, cookie = ''): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: consoleUrl, cookie };
  const answer = await fetch(`${consoleUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (answer.status !== 201) throw new Error(`${path} answered ${String(answer.status)}`);
  return answer;
}
