import type { Clock } from '../ports.js';
import type { ReportLine, Reports } from './ports.js';

/** A report in the desk's list; `overdue`: the promised day is over and nobody has read it. */
export interface DeskLine extends ReportLine {
  readonly overdue: boolean;
}

export type ListReports = () => AsyncGenerator<DeskLine, void>;

const page = 100;

/** All reports, page by page, in the order of their random ids: a list tells nothing about when they came. */
export function createListReports(ports: { reports: Reports; clock: Clock }): ListReports {
  const { reports, clock } = ports;
  return async function* () {
    const today = clock.today();
    for (let after: string | null = null; ;) {
      const lines: readonly ReportLine[] = await reports.list(after, page);
      for (const line of lines) yield { ...line, overdue: line.state === 'received' && line.dueDay < today };
      const last = lines.at(-1);
      if (!last || lines.length < page) return;
      after = last.id;
    }
  };
}
