/** What the API answers to: a table of operations. The router, the OpenAPI document and the tests walk the same one. */
import type { ClassConstructor } from 'class-transformer';
import type { Context } from 'koa';
import { DomainError, type ErrorCode } from '../domain/errors.js';
import { parse } from '../http/endpoint.js';
import { readBytes, readJson } from '../http/read-body.js';

/** Below which the API lies. */
export const apiPrefix = '/api/v1';

/** Who calls: nobody in particular, or whoever holds the token of that name (`Authorization: Bearer …`). */
export type Actor = 'anyone' | 'ticket' | 'report' | 'uploader' | 'session';

/** What an operation gets of its request: read, checked and of its declared class. */
export interface Call<B, Q> {
  readonly body: B;
  readonly query: Q;
  /** the parts of the address that the pattern names */
  readonly params: Readonly<Record<string, string>>;
  readonly ctx: Context;
}

/** A request that a test sends as it stands, and that the documents show. */
export interface Example {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
}

interface Spec<B extends object, Q extends object, A extends object | null> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** below `/api/v1`; `:name` is a part that `params` holds */
  readonly path: string;
  /** its name in the OpenAPI document, a verb first: `sendReport` */
  readonly id: string;
  /** the heading under which the documents list it */
  readonly tag: string;
  /** one sentence */
  readonly summary: string;
  readonly actor: Actor;
  /** a JSON body of this class, at most `most` bytes (256 KiB unless said) */
  readonly body?: ClassConstructor<B>;
  readonly most?: number;
  /** a body of raw bytes, of at most this many: `body` is none then, and `ctx` reads it */
  readonly bytes?: number;
  readonly query?: ClassConstructor<Q>;
  readonly answer: {
    readonly status: 200 | 201 | 204;
    /** the class that describes the answer's keys; none for 204 */
    readonly shape?: ClassConstructor<object>;
  };
  /** the codes it refuses with, beside `request.invalid`, `request.too_large` and `internal.unexpected` */
  readonly errors: readonly ErrorCode[];
  readonly example: Example;
  /** the handler answers by itself, for who asks again and has it already */
  readonly own?: true;
  readonly handle: (call: Call<B, Q>) => Promise<A> | A;
}

/** An operation whose types are its own business: what the router and the documents need of it. */
export interface Operation extends Omit<
  Spec<object, object, object | null>,
  'handle' | 'body' | 'query' | 'most'
> {
  readonly body?: ClassConstructor<object>;
  readonly query?: ClassConstructor<object>;
  /** Reads the request, does it and answers. @throws DomainError one of its codes */
  readonly run: (ctx: Context) => Promise<void>;
}

/** Makes an operation of a table. */
export function operation<B extends object, Q extends object, A extends object | null>(
  spec: Spec<B, Q, A>,
): Operation {
  const { handle, body, query, most, ...rest } = spec;
  return {
    ...rest,
    ...(body === undefined ? {} : { body }),
    ...(query === undefined ? {} : { query }),
    async run(ctx) {
      const { params = {} } = ctx as { params?: Readonly<Record<string, string>> };
      const asked = query === undefined ? (noQuery(ctx) as Q) : await parse(query, { ...ctx.query });
      const told = body === undefined ? ({} as B) : await parse(body, await readJson(ctx, most));
      const value = await handle({ body: told, query: asked, params, ctx });
      if (spec.own) return;
      ctx.status = spec.answer.status;
      if (value !== null) ctx.body = value;
    },
  };
}

/** An operation that takes no query says so. @throws DomainError request.invalid naming what came */
function noQuery(ctx: Context): object {
  const names = Object.keys(ctx.query);
  if (names.length > 0)
    throw new DomainError('request.invalid', {
      details: {
        fields: Object.fromEntries(names.slice(0, 20).map((name) => [name, ['whitelistValidation']])),
      },
    });
  return {};
}

/** The raw bytes of a body, of at most so many. @throws DomainError request.invalid (another type), request.too_large */
export async function rawBody(ctx: Context, most: number): Promise<Uint8Array> {
  if (ctx.is('application/octet-stream') === false) throw new DomainError('request.invalid');
  return new Uint8Array(await readBytes(ctx, most));
}
