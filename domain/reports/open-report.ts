import { DomainError } from '../errors.js';
import type { Keyring } from '../keyring/ports.js';
import type { DeskKeys, DeskVault, Reports, Vault } from './ports.js';
import { decodeReply, type Reply } from './reply.js';
import type { Purpose, Report, ReportState, Way } from './report.js';

/** A report as a reader sees it. */
export interface OpenedReport {
  readonly id: string;
  readonly caseNumber: string;
  readonly way: Way;
  readonly state: ReportState;
  readonly receivedDay: string;
  readonly dueDay: string;
  readonly items: readonly OpenedItem[];
}

export interface OpenedItem {
  readonly id: string;
  readonly purpose: Purpose;
  readonly day: string;
  /** what whoever sealed it put in; null if it does not open, or lies where it was not sealed for */
  readonly bytes: Uint8Array | null;
  /** of a reply that opened: what was written, and whether the reporter sees it as verified */
  readonly reply?: Reply;
}

export type OpenReport = (caseNumber: string, keys: DeskKeys) => Promise<OpenedReport | null>;

/**
 * Opens a report with a reader's private keys; null if there is none under the case number. The first opening moves it
 * from received to read, an opening with unread additions clears their mark, and nothing else is written.
 * @throws DomainError report.sealed_to_others (no envelope that these keys open), storage.unavailable
 */
export function createOpenReport(ports: {
  reports: Reports;
  keyring: Keyring;
  vault: Vault;
  desk: DeskVault;
}): OpenReport {
  const { reports, keyring, vault, desk } = ports;
  return async (caseNumber, keys) => {
    const report = await reports.byCase(caseNumber);
    if (!report) return null;
    const content = privateHalf(desk, keys, report, 'content');
    const thread = privateHalf(desk, keys, report, 'thread');
    if (!content || !thread) throw new DomainError('report.sealed_to_others');
    const entries = await keyring.all();
    const items = report.items.map((item): OpenedItem => {
      const { id, purpose, day } = item;
      const bytes = vault.openItem(purpose === 'reply' ? thread : content, report.id, item);
      const reply =
        purpose === 'reply' && bytes && decodeReply(bytes, { vault, entries, reportId: report.id, item });
      return { id, purpose, day, bytes, ...(reply ? { reply } : {}) };
    });
    const first = report.state === 'received' && (await reports.move(report.id, ['received'], 'read'));
    if (report.unread.desk) await reports.seen(report.id, 'desk');
    const { id, way, receivedDay, dueDay } = report;
    return { id, caseNumber, way, state: first ? 'read' : report.state, receivedDay, dueDay, items };
  };
}

function privateHalf(
  desk: DeskVault,
  keys: DeskKeys,
  report: Report,
  of: 'content' | 'thread',
): Uint8Array | null {
  for (const envelope of report.envelopes) {
    if (envelope.to !== keys.handlerId || envelope.of !== of) continue;
    const half = desk.openEnvelope(keys, report.id, envelope);
    if (half) return half;
  }
  return null;
}
