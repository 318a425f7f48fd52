import { type Agent } from 'node:http';
import { signedQuery } from '../../wechat/envelope.js';
import { type WritableFields } from '../../wechat/xml.js';
import { digits } from '../state/chance.js';
import { type Exchange, post } from './post.js';
import { type Asked, readReply, type Verdict } from './reply.js';
import { type LineSettings } from './settings.js';
import { stamped } from './stamped.js';

/** How one attempt went, as the tester sees it: no word of what was said. */
export interface Attempt {
  readonly ms: number;
  readonly outcome:
    'nothing' | 'message' | 'handed-over' | 'malformed' | 'status' | 'timeout' | 'connection' | 'dropped';
  readonly status?: number;
  /** what is wrong with a malformed answer */
  readonly why?: string;
}

/** An attempt and, if the line's answer counts, what it says. */
export interface Tried {
  readonly attempt: Attempt;
  readonly verdict: Exclude<Verdict, { kind: 'malformed' }> | null;
}

/** One POST to the callback under a stamp of its own, and the judgement of what came back. Never rejects. */
export async function attempt(
  settings: LineSettings,
  agent: Agent,
  message: WritableFields,
  asked: Asked,
): Promise<Tried> {
  const { account, faults, random } = settings;
  const twist = {
    wrongSignature: faults.strikesPush('wrong-signature'),
    oldKey: faults.strikesPush('old-key'),
  };
  const sent = stamped(message, asked.openid, settings, seconds(settings), random, twist);
  const came = await exchange(settings, agent, sent.url, 'POST', sent.body);
  if (came.outcome !== 'answered') return { attempt: came, verdict: null };
  const { ms, status } = came;
  if (faults.strikesPush('drop-answer'))
    return { attempt: { ms, outcome: 'dropped', status }, verdict: null };
  if (status !== 200) return { attempt: { ms, outcome: 'status', status }, verdict: null };
  const verdict = readReply(came.body, { ...asked, account: { ...account, aesKey: sent.aesKey } });
  if (verdict.kind === 'malformed')
    return { attempt: { ms, outcome: 'malformed', status, why: verdict.why }, verdict: null };
  return { attempt: { ms, outcome: verdict.kind, status }, verdict };
}

/** The check when settings are saved: the echo has to come back byte for byte. */
export async function handshake(
  settings: LineSettings,
  agent: Agent,
): Promise<{ readonly ok: boolean; readonly status: number; readonly ms: number }> {
  const { account, callbackUrl, random } = settings;
  const url = new URL(callbackUrl);
  const echostr = digits(random, 19);
  const stamp = { token: account.token, timestamp: String(seconds(settings)), nonce: digits(random, 9) };
  for (const [name, value] of Object.entries({ ...signedQuery(stamp), echostr }))
    url.searchParams.set(name, value);
  const came = await exchange(settings, agent, url, 'GET', '');
  if (came.outcome !== 'answered') return { ok: false, status: 0, ms: came.ms };
  return { ok: came.status === 200 && came.body === echostr, status: came.status, ms: came.ms };
}

const seconds = ({ clock }: LineSettings): number => Math.floor(clock.real() / 1000);

function exchange(
  { clock, format, pace }: LineSettings,
  agent: Agent,
  url: URL,
  method: 'GET' | 'POST',
  body: string,
): Promise<Exchange> {
  return post(url, body, {
    agent,
    method,
    limitMs: pace.limitMs,
    now: () => clock.real(),
    contentType: format === 'xml' ? 'text/xml' : 'application/json',
  });
}
