/**
 * The API in memory, as its contract has it, behind a transport that can lose, delay and garble. What clients seal is opened
 * by libsodium: so a client on another backend is checked against it.
 */
import type { Transport, TransportAnswer, TransportRequest } from '../../../miniprogram-api/client/ports.js';
import { entryToJson } from '../../../vault/keyring-json.js';
import { toBase64url } from '../../../vault/bytes.js';
import { apiEvidence } from './api-evidence.js';
import { apiLine } from './api-line.js';
import { apiQuestions, apiTexts } from './api-profile.js';
import { Refused } from './api-refused.js';
import { apiReports } from './api-reports.js';
import { apiThreads } from './api-threads.js';
import { apiTickets } from './api-tickets.js';

/**
 * What becomes of a request: `drop` before the server has it, `lose` its answer, `hang` for good, or another answer than
 * the server's: a captive portal's page, nothing, half of it, or a status with a code.
 */
export type Fault =
  | 'drop'
  | 'lose'
  | 'hang'
  | 'html'
  | 'empty'
  | 'cut'
  | { readonly status: number; readonly code?: string; readonly retryAfter?: string };

export type Faults = (request: TransportRequest, nth: number) => Fault | null;

type Body = Readonly<Record<string, unknown>>;
type Answer = readonly [status: number, body: object | null];

export function apiServer(today = '2026-12-01') {
  const state = { today, faults: (() => null) as Faults, takesReports: true, takenProofs: 0 };
  const line = apiLine('2026-01-01');
  const [tickets, evidence] = [apiTickets(), apiEvidence()];
  const reports = apiReports(line, () => state.today);
  const threads = apiThreads(line, reports, () => state.today);
  const requests: TransportRequest[] = [];
  /** the report that a ticket was bound to by its first file */
  const bound = new Map<string, string>();

  function lineAnswer(): object {
    return {
      ...{ name: { zh: '示例', en: 'Sample' }, languages: ['zh', 'en'], sample: true, band: null },
      operator: {
        ...{ legalName: { zh: '示例', en: 'Sample' }, registration: '', filing: '', privacyContact: '' },
        retention: { zh: '一年', en: 'a year' },
      },
      ways: [{ kind: 'telephone', name: { zh: '电话', en: 'Telephone' }, value: '12339', note: null }],
      ...{ telephone: '12339', emergency: '110', lineId: line.lineId, rootPk: toBase64url(line.rootPk) },
      ...{ keyring: line.keyring.map(entryToJson), today: state.today, graph: 'g1' },
      ...{ takesReports: state.takesReports, readWithinWorkingDays: 5 },
      limits: {
        ...{ reportBytes: 1_048_576, reportItems: 100, additionBytes: 16_384, files: 10 },
        ...{ fileBytes: 31_457_280, partBytes: 1_048_576 },
      },
    };
  }

  function questionsAnswer(query: URLSearchParams): object {
    const version = query.get('version') ?? 'g1';
    if (version !== 'g1') throw new Refused(404, 'questions.unknown_version', { current: 'g1' });
    return { version, current: 'g1', lang: query.get('lang'), questions: apiQuestions, texts: apiTexts };
  }

  function send(bearer: string, body: Body, sent: string): object {
    const again = reports.byId.get(String(body['reportId']));
    if (again === undefined && !tickets.open.has(bearer)) throw new Refused(401, 'ticket.required');
    if (again === undefined && state.takenProofs > 0) {
      state.takenProofs -= 1;
      throw new Refused(409, 'report.receipt_taken');
    }
    for (const file of again ? [] : (body['files'] as string[])) {
      const kept = evidence.files.get(file);
      if (kept?.owner !== bearer || kept.reportId !== body['reportId'])
        throw new Refused(404, 'evidence.unknown');
      if (!kept.complete) throw new Refused(409, 'evidence.incomplete', { missing: [], damaged: [] });
    }
    const { caseNumber } = reports.insert(body, sent);
    tickets.open.delete(bearer);
    return { caseNumber, createdOn: state.today, dueOn: '2026-12-08' };
  }

  /** Whose evidence it is: a ticket's under its report, or a report's. */
  function uploader(bearer: string, reportId: unknown): { owner: string; reportId: string } {
    if (!bearer.startsWith('t_')) {
      const report = threads.reportOf(bearer);
      return { owner: report.reportId, reportId: report.reportId };
    }
    const of = bound.get(bearer) ?? (typeof reportId === 'string' ? reportId : undefined);
    if (!tickets.open.has(bearer) || of === undefined || (reportId !== undefined && reportId !== of))
      throw new Refused(401, 'ticket.required');
    bound.set(bearer, of);
    return { owner: bearer, reportId: of };
  }

  function upload(bearer: string, { method, body: raw }: TransportRequest, rest: string, body: Body): Answer {
    const { owner, reportId } = uploader(bearer, body['reportId']);
    const [, file = '', part] = /^\/([0-9a-f]{32})\/(?:parts\/(\d+)|complete)$/.exec(rest) ?? [];
    if (rest === '')
      return [201, evidence.begin(owner, reportId, String(body['fileId']), Number(body['parts']))];
    if (part === undefined) return [200, evidence.complete(owner, file, body['hashes'] as unknown[])];
    if (method !== 'PUT' || !(raw instanceof Uint8Array)) throw new Refused(422, 'request.invalid');
    evidence.put(owner, file, Number(part), raw);
    return [204, null];
  }

  async function handle(request: TransportRequest): Promise<Answer> {
    const { pathname, searchParams } = new URL(request.path, 'http://line.test');
    const bearer = (request.headers['authorization'] ?? '').replace('Bearer ', '');
    const text = typeof request.body === 'string' ? request.body : '';
    const body = (text === '' ? {} : JSON.parse(text)) as Body;
    const path = pathname.replace('/api/v1', '');
    const files = '/reports/current/evidence';
    if (path.startsWith(files)) return upload(bearer, request, path.slice(files.length), body);
    switch (`${request.method} ${path}`) {
      case 'GET /line':
        return [200, lineAnswer()];
      case 'GET /questions':
        return [200, questionsAnswer(searchParams)];
      case 'GET /tickets/challenge':
        return [200, { challenge: await tickets.challenge(), expiresAt: '2026-12-01T00:10:00.000Z' }];
      case 'POST /tickets':
        return [
          201,
          { ticket: await tickets.redeem(body['challenge'], body['nonce']), expiresOn: state.today },
        ];
      case 'POST /reports':
        return [201, send(bearer, body, text)];
      case 'POST /reports/open':
        return [200, threads.open(body)];
      case 'GET /reports/current':
        return [200, threads.current(threads.reportOf(bearer))];
      case 'GET /reports/current/messages':
        return [200, threads.messages(threads.reportOf(bearer), searchParams.get('cursor'))];
      case 'POST /reports/current/messages':
        return [201, threads.add(threads.reportOf(bearer), body)];
      case 'POST /reports/current/dispute':
        if (threads.reportOf(bearer).state !== 'closed') throw new Refused(409, 'report.not_closed');
        return [201, { id: body['id'], day: state.today }];
      case 'POST /reports/current/receipt':
        threads.changeReceipt(threads.reportOf(bearer), body);
        return [204, null];
      case 'POST /reports/current/withdraw':
        threads.withdraw(threads.reportOf(bearer));
        return [204, null];
      default:
        throw new Refused(404, 'request.not_found');
    }
  }

  async function answer(request: TransportRequest): Promise<TransportAnswer> {
    try {
      const [status, body] = await handle(request);
      return plain(status, body === null ? '' : JSON.stringify(body));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { status, code, details, retryAfter } = error;
      const text = JSON.stringify({ code, message: code, requestId: '0', ...(details ? { details } : {}) });
      return plain(status, text, retryAfter === undefined ? undefined : String(retryAfter));
    }
  }

  const request: Transport = async (asked) => {
    requests.push(asked);
    const fault = state.faults(asked, requests.length);
    if (fault === 'drop') throw new Error('connection lost');
    if (fault === 'hang') return new Promise<never>(() => undefined);
    if (fault === 'html') return plain(200, '<!doctype html><title>Sign in to the network</title>');
    if (fault === 'empty') return plain(200, '');
    if (typeof fault === 'object' && fault !== null) {
      const { status, code, retryAfter } = fault;
      return plain(status, code === undefined ? 'no' : JSON.stringify({ code, message: code }), retryAfter);
    }
    const given = await answer(asked);
    if (fault === 'lose') throw new Error('connection lost');
    return fault === 'cut' ? plain(given.status, given.text.slice(0, -2) || '<') : given;
  };

  return { state, line, tickets, evidence, reports, threads, requests, request };
}

export type ApiServer = ReturnType<typeof apiServer>;

function plain(status: number, text: string, retryAfter?: string): TransportAnswer {
  return {
    ...{ status, text },
    header: (name) => (name.toLowerCase() === 'retry-after' ? (retryAfter ?? null) : null),
  };
}
