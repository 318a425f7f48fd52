/** What the routes of notices are made of. */
import type { AddOccurrence } from '../../../../domain/notices/add-occurrence.js';
import type { FeedCases } from '../../../../domain/notices/feed.js';
import type { EnterHandSend } from '../../../../domain/notices/hand-sends.js';
import type { NextDays } from '../../../../domain/notices/next-days.js';
import type { Occurrence } from '../../../../domain/notices/occurrence.js';
import type { PlannedCalendar } from '../../../../domain/notices/planned-calendar.js';
import type { HandSends, Notices, Occurrences, Reach } from '../../../../domain/notices/ports.js';
import type { ProblemsOfOccurrence } from '../../../../domain/notices/problems-of.js';
import type { ReadBudget } from '../../../../domain/notices/read-budget.js';
import type { ActivateNotice, NewNotice, SaveNotice } from '../../../../domain/notices/save-notice.js';
import type { SaveOccurrence } from '../../../../domain/notices/save-occurrence.js';
import type { TakeOccurrenceStep } from '../../../../domain/notices/take-occurrence-step.js';
import type { TestOccurrence } from '../../../../domain/notices/test-occurrence.js';
import type { WorkSend } from '../../../../domain/notices/work-send.js';
import type { Clock } from '../../../../domain/ports.js';
import type { Sends } from '../../../../domain/sending/ports.js';
import type { NameStaff } from '../../../../domain/staff/name-staff.js';
import type { Actor } from '../../../../domain/articles/take-step.js';
import { presentOccurrence } from './occurrences.presenter.js';

export interface NoticeParts {
  readonly notices: Notices;
  readonly occurrences: Occurrences;
  readonly handSends: HandSends;
  readonly sends: Pick<Sends, 'of'>;
  readonly clock: Clock;
  readonly nameStaff: NameStaff;
  readonly newNotice: NewNotice;
  readonly saveNotice: SaveNotice;
  readonly activateNotice: ActivateNotice;
  readonly nextDays: NextDays;
  readonly saveOccurrence: SaveOccurrence;
  readonly addOccurrence: AddOccurrence;
  readonly takeOccurrenceStep: TakeOccurrenceStep;
  readonly workSend: WorkSend;
  readonly testOccurrence: TestOccurrence;
  readonly enterHandSend: EnterHandSend;
  readonly feed: FeedCases;
  readonly plannedCalendar: PlannedCalendar;
  readonly problemsOf: ProblemsOfOccurrence;
  readonly budgetOf: ReadBudget;
  readonly reach: () => Promise<Reach>;
  /** The moment at which a day begins in the line's zone, in milliseconds. */
  readonly dayStart: (day: string) => number;
  /** where staff reach the console: an origin, without a slash at the end */
  readonly consoleUrl: string;
}

/** The whole occurrence as one person gets it. */
export async function wholeOccurrence(parts: NoticeParts, actor: Actor, occurrence: Occurrence) {
  const { notices, sends, nameStaff, problemsOf, budgetOf, reach, clock } = parts;
  const [notice, started, nameOf, problems, people, budget] = await Promise.all([
    notices.byId(occurrence.notice),
    occurrence.startedAt === null ? [] : sends.of(occurrence.id),
    nameStaff(),
    problemsOf(occurrence),
    reach(),
    budgetOf(clock.dayAt(occurrence.at)),
  ]);
  const shown = { notice, nameOf, actor, problems, people, budget, now: clock.now() };
  return presentOccurrence(occurrence, { ...shown, sends: started });
}
