/** What settings must keep to together, beyond each one's own form. */
import type { Config } from './configuration.js';
import { isLoopback } from './loopback.js';
import { names, type Name, type Values } from './settings.js';

/** A setting that keeps the line from starting; read as "name wrong. remedy" and free of values. */
export interface Mistake {
  readonly name: string;
  readonly wrong: string;
  readonly remedy: string;
}

interface Settings {
  readonly values: Values;
  /** every name that is set, also a malformed one: it is not reported a second time as missing */
  readonly given: ReadonlySet<string>;
  readonly config: Config;
}

/** All mistakes in how the settings go together. */
export function checkTogether(settings: Settings): readonly Mistake[] {
  const { production } = settings.config;
  const checks = [
    unknownNames,
    pairs,
    listeners,
    accounts,
    bucket,
    ...(production ? [secrets, database, encryption, hosts, limits] : []),
  ];
  return checks.flatMap((check) => check(settings));
}

type Check = (settings: Settings) => readonly Mistake[];

/** A misspelt name would silently leave the default in force. */
const unknownNames: Check = ({ given }) => {
  const known: ReadonlySet<string> = new Set(names);
  return [...given]
    .filter((name) => /^(WECHAT_|LIMIT_|LINE_SECRET)/.test(name) && !known.has(name))
    .map((name) => ({ name, wrong: 'is no setting of this line', remedy: 'Compare it with .env.sample.' }));
};

const pairs: Check = ({ given }) =>
  [['LINE_SECRET', 'LINE_SECRET_FILE'] as const, ['STAFF_SMTP_URL', 'STAFF_WEBHOOK_URL'] as const]
    .filter(([one, other]) => given.has(one) && given.has(other))
    .map(([name, other]) => ({ name, wrong: `is set beside ${other}`, remedy: 'Keep one of the two.' }));

const listeners: Check = ({ config }) =>
  config.roles.has('console') && config.port === config.consolePort
    ? [{ name: 'CONSOLE_PORT', wrong: 'is the same as PORT', remedy: 'Give the console a port of its own.' }]
    : [];

const officialAccount = [
  'WECHAT_OA_APPID',
  'WECHAT_OA_SECRET',
  'WECHAT_OA_TOKEN',
  'WECHAT_OA_AES_KEY',
  'WECHAT_OA_ORIGINAL_ID',
] as const;
const miniProgram = ['WECHAT_MP_APPID', 'WECHAT_MP_SECRET', 'WECHAT_MP_TOKEN', 'WECHAT_MP_AES_KEY'] as const;

/** An account is whole or absent; in production the role bot needs the Official Account. */
const accounts: Check = ({ values, given, config }) => {
  if (config.wechat.simulator) return [];
  const { WECHAT_OA_MODE: oaMode, WECHAT_MP_MODE: mpMode } = values;
  const botNeedsOne = config.production && config.roles.has('bot');
  return [
    ...(botNeedsOne || begun('WECHAT_OA_', given) ? lacking(officialAccount, oaMode, given) : []),
    ...(begun('WECHAT_MP_', given) ? lacking(miniProgram, mpMode, given) : []),
  ];
};

function begun(prefix: string, given: ReadonlySet<string>): boolean {
  return names.some((name) => name.startsWith(prefix) && name !== 'WECHAT_MP_BASE' && given.has(name));
}

function lacking(account: readonly Name[], mode: string | undefined, given: ReadonlySet<string>): Mistake[] {
  return account
    .filter((name) => !given.has(name) && !(mode === 'plain' && name.endsWith('_AES_KEY')))
    .map((name) => ({
      name,
      wrong: 'is missing; the account cannot be used without it',
      remedy: "Copy it from the account's page on the platform.",
    }));
}

/** Other programs use the same names: they are looked at only where sealed files go into a bucket. */
const bucket: Check = ({ given, config }) => {
  if (config.evidenceBucket === null) return [];
  const ownServer = given.has('AWS_ENDPOINT_URL') || given.has('AWS_ENDPOINT_URL_S3');
  const needed = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', ...(ownServer ? [] : ['AWS_REGION'])];
  return needed
    .filter((name) => !given.has(name))
    .map((name) => ({
      name,
      wrong: 'is missing; the bucket of EVIDENCE_STORE cannot be used without it',
      remedy:
        name === 'AWS_REGION'
          ? 'Name the region of the bucket, or AWS_ENDPOINT_URL for a server of your own.'
          : 'Copy it from the account that may read, write, list and delete in the bucket.',
    }));
};

const secrets: Check = ({ given }) =>
  given.has('LINE_SECRET') || given.has('LINE_SECRET_FILE')
    ? []
    : [
        {
          name: 'LINE_SECRET',
          wrong: 'is missing; production needs it',
          remedy: `Make one with: node -p "require('crypto').randomBytes(32).toString('base64url')"`,
        },
      ];

const database: Check = ({ given }) =>
  given.has('MONGODB_URI') || given.has('EMBEDDED_DB')
    ? []
    : [
        {
          name: 'MONGODB_URI',
          wrong: 'is missing; production does not start the embedded database unasked',
          remedy: 'Name a server, or set EMBEDDED_DB=allow.',
        },
      ];

/** What people and staff send must not be readable on the way. */
const encryption: Check = ({ config: { publicUrl, consoleUrl }, given }) =>
  [['PUBLIC_URL', publicUrl] as const, ['CONSOLE_URL', consoleUrl] as const]
    .filter(([name, url]) => given.has(name) && url.startsWith('http:') && !isLoopback(hostOf(url)))
    .map(([name]) => ({
      name,
      wrong: 'is not https',
      remedy: 'Put a proxy with a certificate in front and name its address.',
    }));

/** Cookies ignore ports, so the desk needs a host of its own. */
const hosts: Check = ({ config: { publicUrl, consoleUrl, roles } }) =>
  roles.has('console') && hostOf(publicUrl) === hostOf(consoleUrl)
    ? [
        {
          name: 'CONSOLE_URL',
          wrong: 'has the same host as PUBLIC_URL; cookies do not tell ports apart',
          remedy: 'Set PUBLIC_URL and CONSOLE_URL to different host names, or leave console out of ROLES.',
        },
      ]
    : [];

const limits: Check = ({ values }) =>
  (['LIMIT_REPORTS_DAY', 'LIMIT_TRIES_HOUR'] as const)
    .filter((name) => values[name] === 0)
    .map((name) => ({ name, wrong: 'is 0, which production refuses', remedy: 'Set 1 or more.' }));

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^\[|\]$/g, '');
}
