import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import Koa from 'koa';
import { type Account } from '../../../simulator/account.js';
import { type Delivery } from '../../../simulator/line/line.js';
import { createSimulator, type SimulatorOptions } from '../../../simulator/simulator.js';
import { fakeLine, type Received, type Said } from './fake-line.js';

export interface World {
  readonly url: string;
  readonly received: Received[];
  readonly clock: { now: number };
  /** Calls the control API; answers status and JSON. */
  api(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
  /** Calls the platform's API, with a fresh token unless told otherwise. */
  platform(
    method: string,
    path: string,
    body?: unknown,
    token?: string | null,
  ): Promise<Record<string, unknown>>;
  /** The token that `platform` uses. */
  token(): Promise<string>;
  /** The next call fetches a new one. */
  forgetToken(): void;
  /** Waits until something has happened, two seconds at most. */
  until(happened: () => boolean): Promise<void>;
  /** A new follower's openid. */
  follower(openid?: string): Promise<string>;
  say(openid: string, content: string): Promise<Answered>;
  outbox(openid: string): Promise<readonly Record<string, unknown>[]>;
  deliveries(openid: string): Promise<readonly Delivery[]>;
  close(): Promise<void>;
}

export interface Answered {
  readonly status: number;
  readonly json: Record<string, unknown>;
}

/** A simulator on a port of its own, in front of a fake line on another. No pause between attempts; a test that waits for a time limit sets a short one. */
export async function world(
  respond: (received: Received) => Said | Promise<Said>,
  options: Partial<SimulatorOptions> & { readonly account?: Account } = {},
): Promise<World> {
  const line = fakeLine(respond, options.account);
  const lineServer = await listening(createServer(line.listener));
  const clock = { now: Date.now() };
  const started = Date.now();
  const simulator = createSimulator({
    callbackUrl: `http://127.0.0.1:${portOf(lineServer)}/wechat/oa`,
    clock: { now: () => clock.now + (Date.now() - started) },
    random: (bytes) => randomBytes(bytes),
    root: resolve('.'),
    pace: { limitMs: 4000, gapMs: 1 },
    ...options,
  });
  const app = new Koa();
  app.use(simulator.middleware());
  const server = await listening(createServer(app.callback() as Parameters<typeof createServer>[1]));
  const url = `http://127.0.0.1:${portOf(server)}`;

  const call = async (method: string, path: string, body?: unknown, headers = {}): Promise<Response> =>
    fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const api: World['api'] = async (method, path, body, headers) => {
    const response = await call(method, `/simulator/api${path}`, body, headers);
    const text = await response.text();
    return {
      status: response.status,
      json: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
    };
  };
  let token: string | null = null;
  const fresh = async (): Promise<string> => {
    const { appid, secret } = { appid: 'wxsimulator00000', secret: 'simulator-secret', ...options.account };
    const body = { grant_type: 'client_credential', appid, secret };
    const response = await call('POST', '/simulator/wechat/cgi-bin/stable_token', body);
    return ((await response.json()) as { access_token: string }).access_token;
  };

  return {
    url,
    received: line.received,
    clock,
    api,
    platform: async (method, path, body, given) => {
      if (given === undefined) token ??= await fresh();
      const used = given === undefined ? token : given;
      const query = used === null ? '' : `${path.includes('?') ? '&' : '?'}access_token=${used}`;
      const response = await call(method, `/simulator/wechat${path}${query}`, body);
      return (await response.json()) as Record<string, unknown>;
    },
    token: async () => (token ??= await fresh()),
    forgetToken: () => {
      token = null;
    },
    until: async (happened) => {
      for (let i = 0; i < 200 && !happened(); i += 1) await new Promise((done) => setTimeout(done, 10));
      if (!happened()) throw new Error('it has not happened');
    },
    follower: async (openid) => {
      const { json } = await api('POST', '/users', openid === undefined ? {} : { openid });
      return json['openid'] as string;
    },
    say: (openid, content) => api('POST', `/users/${openid}/messages`, { type: 'text', content }),
    outbox: async (openid) =>
      (await api('GET', `/users/${openid}/outbox`)).json as unknown as Record<string, unknown>[],
    deliveries: async (openid) =>
      (await api('GET', `/users/${openid}/deliveries`)).json as unknown as Delivery[],
    close: async () => {
      simulator.close();
      await Promise.all([server, lineServer].map(closed));
    },
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function listening(server: Server): Promise<Server> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      done(server);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => {
      done();
    });
    server.closeAllConnections();
  });
}
