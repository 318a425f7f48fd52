/** The API of a whole line in this process, on the embedded database, behind the real public listener. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../../miniprogram-api/app.js';
import { readBody } from '../../../bot/official-account/read-body.js';
import { openApi } from '../../../runtime/api/open-api.js';
import { openCore } from '../../../runtime/compose.js';
import { createLog } from '../../../runtime/log/log.js';
import { readConfig, type Environment } from '../../../runtime/settings/config.js';

export interface ApiAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

export async function apiLine(settings: Environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'fairline-api-'));
  // nobody listens at the simulator's address: what asks the platform is told that it does not answer
  const alone = {
    ROLES: 'api',
    PORT: '9',
    CONSOLE_PORT: '10',
    LIMIT_REPORTS_DAY: '0',
    LIMIT_TRIES_HOUR: '0',
  };
  const read = readConfig({ DATA_DIR: folder, ...alone, ...settings });
  if ('mistakes' in read) throw new Error('the settings are wrong');
  const core = await openCore(read.config, createLog('silent'));
  const api = openApi(core, '');
  const failures: unknown[] = [];
  const app = createApp({
    ...{ wechat: { answers: new Map(), readBody }, https: false, trustProxy: read.config.trustProxy },
    ...{ readiness: async () => ({}), verifyFiles: new Map(), random: core.random, more: api.middleware },
    home: (ctx) => {
      ctx.body = 'home';
    },
    failed: (error) => {
      failures.push(error);
    },
  });
  const answer = app.callback();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    ...{ core, url, failures, operations: api.operations },
    /** Asks below `/api/v1`. */
    async ask(method: string, path: string, how: Asking = {}): Promise<ApiAnswer> {
      const { body, token, headers = {} } = how;
      const bytes = body instanceof Uint8Array;
      const type =
        body === undefined ? {} : { 'content-type': bytes ? 'application/octet-stream' : 'application/json' };
      const sent = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          ...type,
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: bytes ? Buffer.from(body) : JSON.stringify(body) }),
      });
      const text = await sent.text();
      const json = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
      return { status: sent.status, body: json, headers: sent.headers };
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Asking {
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type ApiLine = Awaited<ReturnType<typeof apiLine>>;
