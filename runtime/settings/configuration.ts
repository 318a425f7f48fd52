/** The configuration as the rest of `runtime` sees it, and the defaults of contract and `.env.sample`. */
import type { S3Place } from '../../models/s3-bucket.js';
import { isLoopback } from './loopback.js';
import { roles, type LogLevel, type Role, type Values } from './settings.js';
import type { MailServer } from './staff-channel.js';
import { realWechat, simulatedWechat, type Wechat } from '../wechat/accounts.js';

export interface Config {
  readonly production: boolean;
  readonly roles: ReadonlySet<Role>;
  readonly host: string;
  readonly port: number;
  readonly consolePort: number;
  /** where this machine reaches the public listener, whatever stands in front of it */
  readonly localUrl: string;
  /** where people reach it; origins, without a slash at the end */
  readonly publicUrl: string;
  readonly consoleUrl: string;
  /** how many proxies stand in front */
  readonly trustProxy: number;
  /** as set; paths are relative to the package root */
  readonly dataDir: string;
  /** null: the embedded database in `dataDir` */
  readonly mongodbUri: string | null;
  /** folder of the profile */
  readonly profile: string;
  /** the secret itself, the file it is in, or (never in production) one made in `dataDir` at the first start */
  readonly lineSecret: { readonly bytes: Uint8Array } | { readonly file: string } | 'demo';
  readonly lineSecretPrevious: Uint8Array | null;
  /** IANA name of the zone in which the line counts its days */
  readonly zone: string;
  readonly logLevel: LogLevel;
  readonly wechat: Wechat;
  /** folder of the sealed files; null: `evidence` in `dataDir` */
  readonly evidenceDir: string | null;
  /** the bucket of the sealed files; null: they are in a folder */
  readonly evidenceBucket: S3Place | null;
  /** 0: no limit */
  readonly limits: { readonly reportsDay: number; readonly triesHour: number };
  readonly metricsToken: string | null;
  /** where staff are told that they should look at the desk; null: nowhere */
  readonly staffNotices: { readonly smtp: MailServer } | { readonly webhook: string } | null;
}

/** The configuration that the well-formed settings make; `given` holds every name that is set, also a malformed one. */
export function toConfig(values: Values, given: ReadonlySet<string>): Config {
  const production = values.NODE_ENV === 'production';
  const host = values.HOST ?? '127.0.0.1';
  const port = values.PORT ?? 3000;
  const consolePort = values.CONSOLE_PORT ?? 3001;
  const localUrl = address(host, port);
  return {
    production,
    roles: values.ROLES ?? new Set(roles),
    host,
    port,
    consolePort,
    localUrl,
    publicUrl: values.PUBLIC_URL ?? localUrl,
    consoleUrl: values.CONSOLE_URL ?? address(host, consolePort),
    trustProxy: values.TRUST_PROXY ?? 0,
    dataDir: values.DATA_DIR ?? './data',
    mongodbUri: values.MONGODB_URI ?? null,
    profile: values.PROFILE ?? 'profiles/national-security',
    lineSecret: lineSecret(values),
    lineSecretPrevious: values.LINE_SECRET_PREVIOUS ?? null,
    zone: values.TZ_LINE ?? 'Asia/Shanghai',
    logLevel: values.LOG_LEVEL ?? 'info',
    wechat: !production && simulatorStandsIn(host, given) ? simulatedWechat(localUrl) : realWechat(values),
    ...evidencePlace(values),
    limits: { reportsDay: values.LIMIT_REPORTS_DAY ?? 3, triesHour: values.LIMIT_TRIES_HOUR ?? 10 },
    metricsToken: values.METRICS_TOKEN ?? null,
    staffNotices: staffNotices(values),
  };
}

const s3 = 's3://';

/** A bucket without a region is on a server of one's own, where the name of the region says nothing. */
function evidencePlace(values: Values): Pick<Config, 'evidenceDir' | 'evidenceBucket'> {
  const { EVIDENCE_STORE: store, AWS_REGION: region = 'us-east-1' } = values;
  if (store?.startsWith(s3) !== true)
    return { evidenceDir: store?.slice('file:'.length) ?? null, evidenceBucket: null };
  const amazon = `https://s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
  return {
    evidenceDir: null,
    evidenceBucket: {
      endpoint: values.AWS_ENDPOINT_URL_S3 ?? values.AWS_ENDPOINT_URL ?? amazon,
      bucket: store.slice(s3.length),
      region,
      accessKeyId: values.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: values.AWS_SECRET_ACCESS_KEY ?? '',
    },
  };
}

/** Not one WECHAT_ setting, no way in from another machine, no proxy that could be one. */
function simulatorStandsIn(host: string, given: ReadonlySet<string>): boolean {
  return (
    isLoopback(host) && !given.has('TRUST_PROXY') && ![...given].some((name) => name.startsWith('WECHAT_'))
  );
}

/** Where a listener is reached from its own machine. */
function address(host: string, port: number): string {
  const reached = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
}

function lineSecret({ LINE_SECRET: bytes, LINE_SECRET_FILE: file }: Values): Config['lineSecret'] {
  if (bytes !== undefined) return { bytes };
  return file === undefined ? 'demo' : { file };
}

function staffNotices({ STAFF_SMTP_URL: smtp, STAFF_WEBHOOK_URL: webhook }: Values): Config['staffNotices'] {
  if (smtp !== undefined) return { smtp };
  return webhook === undefined ? null : { webhook };
}
