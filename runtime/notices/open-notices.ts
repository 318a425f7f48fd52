/** Notices of a running line: the use cases for staff, and the steps of the line itself. */
import type { RecordAct } from '../../domain/audit/record-act.js';
import type { ReadHolidays } from '../../domain/calendar/ports.js';
import { createAddOccurrence } from '../../domain/notices/add-occurrence.js';
import { createAdvanceNotices } from '../../domain/notices/advance-notices.js';
import { createFeedCases } from '../../domain/notices/feed.js';
import { createEnterHandSend } from '../../domain/notices/hand-sends.js';
import { createNextDays } from '../../domain/notices/next-days.js';
import { createNoticeFacts } from '../../domain/notices/notice-facts.js';
import { createPlanNotices } from '../../domain/notices/plan-notices.js';
import { createPlannedCalendar } from '../../domain/notices/planned-calendar.js';
import type { Reach } from '../../domain/notices/ports.js';
import { createPreviewNotices } from '../../domain/notices/preview-notices.js';
import { createProblemsOfOccurrence } from '../../domain/notices/problems-of.js';
import { seedNotices, type ProfileNotice } from '../../domain/notices/seed-notices.js';
import { createSaveOccurrence } from '../../domain/notices/save-occurrence.js';
import { createActivateNotice, createNewNotice, createSaveNotice } from '../../domain/notices/save-notice.js';
import { createTakeOccurrenceStep } from '../../domain/notices/take-occurrence-step.js';
import { createTestOccurrence } from '../../domain/notices/test-occurrence.js';
import { createWorkSend } from '../../domain/notices/work-send.js';
import type { SendTest } from '../../domain/phones/send-test.js';
import type { Clock, Random } from '../../domain/ports.js';
import type { Sends } from '../../domain/sending/ports.js';
import type { Storage } from '../storage/storage.js';
import { createFeedKeys } from './feed-keys.js';
import { createNoticePages } from './notice-pages.js';
import type { MassBudget } from './open-budget.js';

export interface NoticesParts {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly random: Random;
  readonly record: RecordAct;
  readonly hashText: (text: string) => string;
  readonly readHolidays: ReadHolidays;
  readonly sends: Sends;
  readonly sendTest: SendTest;
  readonly reach: () => Promise<Reach>;
  readonly budget: MassBudget;
  readonly zone: string;
  readonly publicUrl: string;
  readonly consoleUrl: string;
  readonly lineName: Readonly<Record<'zh' | 'en', string>>;
  /** the profile's notices */
  readonly given: readonly ProfileNotice[];
}

export type NoticeCases = ReturnType<typeof openNotices>;

export function openNotices(parts: NoticesParts) {
  const { storage, clock, random, record, readHolidays, sends, sendTest, reach } = parts;
  const { notices, occurrences, handSends, articles, staff } = storage;
  const { zone, consoleUrl, lineName } = parts;
  const shared = { notices, occurrences, articles, handSends, clock, random, record, zone };
  const planning = { ...shared, readHolidays };
  const { accountKind, budgetOf, affordable } = parts.budget;
  const problemsOf = createProblemsOfOccurrence({ ...shared, accountKind });
  const plan = createPlanNotices(planning);
  return {
    ...{ problemsOf, budgetOf, reach, sends },
    newNotice: createNewNotice(planning),
    saveNotice: createSaveNotice(planning),
    activateNotice: createActivateNotice(planning),
    nextDays: createNextDays(planning),
    saveOccurrence: createSaveOccurrence(shared),
    addOccurrence: createAddOccurrence(shared),
    takeOccurrenceStep: createTakeOccurrenceStep({
      ...{ ...shared, problemsOf, affordable },
      otherEditor: async (than) =>
        (await staff.all()).some(
          ({ id, roles, state }) => state === 'active' && roles.includes('editor') && !than.includes(id),
        ),
    }),
    workSend: createWorkSend({ ...shared, sends }),
    testOccurrence: createTestOccurrence({ occurrences, sendTest }),
    enterHandSend: createEnterHandSend(shared),
    feed: createFeedCases({
      ...{ ...shared, feeds: storage.noticeFeeds, staff },
      keys: createFeedKeys(random, parts.hashText),
    }),
    plannedCalendar: createPlannedCalendar({ ...shared, consoleUrl, lineName }),
    facts: createNoticeFacts({ ...shared, sends }),
    preview: createPreviewNotices({ ...planning, reach, given: parts.given }),
    /** Puts the profile's notices into the database where they are not yet, and plans what they bring. */
    async seed(): Promise<void> {
      if ((await seedNotices(shared, parts.given)) > 0) await plan();
    },
    plan,
    advance: createAdvanceNotices({ ...shared, sends, pageOf: createNoticePages(parts.publicUrl) }),
  };
}
