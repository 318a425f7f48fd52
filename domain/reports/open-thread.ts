import type { Reports, Vault } from './ports.js';

/** What a receipt opens: a thread, never what was reported. Lives in memory only. */
export interface Thread {
  readonly reportId: string;
  readonly contentPk: Uint8Array;
  readonly threadPk: Uint8Array;
  /** the private half */
  readonly threadKey: Uint8Array;
}

export type OpenThread = (locator: string, secret: string) => Promise<Thread | null>;

/** Stands in for the hash of a report that is not there; no receipt hashes to it. */
const nobody = new Uint8Array(32);

/**
 * Opens a report's thread with its receipt. An unknown locator and a wrong secret get one answer, null, after the
 * same work. @throws DomainError storage.unavailable
 */
export function createOpenThread(ports: { reports: Reports; vault: Vault }): OpenThread {
  const { reports, vault } = ports;
  return async (locator, secret) => {
    const report = await reports.byLocator(locator);
    const { proofHash, wrap } = await vault.openReceipt(locator, secret);
    const right = vault.same(proofHash, report?.proofHash ?? nobody);
    if (!report || !right) return null;
    const threadKey = vault.openThread(wrap, report.wrappedThread);
    if (!threadKey) return null;
    return { reportId: report.id, contentPk: report.contentPk, threadPk: report.threadPk, threadKey };
  };
}
