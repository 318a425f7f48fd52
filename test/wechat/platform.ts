/** A platform that answers from a list, and remembers what it was asked. */
import { type ApiOptions, createApi, type Api } from '../../wechat/api.js';
import { type HttpRequest, type HttpResponse, TransportError } from '../../wechat/requester.js';
import { createMemoryTokenStore } from '../../wechat/tokens.js';

export type Scripted = HttpResponse | TransportError | object | string;

export interface Asked {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Platform {
  readonly options: ApiOptions;
  readonly api: Api;
  /** calls but those for tokens */
  readonly asked: Asked[];
  readonly slept: number[];
  readonly logged: unknown[];
  /** how many tokens were handed out */
  tokens: number;
  now: number;
  /** what the next calls are answered; the last one stays */
  script: Scripted[];
  /** what token calls are answered in place of a token */
  tokenScript: Scripted[];
}

export const ok = { errcode: 0, errmsg: 'ok' };
export const refusal = (errcode: number) => ({
  errcode,
  errmsg: `some words rid: 6aac005a-01bfdbee-79769285`,
});

const response = (scripted: Scripted): HttpResponse => {
  if (scripted instanceof TransportError) throw scripted;
  if (typeof scripted === 'string') return { status: 200, type: 'text/plain', body: Buffer.from(scripted) };
  if ('status' in scripted && 'body' in scripted) return scripted;
  return { status: 200, type: 'application/json', body: Buffer.from(JSON.stringify(scripted)) };
};

export function createPlatform(): Platform {
  const platform: Omit<Platform, 'options' | 'api'> = {
    asked: [],
    slept: [],
    logged: [],
    tokens: 0,
    now: 1_700_000_000_000,
    script: [ok],
    tokenScript: [],
  };
  const request = async (given: HttpRequest): Promise<HttpResponse> => {
    await new Promise(setImmediate);
    const url = new URL(given.url);
    if (url.pathname === '/cgi-bin/stable_token') {
      const scripted = platform.tokenScript.shift();
      if (scripted !== undefined) return response(scripted);
      platform.tokens += 1;
      return response({ access_token: `token-${platform.tokens}`, expires_in: 7200 });
    }
    platform.asked.push({
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body: given.body === undefined ? '' : Buffer.from(given.body).toString('latin1'),
      headers: given.headers ?? {},
    });
    const [next] = platform.script;
    if (platform.script.length > 1) platform.script.shift();
    return response(next ?? ok);
  };
  const options: ApiOptions = {
    base: 'http://platform.test',
    appid: 'wx1',
    secret: 'the-secret',
    request,
    tokens: createMemoryTokenStore(),
    clock: { now: () => platform.now },
    random: (bytes) => new Uint8Array(bytes).fill(128),
    sleep: async (ms) => void platform.slept.push(ms),
    log: (line) => platform.logged.push(line),
  };
  return Object.assign(platform, { options, api: createApi(options) });
}

/** The JSON of the last call. */
export const bodyOf = (platform: Platform): unknown =>
  JSON.parse(Buffer.from(platform.asked.at(-1)?.body ?? '', 'latin1').toString());
