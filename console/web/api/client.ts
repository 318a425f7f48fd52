import { ApiError, OfflineError } from './api-error.js';

/** What the page learns beside an answer. */
export interface ClientHooks {
  /** False: no answer could be had. True: one came. */
  readonly connected: (yes: boolean) => void;
  /** `X-Console-Version` and `Date` (milliseconds since 1970) of an answer, where it has them. */
  readonly heard: (answer: { readonly version: string | null; readonly serverTime: number | null }) => void;
  /** An answer to somebody signed in that renewed the idle time. */
  readonly renewed: () => void;
  /**
   * A request was refused because the session is over. The promise resolves when the same person has signed in again, and
   * the request is sent once more; null: there was no session that could come back.
   */
  readonly sessionOver: () => Promise<void> | null;
}

export interface CallOptions {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly signal?: AbortSignal;
  /** Do not wait for somebody to sign in again: fail at once. For what is asked in the background. */
  readonly impatient?: boolean;
  /** Does not count as activity at the server. */
  readonly quiet?: boolean;
  /** Is answered without a session, and so renews none. */
  readonly open?: boolean;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Calls of the console's API. Each rejects with `ApiError`, `OfflineError`, or an abort of its signal. */
export interface Client {
  get<T>(path: string, options?: CallOptions): Promise<T>;
  post<T>(path: string, body?: unknown, options?: CallOptions): Promise<T>;
  put<T>(path: string, body: unknown, options?: CallOptions): Promise<T>;
  remove(path: string, options?: CallOptions): Promise<void>;
  /** Sends bytes as they are, under their own media type. */
  upload<T>(path: string, bytes: Blob, options?: CallOptions): Promise<T>;
}

type Fetch = (input: string, init: RequestInit) => Promise<Response>;

export function createClient(ports: { readonly fetch: Fetch; readonly hooks: ClientHooks }): Client {
  const { hooks } = ports;

  async function send(method: Method, path: string, body: Body, options: CallOptions): Promise<Response> {
    const { signal } = options;
    let response: Response;
    try {
      response = await ports.fetch(`/api${path}${queryOf(options)}`, {
        method,
        credentials: 'same-origin',
        redirect: 'error',
        ...(signal === undefined ? {} : { signal }),
        ...body,
      });
    } catch (error) {
      if (signal?.aborted === true) throw error;
      hooks.connected(false);
      throw new OfflineError();
    }
    // a proxy that finds no server behind it is no answer of ours
    const reached = response.status < 502 || response.status > 504 || isJson(response);
    hooks.connected(reached);
    if (!reached) throw new OfflineError();
    const date = Date.parse(response.headers.get('date') ?? '');
    hooks.heard({
      version: response.headers.get('x-console-version'),
      serverTime: Number.isNaN(date) ? null : date,
    });
    return response;
  }

  async function call(method: Method, path: string, body: Body, options: CallOptions = {}): Promise<unknown> {
    let response = await send(method, path, body, options);
    if (response.status === 401) {
      const refusal = await toError(response);
      if (refusal.code !== 'session.required') throw refusal;
      const back = hooks.sessionOver();
      if (back === null || options.impatient === true) throw refusal;
      await back;
      options.signal?.throwIfAborted();
      response = await send(method, path, body, options);
    }
    if (!response.ok) throw await toError(response);
    if (options.quiet !== true && options.open !== true) hooks.renewed();
    return response.status === 204 ? undefined : read(response);
  }

  return {
    // what an answer looks like is the contract of the API; here it is believed, as a client's own server is
    get: async <T>(path: string, options?: CallOptions) => (await call('GET', path, {}, options)) as T,
    post: async <T>(path: string, body?: unknown, options?: CallOptions) =>
      (await call('POST', path, body === undefined ? {} : json(body), options)) as T,
    put: async <T>(path: string, body: unknown, options?: CallOptions) =>
      (await call('PUT', path, json(body), options)) as T,
    remove: async (path, options) => {
      await call('DELETE', path, {}, options);
    },
    upload: async <T>(path: string, bytes: Blob, options?: CallOptions) =>
      (await call('POST', path, { headers: { 'content-type': bytes.type }, body: bytes }, options)) as T,
  };
}

type Body = Pick<RequestInit, 'headers' | 'body'>;

const json = (body: unknown): Body => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const isJson = (response: Response): boolean =>
  (response.headers.get('content-type') ?? '').includes('application/json');

function queryOf({ query, quiet }: CallOptions): string {
  const all: CallOptions['query'] = { ...query, quiet: quiet === true ? 1 : undefined };
  const pairs = Object.entries(all).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}

async function read(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new OfflineError(); // the connection broke off within the answer
  }
}

async function toError(response: Response): Promise<ApiError> {
  const body = fieldsOf(await response.json().catch(() => null));
  const code = typeof body['code'] === 'string' ? body['code'] : 'internal.unexpected';
  const requestId = typeof body['requestId'] === 'string' ? body['requestId'] : null;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ApiError(
    response.status,
    code,
    fieldsOf(body['details']),
    requestId,
    Number.isFinite(seconds) ? seconds : null,
  );
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => (isFields(value) ? value : {});
