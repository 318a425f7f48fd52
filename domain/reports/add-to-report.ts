import { DomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import type { Reports, Vault } from './ports.js';
import { bounds, openToReporter } from './bounds.js';
import type { Thread } from './open-thread.js';

/** Something the reporter says later: its words, or the key and size of a file. */
export interface Addition {
  /** 16 bytes in hex, made from the message it came in, so that a message delivered twice adds once */
  readonly id: string;
  readonly bytes: Uint8Array;
}

export type AddToReport = (
  thread: Pick<Thread, 'reportId' | 'contentPk'>,
  addition: Addition,
) => Promise<void>;

/**
 * Seals an addition to those who read the report and stores it; the same id again changes nothing.
 * @throws DomainError report.too_large, report.closed, report.full, storage.unavailable
 */
export function createAddToReport(ports: { reports: Reports; vault: Vault; clock: Clock }): AddToReport {
  const { reports, vault, clock } = ports;
  return async ({ reportId, contentPk }, { id, bytes }) => {
    if (bytes.length > bounds.additionBytes) throw new DomainError('report.too_large');
    const purpose = 'addition';
    const box = vault.sealItem(contentPk, reportId, { id, purpose, bytes });
    const item = { id, purpose, box, day: clock.today() } as const;
    if (await reports.append(reportId, item, 'desk', openToReporter, bounds.itemsForReporter)) return;
    const report = await reports.byId(reportId);
    const open = report !== null && openToReporter.includes(report.state);
    throw new DomainError(open ? 'report.full' : 'report.closed');
  };
}
