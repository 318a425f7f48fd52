/** The console's app on memory stores, and browsers that ask it. */
import { expect, jest } from '@jest/globals';
import { createConsoleApp, type ConsoleParts } from '../../../console/server/app.js';
import { createReadLog } from '../../../domain/audit/read-log.js';
import { sessionEnd, type Me } from '../../../domain/staff/staff.js';
import { toBase64url } from '../../../vault/bytes.js';
import { request, type Answer, type Request } from '../../miniprogram-api/request.js';
import { staffLine, type StaffLinePorts } from '../../support/staff-line.js';
import type { Person } from '../../support/staff-people.js';

export const url = 'http://127.0.0.1:3001';

type Method = 'get' | 'post' | 'put' | 'delete';

/** What is sent beside method and path; `body` undefined: none. */
export interface Sent {
  readonly body?: unknown;
  readonly origin?: string | null;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function consoleLine(parts: Partial<ConsoleParts> = {}, ports: StaffLinePorts = {}) {
  const line = staffLine(ports);
  const failed = jest.fn<ConsoleParts['failed']>();
  const all: ConsoleParts = {
    url,
    trustProxy: 0,
    line: {
      name: { zh: '示例举报线', en: 'Sample line' },
      lineId: '0f'.repeat(16),
      sample: true,
      zone: 'Asia/Shanghai',
      publicUrl: 'http://127.0.0.1:3000',
      categories: [{ id: 'corruption', label: { zh: '贪腐', en: 'Corruption' } }],
    },
    page: { files: new Map(), version: '0123456789abcdef' },
    staff: line.cases,
    log: createReadLog(line),
    handle: (network) => network,
    more: [],
    random: (bytes) => new Uint8Array(bytes).fill(7),
    failed,
    ...parts,
  };
  const http = request(createConsoleApp(all).callback());

  /** Asks as the console's own page would, unless told otherwise. */
  async function ask(method: Method, path: string, sent: Sent = {}): Promise<Answer> {
    const { body, cookie, origin = all.url, headers = {} } = sent;
    let asked: Request = http[method](path);
    if (origin !== null && method !== 'get') asked = asked.set('Origin', origin);
    if (cookie !== undefined) asked = asked.set('Cookie', cookie);
    for (const [name, value] of Object.entries(headers)) asked = asked.set(name, value);
    if (body === undefined) return asked;
    return asked.set('Content-Type', 'application/json').send(JSON.stringify(body));
  }

  /** A session of somebody's, without signing in, as the cookie of a browser. */
  async function enter({ id }: Me): Promise<string> {
    const { secret, hash } = line.vault.newSecret();
    const now = line.clock.now();
    const times = { startedAt: now, seenAt: now, endsAt: sessionEnd(now, now) };
    await line.sessions.insert({ id: hash, staffId: id, ...times });
    return `console=${secret}`;
  }

  /** What somebody's browser sends to join or recover. */
  const joining = (who: Person) => ({
    ...{ auth: toBase64url(who.auth), totpSecret: who.totpSecret, code: who.code(line.clock.now()) },
    recovery: toBase64url(who.recovery),
  });
  const signingIn = (who: Person) => ({
    ...{ name: who.name, auth: toBase64url(who.auth), code: who.code(line.clock.now()) },
  });

  return { ...line, parts: all, http, failed, ask, enter, joining, signingIn };
}

export type ConsoleLine = ReturnType<typeof consoleLine>;

/** The cookie that an answer sets, as a browser sends it back. */
export function cookieOf({ headers }: Answer): string {
  const [first = ''] = [headers['set-cookie'] ?? []].flat();
  return first.split(';')[0] ?? '';
}

/** An error as it leaves. */
export const refusal = (status: number, code: string, details?: unknown) => ({
  status,
  body: {
    code,
    message: expect.stringMatching(/^[A-Z].+\.$/) as unknown,
    requestId: '07'.repeat(8),
    ...(details === undefined ? {} : { details }),
  },
});
