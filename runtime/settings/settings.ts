/** Every name the environment may set, and what a good value of it looks like. `.env.sample` explains each. */
import { isIP } from 'node:net';
import { parseLineSecret } from '../../vault/line-secret.js';
import { mailServer, webHook } from './staff-channel.js';

/** How one setting is read; `want` ends the sentence "NAME is not …" and never holds a value. */
export interface Rule<T> {
  readonly want: string;
  /** the value, or undefined if the text is none */
  readonly read: (text: string) => T | undefined;
}

export const roles = ['api', 'bot', 'jobs', 'console'] as const;
export type Role = (typeof roles)[number];

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export const settings = {
  NODE_ENV: oneOf('production', 'development', 'test'),
  PORT: whole(1, 65_535),
  CONSOLE_PORT: whole(1, 65_535),
  HOST: { want: 'an address or host name', read: host },
  PUBLIC_URL: { want: 'an address like https://line.example, without a path', read: origin },
  CONSOLE_URL: { want: 'an address like https://desk.example, without a path', read: origin },
  TRUST_PROXY: whole(0, 16),
  DATA_DIR: anyText('a folder'),
  MONGODB_URI: matching('a mongodb:// or mongodb+srv:// address', /^mongodb(\+srv)?:\/\/\S+$/),
  EMBEDDED_DB: oneOf('allow'),
  PROFILE: anyText('the folder of a profile'),
  ROLES: { want: `a list of roles separated by commas, out of ${roles.join(', ')}`, read: roleList },
  LINE_SECRET: secret(),
  LINE_SECRET_FILE: anyText('the path of a file'),
  LINE_SECRET_PREVIOUS: secret(),
  TZ_LINE: { want: 'a time zone like Asia/Shanghai', read: zone },
  LOG_LEVEL: oneOf(...logLevels),
  WECHAT_API_BASE: base(),
  WECHAT_MP_BASE: base(),
  WECHAT_OA_APPID: appid(),
  WECHAT_OA_SECRET: unbroken('the secret of the account'),
  WECHAT_OA_TOKEN: unbroken('the token of the message settings'),
  WECHAT_OA_AES_KEY: aesKey(),
  WECHAT_OA_AES_KEY_PREVIOUS: aesKey(),
  WECHAT_OA_MODE: oneOf('plain', 'compatible', 'safe'),
  WECHAT_OA_ORIGINAL_ID: matching('an original id, which begins with gh_', /^gh_\w+$/),
  WECHAT_MP_APPID: appid(),
  WECHAT_MP_SECRET: unbroken('the secret of the mini-program'),
  WECHAT_MP_TOKEN: unbroken('the token of the message settings'),
  WECHAT_MP_AES_KEY: aesKey(),
  WECHAT_MP_MODE: oneOf('plain', 'compatible', 'safe'),
  WECHAT_MP_FORMAT: oneOf('json', 'xml'),
  WECHAT_VERIFY_FILES: {
    want: 'a list like MP_verify_ABC.txt,other.txt=content (the content may be left out after MP_verify_)',
    read: verifyFiles,
  },
  EVIDENCE_STORE: matching('file:PATH or s3://BUCKET', /^(file:.+|s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])$/),
  AWS_ENDPOINT_URL: base(),
  AWS_ENDPOINT_URL_S3: base(),
  AWS_REGION: matching('a region like cn-north-1', /^[a-z0-9-]+$/),
  AWS_ACCESS_KEY_ID: unbroken('the id of an access key'),
  AWS_SECRET_ACCESS_KEY: unbroken('the secret of an access key'),
  LIMIT_REPORTS_DAY: whole(0, 1_000_000),
  LIMIT_TRIES_HOUR: whole(0, 1_000_000),
  METRICS_TOKEN: unbroken('a word without blanks'),
  STAFF_SMTP_URL: {
    want: 'a mail server with its addresses, like smtp://user:password@host:587?from=line@example&to=ann@example,bo@example',
    read: mailServer,
  },
  STAFF_WEBHOOK_URL: { want: 'an https:// address (on this machine http:// too)', read: webHook },
} as const satisfies Record<string, Rule<unknown>>;

export type Name = keyof typeof settings;
export const names = Object.keys(settings) as Name[];

type Read<R> = R extends Rule<infer T> ? T : never;
/** The settings that were given and are well-formed. */
export type Values = { readonly [N in Name]?: Read<(typeof settings)[N]> };

function whole(least: number, most: number): Rule<number> {
  const read = (text: string) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    return value >= least && value <= most ? value : undefined;
  };
  return { want: `a whole number from ${least} to ${most}`, read };
}

function oneOf<const W extends readonly string[]>(...words: W): Rule<W[number]> {
  return {
    want: words.join(', ').replace(/, (\w+)$/, ' or $1'),
    read: (text) => words.find((w) => w === text),
  };
}

function matching(want: string, pattern: RegExp): Rule<string> {
  return { want, read: (text) => (pattern.test(text) ? text : undefined) };
}

function anyText(want: string): Rule<string> {
  return matching(want, /^[^\0\r\n]+$/);
}

function unbroken(want: string): Rule<string> {
  return matching(`${want}, without blanks`, /^\S+$/);
}

function appid(): Rule<string> {
  return matching('an appid, which begins with wx', /^wx\w+$/);
}

function aesKey(): Rule<string> {
  return matching('an EncodingAESKey of 43 letters and digits', /^[A-Za-z0-9]{43}$/);
}

function secret(): Rule<Uint8Array> {
  return {
    want: '32 random bytes in base64url, which are 43 characters',
    read: (text) => parseLineSecret(text) ?? undefined,
  };
}

function host(text: string): string | undefined {
  return isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text) ? text : undefined;
}

function webAddress(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url?.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return plain && /^https?:$/.test(url.protocol) ? url : undefined;
}

function origin(text: string): string | undefined {
  const url = webAddress(text);
  return url?.pathname === '/' ? url.origin : undefined;
}

function base(): Rule<string> {
  const read = (text: string) => webAddress(text)?.href.replace(/\/+$/, '');
  return { want: 'an http:// or https:// address', read };
}

function roleList(text: string): ReadonlySet<Role> | undefined {
  const words = text.split(',').map((word) => word.trim());
  const known = roles.filter((role) => words.includes(role));
  return words.every((word) => known.some((role) => role === word)) ? new Set(known) : undefined;
}

function zone(text: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return undefined; // RangeError: no such zone
  }
}

/** Proof files by name. The platform's MP_verify_X.txt always holds X; any other file needs its content. */
function verifyFiles(text: string): ReadonlyMap<string, string> | undefined {
  const files = new Map<string, string>();
  for (const entry of text.split(',').map((part) => part.trim())) {
    const [, name, given] = /^([\w-]+)(?:\.txt)?(?:=([\w-]+))?$/.exec(entry) ?? [];
    const content = given ?? name?.match(/^MP_verify_(\w+)$/)?.[1];
    if (name === undefined || content === undefined) return undefined;
    files.set(`${name}.txt`, content);
  }
  return files;
}
