/** A call of the platform's API: token, errors, retries. Families of calls are built on it, one file each. */
import { NoAnswerError, WechatError } from './errors.js';
import { type JsonObject, numberOf, parseObject, stringOf } from './json.js';
import { type Requester, TransportError } from './requester.js';
import { createTokens, type TokenStore } from './tokens.js';

export interface ApiOptions {
  /** `https://api.weixin.qq.com`, or the simulator's */
  readonly base: string;
  readonly appid: string;
  readonly secret: string;
  readonly request: Requester;
  readonly tokens: TokenStore;
  readonly clock: { now(): number };
  /** unpredictable bytes */
  readonly random: (bytes: number) => Uint8Array;
  readonly sleep: (ms: number) => Promise<void>;
  /** One line per exchange; no query, no body, no token. */
  readonly log?: (line: {
    readonly api: string;
    readonly code: number | string;
    readonly ms: number;
  }) => void;
  readonly timeoutMs?: number;
}

export interface Call {
  /** also the call's name in errors and logs */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** sent as JSON by POST; without a body the call is a GET */
  readonly json?: object;
  readonly form?: { readonly type: string; readonly body: Uint8Array };
  /** Doing it twice does no harm, or an idempotency key prevents it. Otherwise it is never repeated once it may have arrived. */
  readonly repeatable: boolean;
  /** codes that are an answer here, not an error */
  readonly accept?: readonly number[];
  readonly maxBytes?: number;
}

/** JSON, or whatever else came with a 200. */
export type Answer =
  | { readonly kind: 'json'; readonly json: JsonObject }
  | { readonly kind: 'bytes'; readonly type: string; readonly bytes: Buffer };

export interface Api {
  readonly appid: string;
  /** With the account's access token. @throws WechatError, NoAnswerError */
  call(call: Call): Promise<Answer>;
  /** The same for calls that answer JSON only. */
  json(call: Call): Promise<JsonObject>;
  /** With appid and secret in place of a token. */
  withSecret(call: Call): Promise<JsonObject>;
  /** Gets the account's next token in the last minutes of the present one, so that no call has to wait for it. */
  renewToken(): Promise<void>;
}

const backOffMs = [500, 2000];
const defaultTimeoutMs = 10_000;
const defaultMaxBytes = 4 * 1024 * 1024;

export function createApi(options: ApiOptions): Api {
  const { base, appid, secret, request, clock, log } = options;
  const chance = (): number => Buffer.from(options.random(4)).readUInt32BE() / 2 ** 32;
  const tokens = createTokens({
    appid,
    store: options.tokens,
    now: () => clock.now(),
    jitter: chance,
    async fetch() {
      const json = { grant_type: 'client_credential', appid, secret, force_refresh: false };
      const answer = jsonOf(await exchange({ path: '/cgi-bin/stable_token', json, repeatable: true }, {}));
      const value = stringOf(answer, 'access_token');
      if (value === '') throw new NoAnswerError('/cgi-bin/stable_token', 'unknown', 'unreadable');
      return { value, expiresAt: clock.now() + numberOf(answer, 'expires_in', 7200) * 1000 };
    },
  });

  async function call(given: Call): Promise<Answer> {
    const token = await tokens.get();
    try {
      return await exchange(given, { access_token: token });
    } catch (error) {
      if (!(error instanceof WechatError) || error.reaction !== 'token') throw error;
      tokens.refused(token);
      return exchange(given, { access_token: await tokens.get() });
    }
  }

  /** Repeats what may be repeated. */
  async function exchange(given: Call, query: Readonly<Record<string, string>>): Promise<Answer> {
    for (let tries = 0; ; tries += 1) {
      const pause = backOffMs[tries];
      try {
        return await once(given, query);
      } catch (error) {
        if (pause === undefined || !mayRepeat(error, given.repeatable)) throw error;
        await options.sleep(pause * (0.5 + chance()));
      }
    }
  }

  async function once(given: Call, query: Readonly<Record<string, string>>): Promise<Answer> {
    const started = clock.now();
    let code: number | string = 'none';
    try {
      const response = await request(httpRequest(given, query)).catch((error: unknown) => {
        if (!(error instanceof TransportError)) throw error;
        throw new NoAnswerError(given.path, error.arrived, error.reason);
      });
      if (response.status >= 300) throw new NoAnswerError(given.path, 'unknown', `HTTP ${response.status}`);
      const answer = read(response, given.path);
      code = answer.kind === 'json' ? numberOf(answer.json, 'errcode', 0) : 0;
      if (answer.kind === 'json' && code !== 0 && !given.accept?.includes(code))
        throw new WechatError(code, given.path, ridOf(answer.json));
      return answer;
    } catch (error) {
      if (error instanceof NoAnswerError) code = error.reason;
      throw error;
    } finally {
      log?.({ api: given.path, code, ms: clock.now() - started });
    }
  }

  function httpRequest(given: Call, query: Readonly<Record<string, string>>): Parameters<Requester>[0] {
    const url = `${base}${given.path}?${new URLSearchParams({ ...query, ...given.query }).toString()}`;
    const limits = {
      maxBytes: given.maxBytes ?? defaultMaxBytes,
      timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
    };
    if (given.form)
      return {
        method: 'POST',
        url,
        headers: { 'content-type': given.form.type },
        body: given.form.body,
        ...limits,
      };
    if (given.json === undefined) return { method: 'GET', url, ...limits };
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    return { method: 'POST', url, headers, body: JSON.stringify(given.json), ...limits };
  }

  return {
    appid,
    call,
    json: async (given) => jsonOf(await call(given), given.path),
    withSecret: async (given) => jsonOf(await exchange(given, { appid, secret }), given.path),
    async renewToken() {
      await tokens.get();
    },
  };
}

function mayRepeat(error: unknown, repeatable: boolean): boolean {
  if (error instanceof NoAnswerError)
    return repeatable ? error.reason !== 'too-large' : error.arrived === 'no';
  return repeatable && error instanceof WechatError && error.reaction === 'retry';
}

/** The content type is not to be relied on: what begins with a brace is JSON unless it is said to be a picture or sound. */
function read(response: { type: string; body: Buffer }, path: string): Answer {
  const textual = response.type === '' || /json|^text\//.test(response.type);
  if (!textual && response.body[0] !== 0x7b)
    return { kind: 'bytes', type: response.type, bytes: response.body };
  const json = parseObject(response.body.toString('utf8'));
  if (json !== null) return { kind: 'json', json };
  if (textual) throw new NoAnswerError(path, 'unknown', 'unreadable');
  return { kind: 'bytes', type: response.type, bytes: response.body };
}

function jsonOf(answer: Answer, path = '/cgi-bin/stable_token'): JsonObject {
  if (answer.kind === 'json') return answer.json;
  throw new NoAnswerError(path, 'unknown', 'unreadable');
}

const ridOf = (json: JsonObject): string | null =>
  /\brid: ([0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8})/.exec(stringOf(json, 'errmsg'))?.[1] ?? null;
