/** Shape at the edge: what a request brings is read into a class that says what may be in it, or refused by its fields. */
import 'reflect-metadata';
import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { Context } from 'koa';
import { DomainError } from '../domain/errors.js';
import { isPlainInput } from './plain-input.js';
import { readJson } from './read-body.js';

/**
 * An input of the class, or every field that is wrong. Unknown fields are wrong, and nothing is converted by itself: what
 * is not text carries `@Type`. @throws DomainError request.invalid with `details: { fields: { <path>: [<rule>] } }`
 */
export async function parse<T extends object>(shape: ClassConstructor<T>, input: unknown): Promise<T> {
  if (typeof input !== 'object' || input === null || Array.isArray(input) || !isPlainInput(input))
    throw new DomainError('request.invalid');
  const value = plainToInstance(shape, input, {
    enableImplicitConversion: false,
    exposeDefaultValues: true,
  });
  const wrong = validateSync(value, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  });
  if (wrong.length > 0) throw new DomainError('request.invalid', { details: { fields: fieldsOf(wrong) } });
  return value;
}

/** Fields that are named in one refusal. */
const mostFields = 50;

/** The rules that were broken, by path: names of rules and fields only, never a value. */
function fieldsOf(errors: readonly ValidationError[], above = ''): Record<string, readonly string[]> {
  const fields: Record<string, readonly string[]> = {};
  for (const { property, constraints, children } of errors.slice(0, mostFields)) {
    const path = `${above}${property}`;
    if (constraints !== undefined) fields[path] = Object.keys(constraints);
    Object.assign(fields, fieldsOf(children ?? [], `${path}.`));
  }
  return fields;
}

/** An endpoint without a body: its query, read into a class. */
export function querying<Q extends object>(
  shape: ClassConstructor<Q>,
  handle: (query: Q, ctx: Context) => Promise<void> | void,
): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    await handle(await parse(shape, { ...ctx.query }), ctx);
  };
}

/** An endpoint with a JSON body, read into a class. `most`: bytes. @throws DomainError request.invalid, request.too_large */
export function endpoint<B extends object>(
  shape: ClassConstructor<B>,
  handle: (body: B, ctx: Context) => Promise<void> | void,
  most?: number,
): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    await handle(await parse(shape, await readJson(ctx, most)), ctx);
  };
}
