/** Answers that are asked for again and again: who has one already is told so, and gets no body. */
import { createHash } from 'node:crypto';
import type { Context } from 'koa';

export interface Tagged {
  /** a media type, with its charset */
  readonly type: string;
  readonly body: Buffer;
  /** the ETag, with its quotes */
  readonly tag: string;
}

/** The tag is made of the body: whatever an answer hangs on, articles, settings or a new release, changes it. */
export function tagged(type: string, text: string): Tagged {
  const body = Buffer.from(text);
  return { type, body, tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` };
}

/** Sends it, or 304 to who has it; kept copies are asked about before each use. True: the whole of it was sent. */
export function answer(ctx: Context, { type, body, tag }: Tagged): boolean {
  ctx.status = 200;
  ctx.set('ETag', tag);
  ctx.set('Cache-Control', 'no-cache');
  if (ctx.fresh) {
    ctx.status = 304;
    return false;
  }
  ctx.set('Content-Type', type);
  ctx.body = body;
  return true;
}

/** The same for JSON. */
export function answerJson(ctx: Context, value: object): void {
  answer(ctx, tagged('application/json; charset=utf-8', JSON.stringify(value)));
}
