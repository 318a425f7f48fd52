/** The part of the pretended API that a receipt opens, and the desk behind it. */
import { toBase64url, toHex } from '../../../vault/bytes.js';
import { sealItem } from '../../../vault/item.js';
import { signReply } from '../../../vault/reply.js';
import { type ApiLine, random, sodium } from './api-line.js';
import { Refused } from './api-refused.js';
import { type apiReports, b64, openJson, type StoredReport } from './api-reports.js';

type Body = Readonly<Record<string, unknown>>;
type Reports = ReturnType<typeof apiReports>;

export function apiThreads(line: ApiLine, reports: Reports, today: () => string) {
  const tokens = new Map<string, { readonly report: StoredReport; readonly proofHash: string }>();

  function open(body: Body) {
    const report = reports.byProof(b64(body['proof'], 32));
    if (report === null) throw new Refused(404, 'report.receipt_wrong');
    const token = `r_${toBase64url(random(16))}`;
    tokens.set(token, { report, proofHash: report.proofHash });
    const { reportId, wrappedThread, contentPk, threadPk } = report;
    return { token, expiresAt: '2026-12-01T00:15:00.000Z', reportId, wrappedThread, contentPk, threadPk };
  }

  /** The report of a token; a changed receipt ends all older ones. */
  function reportOf(token: string): StoredReport {
    const held = tokens.get(token);
    if (held?.report.proofHash !== held?.proofHash || held === undefined)
      throw new Refused(401, 'report.token_required');
    return held.report;
  }

  function add(report: StoredReport, body: Body) {
    const item = { id: String(body['id']), purpose: 'addition', box: b64(body['box']) } as const;
    const known = report.items.find(({ id }) => id === item.id);
    if (known && toBase64url(known.box) !== body['box']) throw new Refused(409, 'request.invalid');
    if (!known) {
      if (report.state !== 'received' && report.state !== 'read') throw new Refused(409, 'report.closed');
      openJson(report, item);
      report.items.push(item);
    }
    return { id: item.id, day: today() };
  }

  return {
    open,
    reportOf,
    add,
    expireTokens: () => {
      tokens.clear();
    },
    current: (report: StoredReport) => ({
      ...{ caseNumber: report.caseNumber, state: report.state, receivedOn: today(), dueOn: today() },
      additions: report.items.filter(({ purpose }) => purpose === 'addition').length,
      ...{ messages: report.replies.length, outcome: null, keptUntil: null },
      mayAdd: report.state === 'received' || report.state === 'read',
      mayWithdraw: report.state !== 'withdrawn',
      mayDispute: report.state === 'closed',
    }),
    messages(report: StoredReport, cursor: string | null) {
      const from = Number(cursor ?? 0);
      const more = from + 2 < report.replies.length;
      return { items: report.replies.slice(from, from + 2), nextCursor: more ? String(from + 2) : null };
    },
    changeReceipt(report: StoredReport, body: Body): void {
      const proofHash = toHex(b64(body['proofHash'], 32));
      if ([...reports.byId.values()].some((one) => one.proofHash === proofHash))
        throw new Refused(409, 'report.receipt_taken');
      b64(body['wrappedThread'], 73);
      report.proofHash = proofHash;
      report.wrappedThread = String(body['wrappedThread']);
    },
    withdraw(report: StoredReport): void {
      if (report.state === 'withdrawn') throw new Refused(409, 'report.closed');
      report.state = 'withdrawn';
    },
    /** What the desk writes: signed by a reader, or by `seed` in that reader's name. */
    reply(
      reportId: string,
      text: string,
      how: { by?: string; question?: object; seed?: Uint8Array } = {},
    ): string {
      const report = reports.byId.get(reportId);
      const by = how.by ?? 'recovery';
      const seed = how.seed ?? line.signSeeds.get(by);
      if (!report || !seed) throw new Error('no such report or reader');
      const id = toHex(random(16));
      const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);
      const signature = toHex(signReply(sodium, seed, reportId, id, bytes(text)));
      const { question } = how;
      const plain = bytes(JSON.stringify({ text, by, signature, ...(question ? { question } : {}) }));
      const box = sealItem(sodium, random, b64(report.threadPk), reportId, {
        id,
        purpose: 'reply',
        bytes: plain,
      });
      report.replies.push({ id, day: today(), by, box: toBase64url(box) });
      return id;
    },
  };
}
