/** The staff console's listener: its page, and what the page asks. Nothing else is served here. */
import Koa, { type Context } from 'koa';
import type { ReadLog } from '../../domain/audit/read-log.js';
import { DomainError } from '../../domain/errors.js';
import type { StaffCases } from '../../domain/staff/staff-cases.js';
import { errors, type ErrorsOptions } from '../../http/errors.js';
import { securityHeaders } from '../../http/security-headers.js';
import { ownOrigin } from './middleware/origin.js';
import { retryAfter } from './middleware/retry-after.js';
import { sessionCookie } from './middleware/session.js';
import { version } from './middleware/version.js';
import { networkOf } from '../../http/network.js';
import { routing } from './router.js';
import { auditRoutes } from './routes/audit/audit.js';
import { invitationRoutes } from './routes/invitations/invitations.js';
import { lineRoutes, type LineFacts } from './routes/line/line.js';
import { recoveryRoutes } from './routes/recovery/recovery.js';
import type { RouteTable } from './routes/route.js';
import { sessionRoutes } from './routes/session/session.js';
import { staffRoutes } from './routes/staff/staff.js';
import { staticFiles, type StaticFiles } from './static-files.js';

export interface ConsoleParts extends ErrorsOptions {
  /** where staff reach the console: an origin, without a slash at the end */
  readonly url: string;
  /** how many proxies stand in front; their word on who asks is believed, and no other's */
  readonly trustProxy: number;
  readonly line: LineFacts;
  readonly page: StaticFiles;
  readonly staff: StaffCases;
  readonly log: ReadLog;
  /** makes of a network a word that means nothing outside this process */
  readonly handle: (network: string) => string;
  /** what else is answered under `/api/` */
  readonly more: readonly RouteTable[];
}

/** All that the console answers to beside its page. */
export function consoleRoutes(parts: ConsoleParts): readonly RouteTable[] {
  const { staff, log, line, page, url, handle, more } = parts;
  const cookie = sessionCookie(isHttps(url));
  const network = (ctx: Context): string => handle(networkOf(ctx.ip));
  return [
    lineRoutes(line, page.version),
    sessionRoutes(staff, cookie, network),
    recoveryRoutes(staff, cookie, network),
    invitationRoutes(staff, cookie, url),
    staffRoutes(staff),
    auditRoutes(log, staff.nameStaff),
    ...more,
  ];
}

const isHttps = (url: string): boolean => url.startsWith('https:');

/** The console's app. What is in no table, and no file of the page, is not there. */
export function createConsoleApp(parts: ConsoleParts): Koa {
  const { url, page, staff, trustProxy } = parts;
  const app = new Koa({ proxy: trustProxy > 0, maxIpsCount: trustProxy });
  app.use(errors(parts));
  app.use(securityHeaders(isHttps(url)));
  app.use(version(page.version));
  app.use(retryAfter());
  app.use(staticFiles(page));
  app.use(ownOrigin(url));
  const guard = { readSession: staff.readSession, cookie: sessionCookie(isHttps(url)) };
  for (const middleware of routing(consoleRoutes(parts), guard)) app.use(middleware);
  app.use(() => {
    throw new DomainError('request.not_found');
  });
  // What breaks after the answer began; without a listener Koa would print the error's words.
  app.on('error', (error: unknown) => {
    parts.failed(error, { route: '/*', status: 500 });
  });
  return app;
}
