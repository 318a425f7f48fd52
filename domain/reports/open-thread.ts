import type { Reports, Vault } from './ports.js';

/** What a receipt opens: a thread, never what was reported. Lives in memory only. */
export interface Thread {
  readonly reportId: string;
  readonly contentPk: Uint8Array;
  readonly threadPk: Uint8Array;
  /** the private half */
  readonly threadKey: Uint8Array;
}

export type OpenThread = (receipt: string) => Promise<Thread | null>;

/**
 * Opens a report's thread with its receipt, which finds the report and proves the right to it in one look-up. A receipt
 * that was never given out and one of another line get one answer, null, after the same work.
 * @throws DomainError storage.unavailable
 */
export function createOpenThread(ports: { reports: Reports; vault: Vault }): OpenThread {
  const { reports, vault } = ports;
  return async (receipt) => {
    const { proofHash, wrap } = await vault.openReceipt(receipt);
    const report = await reports.byProof(proofHash);
    const threadKey = report && vault.openThread(wrap, report.wrappedThread);
    if (!threadKey) return null;
    return { reportId: report.id, contentPk: report.contentPk, threadPk: report.threadPk, threadKey };
  };
}
