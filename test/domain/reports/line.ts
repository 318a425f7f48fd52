/** A line in memory with one reader: what the tests of the use cases stand on. */
import { createAcceptReport, type ReportDraft } from '../../../domain/reports/accept-report.js';
import { createAddToReport } from '../../../domain/reports/add-to-report.js';
import { createListReports } from '../../../domain/reports/list-reports.js';
import { createOpenReport } from '../../../domain/reports/open-report.js';
import { createOpenThread } from '../../../domain/reports/open-thread.js';
import { createReadThread } from '../../../domain/reports/read-thread.js';
import { createReplyToReport } from '../../../domain/reports/reply-to-report.js';
import { createWithdrawReport } from '../../../domain/reports/withdraw-report.js';
import { utf8 } from '../../../domain/bytes.js';
import type { KeyringEntry } from '../../../domain/keyring/ports.js';
import type { Reports } from '../../../domain/reports/ports.js';
import { handClock } from '../../support/fakes/clock.js';
import { plainHolidays } from '../../support/fakes/holidays.js';
import { memoryKeyring } from '../../support/fakes/keyring.js';
import { memoryReports } from '../../support/fakes/reports.js';
import { toyReader, toyVault } from '../../support/fakes/vault.js';

export const caseNumber = '87654321';
export const receipt = '12345678901234567891';
export const reader = toyReader('recovery', 1);

export function draft(changes: Partial<ReportDraft> = {}): ReportDraft {
  return {
    reportId: 'a'.repeat(32),
    caseNumber,
    receipt,
    seeds: new Uint8Array(64).map((_, i) => i),
    way: 'chat',
    items: [{ id: '1'.repeat(32), purpose: 'answers', bytes: utf8('somebody took money') }],
    ...changes,
  };
}

export function line(
  options: { entries?: readonly KeyringEntry[]; wrap?: (reports: Reports) => Reports } = {},
) {
  const store = memoryReports();
  const reports = options.wrap ? options.wrap(store) : store;
  const vault = toyVault();
  const clock = handClock('2026-11-20T10:00:00+08:00'); // a Friday
  let drawn = 0;
  const ports = {
    reports,
    keyring: memoryKeyring(...(options.entries ?? [reader.entry])),
    vault,
    desk: vault,
    clock,
    holidays: async () => plainHolidays(),
    readWithin: 3,
    random: (n: number) => new Uint8Array(n).fill(++drawn),
  };
  return {
    ...ports,
    store,
    accept: createAcceptReport(ports),
    openThread: createOpenThread(ports),
    readThread: createReadThread(ports),
    add: createAddToReport(ports),
    withdraw: createWithdrawReport(ports),
    list: createListReports(ports),
    open: createOpenReport(ports),
    reply: createReplyToReport(ports),
  };
}
