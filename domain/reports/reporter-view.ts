import { bounds, openToReporter } from './bounds.js';
import type { Outcome, Report, ReportState, SealedItem } from './report.js';

/** A report as far as its receipt goes. */
export interface ReporterView {
  readonly caseNumber: string;
  readonly state: ReportState;
  readonly receivedDay: string;
  readonly dueDay: string;
  /** how many additions there are, and messages of the desk */
  readonly additions: number;
  readonly messages: number;
  /** how it ended; null: it has not, or the line does not say yet */
  readonly outcome: Outcome | null;
  /** the day on which it is deleted; null: not decided */
  readonly keptUntil: string | null;
  readonly mayAdd: boolean;
  readonly mayWithdraw: boolean;
  readonly mayDispute: boolean;
}

/** States in which how it ended can be disputed. */
export const disputable: readonly ReportState[] = ['closed'];

/** What a receipt shows without opening anything. */
export function viewOf(report: Report): ReporterView {
  const { caseNumber, state, receivedDay, dueDay, items, outcome = null, retentionDay = null } = report;
  const count = (purpose: SealedItem['purpose']): number =>
    items.filter((item) => item.purpose === purpose).length;
  const room = items.length < bounds.itemsForReporter;
  const isOpen = openToReporter.includes(state);
  return {
    ...{ caseNumber, state, receivedDay, dueDay, outcome, keptUntil: retentionDay },
    ...{ additions: count('addition'), messages: count('reply') },
    ...{ mayAdd: isOpen && room, mayWithdraw: isOpen },
    mayDispute: disputable.includes(state) && room,
  };
}
