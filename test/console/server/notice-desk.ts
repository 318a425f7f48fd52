/** A console with the routes of notices on memory stores, and people who use it. */
import { noticeRoutes } from '../../../console/server/routes/notices/notices.js';
import type { Article } from '../../../domain/articles/article.js';
import { dayStartIn } from '../../../domain/calendar/moments.js';
import { createAffordable } from '../../../domain/notices/affordable.js';
import { createAddOccurrence } from '../../../domain/notices/add-occurrence.js';
import { createFeedCases } from '../../../domain/notices/feed.js';
import { createEnterHandSend } from '../../../domain/notices/hand-sends.js';
import { createNextDays } from '../../../domain/notices/next-days.js';
import type { Notice } from '../../../domain/notices/notice.js';
import { type Occurrence } from '../../../domain/notices/occurrence.js';
import { createPlannedCalendar } from '../../../domain/notices/planned-calendar.js';
import { createProblemsOfOccurrence } from '../../../domain/notices/problems-of.js';
import { createReadBudget } from '../../../domain/notices/read-budget.js';
import {
  createActivateNotice,
  createNewNotice,
  createSaveNotice,
} from '../../../domain/notices/save-notice.js';
import { createSaveOccurrence } from '../../../domain/notices/save-occurrence.js';
import { createTakeOccurrenceStep } from '../../../domain/notices/take-occurrence-step.js';
import { createTestOccurrence } from '../../../domain/notices/test-occurrence.js';
import { createWorkSend } from '../../../domain/notices/work-send.js';
import { DomainError } from '../../../domain/errors.js';
import { hashText } from '../../support/audit-log.js';
import { memoryArticles } from '../../support/fakes/articles.js';
import { plainHolidays } from '../../support/fakes/holidays.js';
import {
  memoryHandSends,
  memoryNoticeFeeds,
  memoryNotices,
  memoryOccurrences,
} from '../../support/fakes/notices.js';
import { toySends } from '../../support/fakes/toy-sends.js';
import { someNoticeContent } from '../../support/notices.js';
import { staffLine } from '../../support/staff-line.js';
import type { Answer } from '../../miniprogram-api/request.js';
import { consoleLine } from './console.js';

const zone = 'Asia/Shanghai';
const consoleUrl = 'http://127.0.0.1:3001';

interface Given {
  readonly notices?: readonly Notice[];
  readonly occurrences?: readonly Occurrence[];
  readonly articles?: readonly Article[];
}

export async function desk(given: Given = {}) {
  const line = staffLine();
  const { clock, random, record } = line;
  const notices = memoryNotices(...(given.notices ?? []));
  const occurrences = memoryOccurrences(...(given.occurrences ?? []));
  const articles = memoryArticles(...(given.articles ?? []));
  const handSends = memoryHandSends();
  const toy = toySends();
  const readHolidays = async () => plainHolidays();
  const shared = { notices, occurrences, articles, handSends, clock, random, record, zone, readHolidays };
  const accountKind = async () => 'service' as const;
  const problemsOf = createProblemsOfOccurrence({ ...shared, accountKind });
  const budgetOf = createReadBudget({ ...shared, accountKind });
  const affordable = createAffordable({ budgetOf, clock });
  let keys = 0;
  const feed = createFeedCases({
    ...{ ...shared, feeds: memoryNoticeFeeds(), staff: line.staff },
    keys: {
      make: () => ({ key: `key${++keys}`, hash: hashText(`key${keys}`) }),
      hash: (key) => hashText(key),
    },
  });
  const table = noticeRoutes({
    ...{ notices, occurrences, handSends, clock, problemsOf, budgetOf, feed, consoleUrl },
    sends: toy.sends,
    nameStaff: line.cases.nameStaff,
    newNotice: createNewNotice(shared),
    saveNotice: createSaveNotice(shared),
    activateNotice: createActivateNotice(shared),
    nextDays: createNextDays(shared),
    saveOccurrence: createSaveOccurrence(shared),
    addOccurrence: createAddOccurrence(shared),
    takeOccurrenceStep: createTakeOccurrenceStep({
      ...{ ...shared, problemsOf, affordable, otherEditor: async () => true },
    }),
    workSend: createWorkSend({ ...shared, sends: toy.sends }),
    testOccurrence: createTestOccurrence({
      occurrences,
      sendTest: async () => {
        throw new DomainError('phone.not_linked');
      },
    }),
    enterHandSend: createEnterHandSend(shared),
    plannedCalendar: createPlannedCalendar({
      ...{ ...shared, consoleUrl, lineName: { zh: '示例线', en: 'Sample line' } },
    }),
    reach: async () => ({ account: 5, mini: null, followers: 100 }),
    dayStart: (day) => dayStartIn(zone, day),
  });
  const server = consoleLine({ more: [table], staff: line.cases }, line);
  const people = {
    ada: (await line.hire('Ada', 'editor')).me,
    ben: (await line.hire('Ben', 'editor')).me,
    sue: (await line.hire('Sue', 'supervisor')).me,
  };
  const cookies = {
    ada: await server.enter(people.ada),
    ben: await server.enter(people.ben),
    sue: await server.enter(people.sue),
  };
  const as = (cookie: string) => (method: 'get' | 'post' | 'put' | 'delete', path: string, body?: unknown) =>
    server.ask(method, path, { cookie, ...(body === undefined ? {} : { body }) });
  return {
    ...{ notices, occurrences, clock, people, server, toy, acts: line.acts },
    ...{ ada: as(cookies.ada), ben: as(cookies.ben), sue: as(cookies.sue) },
  };
}

export const keys = (value: unknown): string[] => Object.keys(value as object).sort();
export const itemsOf = ({ body }: Answer): readonly Record<string, unknown>[] =>
  (body as { items: readonly Record<string, unknown>[] }).items;

export const keysOfNotice = [
  ...['active', 'article', 'at', 'editedAt', 'editedBy', 'id', 'leads', 'name', 'revision', 'rule', 'since'],
  ...['source', 'texts', 'ways', 'windowHours'],
];
export const keysOfLine = [
  ...['at', 'confirmed', 'id', 'lead', 'moved', 'name', 'nominal', 'notice', 'on', 'reach', 'revision'],
  ...['state', 'stateAt', 'ways'],
];
export const keysOfWhole = [
  ...keysOfLine,
  ...['approvedBy', 'article', 'budget', 'checks', 'createdFrom', 'editedAt', 'editedBy', 'events'],
  ...[
    'followsRule',
    'notes',
    'outcome',
    'problems',
    'sends',
    'startedAt',
    'steps',
    'submittedBy',
    'templates',
  ],
  ...['texts', 'touched', 'windowEndsAt'],
].sort();

/** A notice as the page sends it. */
export const asSent = () => {
  const { rule, ...content } = someNoticeContent();
  return { ...content, rule: rule.rule };
};
