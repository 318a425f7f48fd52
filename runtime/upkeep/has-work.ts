import type { Reports, ReportLine } from '../../domain/reports/ports.js';

const page = 200;

/** Whether a report or an addition waits to be read: the first that is found is enough. */
export function createHasWork(reports: Pick<Reports, 'list'>): () => Promise<boolean> {
  return async () => {
    for (let after: string | null = null; ;) {
      const lines: readonly ReportLine[] = await reports.list(after, page);
      if (lines.some(waits)) return true;
      after = lines.at(-1)?.id ?? null;
      if (after === null || lines.length < page) return false;
    }
  };
}

const waits = ({ state, unread }: ReportLine): boolean =>
  state === 'received' || (state === 'read' && unread.desk);
