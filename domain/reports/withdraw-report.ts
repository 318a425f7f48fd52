import { DomainError } from '../errors.js';
import type { Reports } from './ports.js';
import { openToReporter } from './bounds.js';
import type { Thread } from './open-thread.js';

export type WithdrawReport = (thread: Pick<Thread, 'reportId'>) => Promise<void>;

/**
 * Takes a report back while it is open; withdrawing twice is the same as once.
 * @throws DomainError report.closed, storage.unavailable
 */
export function createWithdrawReport(ports: { reports: Reports }): WithdrawReport {
  const { reports } = ports;
  return async ({ reportId }) => {
    if (await reports.move(reportId, openToReporter, 'withdrawn')) return;
    const report = await reports.byId(reportId);
    if (report?.state !== 'withdrawn') throw new DomainError('report.closed');
  };
}
