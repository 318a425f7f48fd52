/** The few paths that have one name each: alive, able to serve, the platform's proof of the domain, the first page. */
import type { Context, Middleware } from 'koa';
import { DomainError } from '../domain/errors.js';

export interface FixedPaths {
  /** Whether each thing the line needs to serve is there, by its name (`database`, `schedule`, `keys`). */
  readonly readiness: () => Promise<Readonly<Record<string, boolean>>>;
  /** file name to content, from WECHAT_VERIFY_FILES */
  readonly verifyFiles: ReadonlyMap<string, string>;
  /** What `/` shows. */
  readonly home: (ctx: Context) => void;
}

type Page = (ctx: Context) => unknown;

/** Answers GET and HEAD on its paths, 405 to other methods there, and passes on everything else. */
export function fixedPaths({ readiness, verifyFiles, home }: FixedPaths): Middleware {
  const proofs = [...verifyFiles].map(([name, content]) => [`/${name}`, proof(content)] as const);
  const pages: ReadonlyMap<string, Page> = new Map<string, Page>([
    ['/', home],
    // browsers ask for it with every page; there is none, and that is no mistake
    ['/favicon.ico', (ctx) => (ctx.status = 204)],
    ['/healthz', (ctx) => (ctx.body = { status: 'alive' })],
    ['/readyz', (ctx) => ready(ctx, readiness)],
    ...proofs,
  ]);
  return async (ctx, next) => {
    const page = pages.get(ctx.path);
    if (page === undefined) {
      await next();
      return;
    }
    ctx.state['route'] = ctx.path;
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      ctx.set('Allow', 'GET, HEAD');
      throw new DomainError('request.method');
    }
    await page(ctx);
  };
}

/** A check that throws or takes longer than 2 s is not ready. */
async function ready(ctx: Context, readiness: FixedPaths['readiness']): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, 2000, null)));
  const checks = await Promise.race([readiness().catch(() => null), late]).finally(() => {
    clearTimeout(timer);
  });
  const fine = checks !== null && Object.values(checks).every(Boolean);
  ctx.status = fine ? 200 : 503;
  ctx.body = { status: fine ? 'ready' : 'not ready', checks: checks ?? {} };
}

function proof(content: string): Page {
  return (ctx) => {
    ctx.type = 'text/plain';
    ctx.body = content;
  };
}
