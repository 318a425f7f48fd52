/** Where staff are told outside the desk: a mail server with its addresses, or a web hook. */
import { isLoopback } from './loopback.js';

export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** encrypted from the first byte; else as soon as the server offers it */
  readonly secure: boolean;
  readonly user: string | null;
  readonly pass: string;
  readonly from: string;
  readonly to: readonly string[];
}

const address = /^[^\s@<>",;:]+@[^\s@<>",;:]+$/;
const mostRecipients = 50;

/** `smtp://` or `smtps://`, with `?from=` and `&to=` (several separated by commas) and nothing else; else undefined. */
export function mailServer(text: string): MailServer | undefined {
  if (!/^smtps?:\/\//.test(text) || !URL.canParse(text)) return undefined;
  const { protocol, hostname, port, username, password, pathname, searchParams, hash } = new URL(text);
  const names = [...searchParams.keys()].sort().join(' ');
  const from = searchParams.get('from') ?? '';
  const to = (searchParams.get('to') ?? '').split(',').map((one) => one.trim());
  const sound =
    hostname !== '' && /^\/?$/.test(pathname) && hash === '' && names === 'from to' && address.test(from);
  if (!sound || to.length > mostRecipients || !to.every((one) => address.test(one))) return undefined;
  const secure = protocol === 'smtps:';
  return {
    ...{ host: hostname.replace(/^\[|\]$/g, ''), secure, from, to },
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    user: username === '' ? null : decodeURIComponent(username),
    pass: decodeURIComponent(password),
  };
}

/** An https address, or an http one on this machine, without a name and password in it; else undefined. */
export function webHook(text: string): string | undefined {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return undefined;
  const { protocol, hostname, username, password } = new URL(text);
  const sound =
    username === '' &&
    password === '' &&
    (protocol === 'https:' || isLoopback(hostname.replace(/^\[|\]$/g, '')));
  return sound ? text : undefined;
}
