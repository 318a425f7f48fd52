import { type Account } from '../account.js';
import { type Random } from '../state/chance.js';
import { type PlatformClock } from '../state/clock.js';
import { type MediaStore } from '../state/media.js';
import { type Tokens } from '../state/tokens.js';
import { type Users } from '../state/users.js';
import { type Line } from '../line/line.js';
import { PlatformError } from './errors.js';

/** An account, its tokens and its callback. */
export interface Client {
  readonly account: Account;
  readonly tokens: Tokens;
  readonly line: Line;
}

/** What the platform's calls work on. */
export interface Platform {
  readonly clock: PlatformClock;
  readonly random: Random;
  readonly users: Users;
  readonly media: MediaStore;
  readonly officialAccount: Client;
  readonly miniProgram: Client;
  /** runs `task` a little later, as the platform reports results */
  later(task: () => Promise<void>): void;
  /** runs `task` when the platform's clock is there; answers how to call it off */
  at(when: number, task: () => Promise<void>): () => void;
  /** the address that pictures and videos are fetched from, without a slash at the end */
  readonly base: string;
}

export interface Call {
  readonly query: URLSearchParams;
  readonly body: Buffer;
  readonly contentType: string;
  readonly address: string;
  /** whose token it came with; for calls without a token the Official Account */
  readonly client: Client;
}

export type Result = Json | FileResult;
export type Json = Readonly<Record<string, unknown>>;

/** Bytes instead of JSON. */
export class FileResult {
  constructor(
    readonly bytes: Uint8Array,
    readonly type: string,
    readonly filename: string,
    readonly status: 200 | 404 = 200,
  ) {}
}

export interface Api {
  readonly method: 'GET' | 'POST' | 'any';
  /** which account's token it takes; `none`: the call brings appid and secret */
  readonly token: 'official-account' | 'mini-program' | 'either' | 'none';
  /** whether the account has to be certified */
  readonly certified?: true;
  run(call: Call): Result;
}

/** Calls by path. */
export type Apis = Readonly<Record<string, Api>>;

export const ok: Json = { errcode: 0, errmsg: 'ok' };

/** The JSON body, as strict as the platform: empty 44002, broken 47001, escaped Chinese 40033. */
export function jsonOf(call: Call): Json {
  if (call.body.length === 0) throw new PlatformError(44002);
  const text = call.body.toString('utf8');
  if (/\\u(?!00[0-7])[0-9a-f]{4}/i.test(text)) throw new PlatformError(40033);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new PlatformError(47001);
  }
  if (!isJson(value)) throw new PlatformError(47001);
  return value;
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string of the body, or empty. */
export function str(body: Json, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

/** An object of the body. @throws PlatformError 47001 where there is none */
export function obj(body: Json, name: string): Json {
  const value = body[name];
  if (!isJson(value)) throw new PlatformError(47001);
  return value;
}

export function list(body: Json, name: string): readonly unknown[] {
  const value = body[name];
  return Array.isArray(value) ? value : [];
}

/** A string read as a whole number, or NaN. */
export const int = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value)
    ? value
    : typeof value === 'string' && /^-?\d{1,15}$/.test(value)
      ? Number(value)
      : NaN;

/** A call with a JSON body that only a certified account may make. */
export const certifiedPost = (run: (body: Json) => Json): Apis[string] => ({
  ...{ method: 'POST', token: 'official-account', certified: true },
  run: (call) => run(jsonOf(call)),
});
