/** A report as it is sent: sealed once, and the same text however often it goes out. */
import { toBase64url, wipe } from '../../vault/bytes.js';
import { hash } from '../../vault/kdf.js';
import { sealReport, type SealedReport } from '../../vault/seal-report.js';
import { utf8 } from '../../vault/utf8.js';
import { type Core, lineIdOf } from './core.js';
import { ApiError } from './errors.js';
import type { FileFacts } from './file-upload.js';
import { type Content, reportItems } from './report-items.js';

/** One sealing of a report. There is another if the answers or the readers changed before it was taken. */
export interface SealedBody {
  /** Hash of what was sealed: the same answers and files are not sealed twice */
  readonly of: string;
  readonly receipt: string;
  readonly json: string;
}

export interface ReportSecrets {
  readonly reportId: string;
  readonly receipt: string;
  readonly seeds: Uint8Array;
}

/** What tells one content from another. */
export function contentHash(core: Core, content: Content, files: readonly FileFacts[]): string {
  const { graph, lang, answers, notes } = content;
  const whole = JSON.stringify([graph.version, lang, answers, notes, files]);
  return toBase64url(hash(core.backend, utf8(whole)));
}

/**
 * Seals to whoever may read today. @throws ApiError report.too_large, report.not_taken_here (nobody may),
 * keyring.untrusted; NoConnection
 */
export async function sealBody(
  core: Core,
  secrets: ReportSecrets,
  content: Content,
  files: readonly FileFacts[],
): Promise<SealedBody> {
  const { ports, backend } = core;
  const random = (bytes: number): Uint8Array => ports.random(bytes);
  const line = await core.line();
  const keys = core.keysOf(line);
  if (line.readers.length === 0) throw new ApiError('report.not_taken_here', 0);
  const items = reportItems(content, files, random);
  const size = items.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > line.limits.reportBytes || items.length > line.limits.reportItems)
    throw new ApiError('report.too_large', 0);
  // a copy: seeds that are overwritten meanwhile would make keys that anybody knows
  const seeds = secrets.seeds.slice();
  const draft = { ...secrets, seeds, readers: line.readers, items };
  const sealed = await sealReport(backend, random, lineIdOf(keys), draft);
  wipe(seeds, ...items.map(({ bytes }) => bytes));
  const json = JSON.stringify({
    ...{ reportId: secrets.reportId, graph: content.graph.version, way: core.way },
    ...wireForm(sealed),
    files: files.map(({ file }) => file),
  });
  return { of: contentHash(core, content, files), receipt: secrets.receipt, json };
}

function wireForm(sealed: SealedReport) {
  return {
    proofHash: toBase64url(sealed.proofHash),
    wrappedThread: toBase64url(sealed.wrappedThread),
    contentPk: toBase64url(sealed.contentPk),
    threadPk: toBase64url(sealed.threadPk),
    envelopes: sealed.envelopes.map(({ to, of, box }) => ({ to, of, box: toBase64url(box) })),
    items: sealed.items.map(({ id, purpose, box }) => ({ id, purpose, box: toBase64url(box) })),
  };
}
