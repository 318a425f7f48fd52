import { type Context } from 'koa';
import { readBody, Refused } from '../http.js';

export type Body = Readonly<Record<string, unknown>>;

/** A JSON object; an empty body is an empty one. @throws Refused 400, 413 */
export async function bodyOf(ctx: Context, most: number): Promise<Body> {
  const bytes = await readBody(ctx, most);
  if (bytes.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Refused(400, 'request.invalid', 'The body is not JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refused(400, 'request.invalid', 'The body is not a JSON object.');
  return value as Body;
}

/** A text that is there and not empty. @throws Refused 400 */
export function textOf(body: Body, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '')
    throw new Refused(400, 'request.invalid', `${name} must be a text.`);
  return value;
}

/** A number between −most and most. @throws Refused 400 */
export function numberOf(body: Body, name: string, most: number): number {
  const value = body[name];
  if (typeof value !== 'number' || !(Math.abs(value) <= most))
    throw new Refused(400, 'request.invalid', `${name} must be a number up to ${most}.`);
  return value;
}

/** `?after=SEQ`: only what came later. */
export const afterOf = (value: unknown): number => (typeof value === 'string' ? Number(value) || 0 : 0);

/** @throws Refused 400 where it is none */
export function openidOf(value: unknown): string {
  if (typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value)) return value;
  throw new Refused(400, 'request.invalid', 'openid must be 1 to 64 letters, digits, - or _.');
}
