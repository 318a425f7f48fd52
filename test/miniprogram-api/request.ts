/** supertest, which has no types of its own: what the tests use of it. */
import { createRequire } from 'node:module';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Request extends PromiseLike<Answer> {
  set(header: string, value: string): this;
  send(body: string | Buffer): this;
  redirects(most: number): this;
}

export type Agent = Record<'get' | 'head' | 'post' | 'put' | 'delete', (path: string) => Request>;

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export const request = createRequire(import.meta.url)('supertest') as (handler: Handler | Server) => Agent;
