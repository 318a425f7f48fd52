import type { ReadHolidays } from '../calendar/ports.js';
import { DomainError, isDomainError } from '../errors.js';
import type { Keyring } from '../keyring/ports.js';
import type { Clock } from '../ports.js';
import type { PlainItem, Reports, Vault } from './ports.js';
import { bounds } from './bounds.js';
import { promiseDay } from './promise-day.js';
import type { Way } from './report.js';

/** A report ready to be sealed. Fixed before it is sent the first time, so that sending it again sends the same. */
export interface ReportDraft {
  readonly reportId: string;
  /** eight random digits */
  readonly caseNumber: string;
  /** twenty digits */
  readonly receipt: string;
  readonly seeds: Uint8Array;
  readonly way: Way;
  readonly items: readonly PlainItem[];
}

export type AcceptReport = (draft: ReportDraft) => Promise<{ dueDay: string; already: boolean }>;

/**
 * Seals a report to the line's trusted readers and stores it under its own id, once however often it is sent:
 * `already` says that an earlier sending did it, `dueDay` is the day promised then.
 * @throws DomainError report.too_large, report.not_taken_here (nobody could read it), report.case_taken,
 * report.receipt_taken (draw another one and send again), storage.unavailable (send again: it may or may not be stored)
 */
export function createAcceptReport(ports: {
  reports: Reports;
  keyring: Keyring;
  vault: Vault;
  clock: Clock;
  holidays: ReadHolidays;
  /** how many working days after the day of receipt a person has read a report at the latest */
  readWithin: number;
}): AcceptReport {
  const { reports, keyring, vault, clock, holidays, readWithin } = ports;
  return async (draft) => {
    if (tooLarge(draft.items)) throw new DomainError('report.too_large');
    const today = clock.today();
    const readers = vault.trusted(await keyring.all(), today);
    if (readers.length === 0) throw new DomainError('report.not_taken_here');
    const { reportId, caseNumber, receipt, seeds, items } = draft;
    const sealed = await vault.sealReport({ reportId, receipt, seeds, readers, items });
    const dueDay = promiseDay(await holidays(), readWithin, today);
    try {
      await reports.insert({
        id: reportId,
        caseNumber,
        proofHash: sealed.proofHash,
        wrappedThread: sealed.wrappedThread,
        contentPk: sealed.contentPk,
        threadPk: sealed.threadPk,
        envelopes: sealed.envelopes,
        items: sealed.items.map(({ id, purpose, box }) => ({ id, purpose, box, day: today })),
        way: draft.way,
        state: 'received',
        receivedDay: today,
        dueDay,
        unread: { desk: false, reporter: false },
      });
      return { dueDay, already: false };
    } catch (error) {
      if (!isDomainError(error) || error.code !== 'report.id_taken') throw error;
      const earlier = await reports.byId(reportId);
      return { dueDay: earlier?.dueDay ?? dueDay, already: true };
    }
  };
}

function tooLarge(items: readonly PlainItem[]): boolean {
  const bytes = items.reduce((sum, item) => sum + item.bytes.length, 0);
  return items.length > bounds.reportItems || bytes > bounds.reportBytes;
}
