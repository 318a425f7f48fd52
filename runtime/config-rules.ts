/** What settings must keep to together, beyond each one's own form. */
import type { Config } from './configuration.js';
import { isLoopback, names, type Values } from './settings.js';

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
    ...(production ? [secrets, database, addresses, limits] : []),
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

/** An account is whole or absent; in production the role bot needs the Official Account. */
const accounts: Check = ({ values, given, config }) => {
  if (config.wechat.simulator) return [];
  const botNeedsOne = config.production && config.roles.has('bot');
  return [
    ...lacking('WECHAT_OA', values.WECHAT_OA_MODE, given, botNeedsOne),
    ...lacking('WECHAT_MP', values.WECHAT_MP_MODE, given, false),
  ];
};

function lacking(
  prefix: string,
  mode: string | undefined,
  given: ReadonlySet<string>,
  needed: boolean,
): Mistake[] {
  const begun = names.some(
    (name) => given.has(name) && name.startsWith(`${prefix}_`) && name !== 'WECHAT_MP_BASE',
  );
  const parts = ['APPID', 'SECRET', 'TOKEN', ...(mode === 'plain' ? [] : ['AES_KEY'])];
  if (!begun && !needed) return [];
  const wrong = begun
    ? `is missing beside the other ${prefix}_ settings`
    : 'is missing; the role bot needs it in production';
  return parts
    .map((part) => `${prefix}_${part}`)
    .filter((name) => !given.has(name))
    .map((name) => ({ name, wrong, remedy: "Copy it from the account's settings on the platform." }));
}

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

/** Cookies ignore ports, so the desk needs a host of its own; and neither may be read on the way. */
const addresses: Check = ({ config, given }) => {
  const { publicUrl, consoleUrl, roles } = config;
  const open = [['PUBLIC_URL', publicUrl] as const, ['CONSOLE_URL', consoleUrl] as const].filter(
    ([name, url]) => given.has(name) && url.startsWith('http:') && !isLoopback(hostOf(url)),
  );
  const shared = roles.has('console') && hostOf(publicUrl) === hostOf(consoleUrl);
  return [
    ...open.map(([name]) => ({
      name,
      wrong: 'is not https',
      remedy: 'Put a proxy with a certificate in front and name its address.',
    })),
    ...(shared
      ? [
          {
            name: 'CONSOLE_URL',
            wrong: 'has the same host as PUBLIC_URL; cookies do not tell ports apart',
            remedy: 'Set PUBLIC_URL and CONSOLE_URL to different host names, or leave console out of ROLES.',
          },
        ]
      : []),
  ];
};

const limits: Check = ({ values }) =>
  (['LIMIT_REPORTS_DAY', 'LIMIT_TRIES_HOUR'] as const)
    .filter((name) => values[name] === 0)
    .map((name) => ({ name, wrong: 'is 0, which production refuses', remedy: 'Set 1 or more.' }));

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^\[|\]$/g, '');
}
