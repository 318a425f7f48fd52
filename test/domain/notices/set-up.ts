/** A desk of notices in memory. */
import type { AuditAct } from '../../../domain/audit/audit.js';
import type { createRecordAct } from '../../../domain/audit/record-act.js';
import type { Holidays } from '../../../domain/calendar/holidays.js';
import { createAffordable } from '../../../domain/notices/affordable.js';
import { createAddOccurrence } from '../../../domain/notices/add-occurrence.js';
import type { AccountKind } from '../../../domain/notices/budget.js';
import type { NoticeProblem } from '../../../domain/notices/check-words.js';
import type { Notice } from '../../../domain/notices/notice.js';
import type { Occurrence } from '../../../domain/notices/occurrence.js';
import { createPlanNotices } from '../../../domain/notices/plan-notices.js';
import { createReadBudget } from '../../../domain/notices/read-budget.js';
import { createSaveOccurrence } from '../../../domain/notices/save-occurrence.js';
import {
  createActivateNotice,
  createNewNotice,
  createSaveNotice,
} from '../../../domain/notices/save-notice.js';
import { createTakeOccurrenceStep } from '../../../domain/notices/take-occurrence-step.js';
import type { Article } from '../../../domain/articles/article.js';
import { memoryArticles } from '../../support/fakes/articles.js';
import { handClock } from '../../support/fakes/clock.js';
import { plainHolidays } from '../../support/fakes/holidays.js';
import { memoryHandSends, memoryNotices, memoryOccurrences } from '../../support/fakes/notices.js';
import { seeded } from '../../support/line.js';

export interface DeskParts {
  readonly notices?: readonly Notice[];
  readonly occurrences?: readonly Occurrence[];
  readonly articles?: readonly Article[];
  readonly zone?: string;
  readonly now?: string;
}

export function setUp(parts: DeskParts = {}) {
  const { zone = 'Asia/Shanghai', now = '2026-11-23T09:00:00+08:00' } = parts;
  const notices = memoryNotices(...(parts.notices ?? []));
  const occurrences = memoryOccurrences(...(parts.occurrences ?? []));
  const articles = memoryArticles(...(parts.articles ?? []));
  const handSends = memoryHandSends();
  const clock = handClock(now, zone);
  const acts: AuditAct[] = [];
  const record: ReturnType<typeof createRecordAct> = async (act) => {
    acts.push(act);
    return { ...act, seq: acts.length, at: clock.now(), before: '', hash: '' };
  };
  const desk = {
    problems: [] as readonly NoticeProblem[],
    otherEditor: false,
    account: 'service' as AccountKind,
    holidays: plainHolidays(),
  };
  const readHolidays = async (): Promise<Holidays> => desk.holidays;
  const ports = { notices, occurrences, handSends, clock, random: seeded(5), record, zone, readHolidays };
  const budgetOf = createReadBudget({ ...ports, articles, accountKind: async () => desk.account });
  const one = async (id: string): Promise<Occurrence> => {
    const found = await occurrences.byId(id);
    if (found === null) throw new Error(`no ${id}`);
    return found;
  };
  return {
    ...ports,
    ...{ articles, acts, desk, budgetOf, one },
    all: () => [...occurrences.stored.values()],
    plan: createPlanNotices(ports),
    newNotice: createNewNotice(ports),
    saveNotice: createSaveNotice(ports),
    activate: createActivateNotice(ports),
    save: createSaveOccurrence(ports),
    add: createAddOccurrence(ports),
    take: createTakeOccurrenceStep({
      ...ports,
      affordable: createAffordable({ budgetOf, clock }),
      problemsOf: async () => desk.problems,
      otherEditor: async () => desk.otherEditor,
    }),
  };
}

export const ada = { id: 'ada', roles: ['editor'] as const };
export const ben = { id: 'ben', roles: ['editor'] as const };
export const sue = { id: 'sue', roles: ['supervisor'] as const };
export const hal = { id: 'hal', roles: ['handler', 'auditor', 'administrator'] as const };
