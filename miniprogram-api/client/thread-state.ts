/** Where a report stands, as its receipt shows it. */
import type { Body } from './ask.js';
import { count, day, flag, text, whole } from './shape.js';

export type ThreadState = 'received' | 'read' | 'closed' | 'withdrawn' | 'deleted';

export interface ThreadStatus {
  /** eight digits: names the report on the telephone, and opens nothing */
  readonly caseNumber: string;
  readonly state: ThreadState;
  readonly receivedOn: string;
  /** the day by which a person will have read it */
  readonly dueOn: string;
  readonly additions: number;
  readonly outcome: string | null;
  readonly keptUntil: string | null;
  readonly mayAdd: boolean;
  readonly mayWithdraw: boolean;
  readonly mayDispute: boolean;
}

const states: readonly ThreadState[] = ['received', 'read', 'closed', 'withdrawn', 'deleted'];

export function readStatus(body: Body): ThreadStatus | null {
  const needed = whole({
    caseNumber: text(body['caseNumber']),
    state: states.find((state) => state === body['state']) ?? null,
    receivedOn: day(body['receivedOn']),
    dueOn: day(body['dueOn']),
    additions: count(body['additions']),
    mayAdd: flag(body['mayAdd']),
    mayWithdraw: flag(body['mayWithdraw']),
    mayDispute: flag(body['mayDispute']),
  });
  return needed && { ...needed, outcome: text(body['outcome']), keptUntil: day(body['keptUntil']) };
}
