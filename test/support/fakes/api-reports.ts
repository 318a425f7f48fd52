/** Reports as the API takes them. Each one is opened by libsodium as it comes: what does not open is refused. */
import { drawDigits } from '../../../questions/receipt.js';
import { equal, fromBase64url, toHex } from '../../../vault/bytes.js';
import { openItem } from '../../../vault/item.js';
import { trusted } from '../../../vault/keyring.js';
import type { Envelope, Purpose, SealedItem } from '../../../vault/types.js';
import { type ApiLine, random, sodium } from './api-line.js';
import { Refused } from './api-refused.js';

type Body = Readonly<Record<string, unknown>>;

export interface StoredReport {
  readonly reportId: string;
  readonly sent: string;
  readonly caseNumber: string;
  proofHash: string;
  wrappedThread: string;
  readonly contentPk: string;
  readonly threadPk: string;
  readonly contentKey: Uint8Array;
  readonly threadKey: Uint8Array;
  readonly envelopes: readonly Envelope[];
  readonly files: readonly string[];
  readonly items: SealedItem[];
  readonly replies: { id: string; day: string; by: string | null; box: string }[];
  state: 'received' | 'read' | 'closed' | 'withdrawn';
}

export const b64 = (value: unknown, length?: number): Uint8Array => {
  const bytes = typeof value === 'string' ? fromBase64url(value) : null;
  if (bytes === null || (length !== undefined && bytes.length !== length))
    throw new Refused(422, 'report.malformed');
  return bytes;
};

/** An item in clear. */
export function openJson(report: StoredReport, item: SealedItem): Body {
  const plain = openItem(sodium, report.contentKey, report.reportId, item);
  if (plain === null) throw new Refused(422, 'report.malformed');
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain)) as Body;
}

export function apiReports(line: ApiLine, today: () => string) {
  const byId = new Map<string, StoredReport>();

  function insert(body: Body, sent: string): StoredReport {
    const reportId = String(body['reportId']);
    const known = byId.get(reportId);
    if (known && known.sent !== sent) throw new Refused(409, 'report.id_taken');
    if (known) return known;
    const proofHash = toHex(b64(body['proofHash'], 32));
    if ([...byId.values()].some((one) => one.proofHash === proofHash))
      throw new Refused(409, 'report.receipt_taken');
    const report = read(line, today(), body, { reportId, sent, proofHash });
    byId.set(reportId, report);
    return report;
  }

  return {
    byId,
    insert,
    byProof: (proof: Uint8Array) => {
      const hash = toHex(sodium.hash(32, proof));
      return [...byId.values()].find((one) => one.proofHash === hash) ?? null;
    },
  };
}

function read(
  line: ApiLine,
  today: string,
  body: Body,
  known: { reportId: string; sent: string; proofHash: string },
): StoredReport {
  const envelopes = (body['envelopes'] as Body[]).map(
    (one) => ({ to: one['to'], of: one['of'], box: b64(one['box'], 113) }) as Envelope,
  );
  const readers = trusted(sodium, line.keyring, line.rootPk, today).map((entry) => entry.handlerId);
  const whole = readers.flatMap((to) => [`${to} content`, `${to} thread`]).sort();
  const named = envelopes.map(({ to, of }) => `${to} ${of}`).sort();
  if (JSON.stringify(named) !== JSON.stringify(whole)) throw new Refused(409, 'report.readers_changed');
  const contentKey = line.open(known.reportId, envelopes, 'content');
  const threadKey = line.open(known.reportId, envelopes, 'thread');
  if (contentKey === null || threadKey === null) throw new Refused(422, 'report.malformed');
  if (!equal(sodium.boxPublic(contentKey), b64(body['contentPk'], 32)))
    throw new Refused(422, 'report.malformed');
  if (!equal(sodium.boxPublic(threadKey), b64(body['threadPk'], 32)))
    throw new Refused(422, 'report.malformed');
  const report: StoredReport = {
    ...known,
    ...{
      caseNumber: drawDigits(random, 8),
      contentKey,
      threadKey,
      envelopes,
      replies: [],
      state: 'received',
    },
    contentPk: String(body['contentPk']),
    threadPk: String(body['threadPk']),
    wrappedThread: String(body['wrappedThread']),
    files: body['files'] as string[],
    items: (body['items'] as Body[]).map((one) => ({
      ...{ id: String(one['id']), purpose: one['purpose'] as Purpose, box: b64(one['box']) },
    })),
  };
  b64(body['wrappedThread'], 73);
  for (const item of report.items) openJson(report, item);
  if (report.items.filter(({ purpose }) => purpose === 'answers').length !== 1)
    throw new Refused(422, 'report.malformed');
  return report;
}
