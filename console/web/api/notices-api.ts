import type { Client } from './client.js';
import type { Page } from './common-types.js';
import type {
  HandSend,
  MovedRule,
  Notice,
  NoticeContent,
  NoticePreview,
  People,
  SendWay,
} from './notice-types.js';
import type {
  Budget,
  Occurrence,
  OccurrenceChange,
  OccurrenceFilter,
  OccurrenceLine,
  OccurrenceStepRequest,
  SendAct,
  SendLimits,
} from './occurrence-types.js';

/** Notices: what recurs, what is planned, what went out. */
export interface NoticesApi {
  definitions(): Promise<Page<Notice>>;
  definition(id: string): Promise<Notice>;
  create(content: NoticeContent): Promise<Notice>;
  save(id: string, revision: number, content: NoticeContent): Promise<Notice>;
  activate(id: string, active: boolean): Promise<Notice>;
  /** The next days of a rule, before it is saved. */
  preview(rule: MovedRule): Promise<NoticePreview>;
  /** From day to day, both included, the earliest first. */
  list(filter: OccurrenceFilter): Promise<Page<OccurrenceLine>>;
  get(id: string): Promise<Occurrence>;
  /** A day that the rule does not name. */
  add(notice: string, on: string): Promise<Occurrence>;
  change(id: string, revision: number, change: OccurrenceChange): Promise<Occurrence>;
  step(id: string, request: OccurrenceStepRequest): Promise<Occurrence>;
  /** @param answer what somebody found who looked; only for `settle` */
  actOnSend(id: string, way: SendWay, act: SendAct, answer?: 'sent' | 'not_sent'): Promise<Occurrence>;
  limitSend(id: string, way: SendWay, limits: SendLimits): Promise<Occurrence>;
  sendTest(id: string): Promise<void>;
  reach(): Promise<People>;
  /** @param month YYYY-MM */
  budget(month: string): Promise<Budget>;
  handSends(month: string): Promise<Page<HandSend>>;
  addHandSend(on: string, note: string): Promise<HandSend>;
  /** The private link to the calendar; the address is told once. */
  makeFeed(): Promise<{ readonly url: string; readonly madeOn: string | null }>;
  feed(): Promise<{ readonly madeOn: string | null }>;
  removeFeed(): Promise<void>;
}

const notice = (id: string): string => `/notices/${encodeURIComponent(id)}`;
const occurrence = (id: string): string => `/occurrences/${encodeURIComponent(id)}`;

export const createNoticesApi = (client: Client): NoticesApi => ({
  definitions: () => client.get('/notices'),
  definition: (id) => client.get(notice(id)),
  create: (content) => client.post('/notices', content),
  save: (id, revision, content) => client.put(notice(id), { revision, ...content }),
  activate: (id, active) => client.post(`${notice(id)}/active`, { active }),
  preview: (rule) => client.post('/notices/preview', { rule }),
  list: (filter) => client.get('/occurrences', { query: { ...filter } }),
  get: (id) => client.get(occurrence(id)),
  add: (id, on) => client.post('/occurrences', { notice: id, on }),
  change: (id, revision, change) => client.put(occurrence(id), { revision, ...change }),
  step: (id, request) => client.post(`${occurrence(id)}/steps`, request),
  actOnSend: (id, way, act, answer) =>
    client.post(`${occurrence(id)}/sends/${way}/${act}`, answer === undefined ? undefined : { as: answer }),
  limitSend: (id, way, limits) => client.post(`${occurrence(id)}/sends/${way}/limit`, limits),
  sendTest: (id) => client.post(`${occurrence(id)}/tests`),
  reach: () => client.get('/notices/reach'),
  budget: (month) => client.get('/notices/budget', { query: { month } }),
  handSends: (month) => client.get('/hand-sends', { query: { month } }),
  addHandSend: (on, note) => client.post('/hand-sends', { on, note }),
  makeFeed: () => client.post('/notices/feed'),
  feed: () => client.get('/notices/feed'),
  removeFeed: () => client.remove('/notices/feed'),
});
