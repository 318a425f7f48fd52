/** One call of the API, repeated until it is answered: every call may be sent twice, because an answer may be lost. */
import { parseObject } from '../../vault/json.js';
import { ApiError, NoConnection, Stopped } from './errors.js';
import type { ClientPorts, StopSignal, TransportAnswer, TransportRequest } from './ports.js';
import { createStop, unlessStopped } from './stop.js';

export type Body = Readonly<Record<string, unknown>>;

export interface Call<T> {
  readonly method: TransportRequest['method'];
  /** below `/api/v1` */
  readonly path: string;
  readonly token?: string;
  /** sent as JSON */
  readonly json?: object | string;
  readonly bytes?: Uint8Array;
  readonly status: 200 | 201 | 204;
  /** Reads the answer (of a 204: nothing, `{}`); null says that the line did not write it. */
  readonly read: (body: Body) => T | null;
  readonly stop?: StopSignal;
}

export type Ask = <T>(call: Call<T>) => Promise<T>;

/** Milliseconds before each repetition; a moment more is drawn, so that not everybody comes back at once. */
export const waits: readonly number[] = [500, 1_000, 2_000, 4_000, 8_000];
/** Milliseconds after which an answer is given up: to a call, and to a part of a file on a slow line. */
const answerWithin = 30_000;
const partWithin = 180_000;
/** Told to come back later than this (milliseconds), a call is refused rather than repeated. */
const longestWait = 60_000;

/** Refusals that stand whatever their status says of servers that are down. */
const final = new Set(['report.not_taken_here', 'keyring.untrusted', 'login.unavailable']);

/**
 * Makes `ask`. @throws ApiError if the line refuses; NoConnection if nothing that the line could have written came, or
 * only faults; Stopped
 */
export function createAsk(ports: ClientPorts): Ask {
  return async (call) => {
    for (let attempt = 0; ; attempt += 1) {
      if (call.stop?.stopped === true) throw new Stopped();
      const answer = await sendOnce(ports, call);
      const outcome = answer && judge(answer, call);
      if (outcome && 'value' in outcome) return outcome.value;
      const refused = outcome?.refused ?? null;
      if (refused !== null && !mayRepeat(refused, answer, ports.now())) throw refused;
      const wait = waits[attempt];
      if (wait === undefined) throw refused ?? new NoConnection();
      const drawn = (ports.random(1)[0] ?? 0) / 255;
      const asked = answer ? retryAfter(answer, ports.now()) : null;
      await unlessStopped(ports.pause(Math.max(wait * (1 + drawn / 2), asked ?? 0)), call.stop);
    }
  };
}

/** The answer, or null: none came, or too late. @throws Stopped */
async function sendOnce<T>(ports: ClientPorts, call: Call<T>): Promise<TransportAnswer | null> {
  const { method, path, token, json, bytes } = call;
  const stop = createStop();
  call.stop?.onStop(() => {
    stop.stop();
  });
  const body = bytes ?? (typeof json === 'object' ? JSON.stringify(json) : json);
  const headers: Record<string, string> = { accept: 'application/json' };
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  if (body !== undefined) headers['content-type'] = bytes ? 'application/octet-stream' : 'application/json';
  const began = ports.now();
  const within = bytes ? partWithin : answerWithin;
  const late = ports.pause(within).then(async () => {
    // a pause that ended early ends nothing
    if (ports.now() - began < within) await new Promise(() => undefined);
    return null;
  });
  try {
    const sent = ports.request({
      ...{ method, path: `/api/v1${path}`, headers, stop },
      ...(body === undefined ? {} : { body }),
    });
    const answer = await unlessStopped(Promise.race([sent, late]), call.stop);
    if (answer === null) stop.stop();
    return answer;
  } catch (error) {
    if (call.stop?.stopped === true) throw error instanceof Stopped ? error : new Stopped();
    return null;
  }
}

type Outcome<T> = { readonly value: T } | { readonly refused: ApiError };

/** What an answer says; null for one that the line did not write: a captive portal's page, half an answer. */
function judge<T>(answer: TransportAnswer, call: Call<T>): Outcome<T> | null {
  const { status, text } = answer;
  if (status === call.status) {
    const body = status === 204 ? (text === '' ? {} : null) : parseObject(text);
    const value = body && call.read(body);
    return value === null ? null : { value };
  }
  const { code, message, details } = parseObject(text) ?? {};
  if (typeof code === 'string' && typeof message === 'string' && status >= 400)
    return { refused: new ApiError(code, status, isBody(details) ? details : {}) };
  // a proxy before the line that takes no request of this size says so in its own words
  return status === 413 ? { refused: new ApiError('request.too_large', status) } : null;
}

const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function mayRepeat(refused: ApiError, answer: TransportAnswer | null, now: number): boolean {
  const asked = answer ? retryAfter(answer, now) : null;
  if (refused.status === 429) return asked !== null && asked <= longestWait;
  return refused.status >= 500 && !final.has(refused.code) && (asked ?? 0) <= longestWait;
}

/** Milliseconds that `Retry-After` asks for, as seconds or as a date; null if it asks for nothing. */
function retryAfter(answer: TransportAnswer, now: number): number | null {
  const text = answer.header('retry-after');
  if (text === null) return null;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
