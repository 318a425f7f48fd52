import type { Keyring } from '../keyring/ports.js';
import type { Reports, Vault } from './ports.js';
import type { Thread } from './open-thread.js';
import { decodeReply } from './reply.js';
import type { ReportState } from './report.js';

/** All that a receipt shows. */
export interface ThreadView {
  /** to name the report by, on the telephone for instance: it opens nothing */
  readonly caseNumber: string;
  readonly state: ReportState;
  readonly receivedDay: string;
  readonly dueDay: string;
  /** how many additions there are */
  readonly additions: number;
  /** what the desk wrote, oldest first; an unverified one may be anybody's who can write to the database */
  readonly messages: readonly { readonly day: string; readonly text: string; readonly verified: boolean }[];
}

export type ReadThread = (thread: Thread) => Promise<ThreadView | null>;

/**
 * Reads a thread and marks the desk's messages as seen; null if the report is gone. A message that does not open
 * is left out: whoever could garble it could as well have removed it.
 * @throws DomainError storage.unavailable
 */
export function createReadThread(ports: { reports: Reports; keyring: Keyring; vault: Vault }): ReadThread {
  const { reports, keyring, vault } = ports;
  return async (thread) => {
    const report = await reports.byId(thread.reportId);
    if (!report) return null;
    const entries = await keyring.all();
    const messages = report.items
      .filter((item) => item.purpose === 'reply')
      .flatMap((item) => {
        const plain = vault.openItem(thread.threadKey, report.id, item);
        const reply = plain && decodeReply(plain, { vault, entries, reportId: report.id, item });
        return reply ? [{ day: item.day, text: reply.text, verified: reply.verified }] : [];
      });
    if (report.unread.reporter) await reports.seen(report.id, 'reporter');
    return {
      caseNumber: report.caseNumber,
      state: report.state,
      receivedDay: report.receivedDay,
      dueDay: report.dueDay,
      additions: report.items.filter((item) => item.purpose === 'addition').length,
      messages,
    };
  };
}
