import type { Notice } from '../../../../console/web/api/notice-types.js';
import type { Occurrence, OccurrenceLine, Send } from '../../../../console/web/api/occurrence-types.js';

export const mei = { id: 's1', name: 'Lin Mei' };
export const chen = { id: 's2', name: '陈思远' };
const texts = { zh: { title: '标题', body: '正文' }, en: { title: 'Title', body: 'Text' } };

/** A day notice as a list has it. */
export const occurrenceLine = (change: Partial<OccurrenceLine> = {}): OccurrenceLine => ({
  ...{ id: 'law.2026-12-04.0', notice: 'law', revision: 3, name: { zh: '宪法日', en: 'Constitution Day' } },
  ...{ on: '2026-12-04', nominal: '2026-12-04', lead: 0, at: '2026-12-04T00:30:00Z' },
  ...{ state: 'draft', stateAt: '2026-11-01T00:00:00Z', confirmed: true, moved: false },
  ways: { mass: null, account: false, mini: true },
  reach: { mass: null, account: null, mini: 12 },
  ...change,
});

/** A whole one. */
export const occurrence = (change: Partial<Occurrence> = {}): Occurrence => ({
  ...occurrenceLine(),
  ...{ windowEndsAt: '2026-12-05T00:30:00Z', templates: texts, texts, article: null },
  ...{ createdFrom: 'rule', followsRule: true, touched: false, editedBy: null, submittedBy: null },
  ...{ approvedBy: null, editedAt: '2026-11-01T00:00:00Z', checks: [], notes: [], events: [], steps: [] },
  ...{ problems: [], sends: [], startedAt: null, outcome: null },
  budget: { period: '2026-12', most: 4, sent: 0, left: 4, planned: [], displaces: null },
  ...change,
});

export const send = (change: Partial<Send> = {}): Send => ({
  ...{ way: 'mini', state: 'sending', stateAt: '2026-12-04T00:30:00Z', reason: null, stalled: false },
  ...{ resumeAt: null, until: '2026-12-05T00:30:00Z', total: 100, sent: 0, skipped: {}, doubt: 0, left: 100 },
  ...{ startedAt: '2026-12-04T00:30:00Z', finishedAt: null, expectedEnd: null, acts: [] },
  limits: { concurrency: 64, perSecond: null },
  ...change,
});

export const notice = (change: Partial<Notice> = {}): Notice => ({
  ...{ id: 'law', revision: 2, name: { zh: '宪法日', en: 'Constitution Day' } },
  rule: { kind: 'yearly', month: 12, day: 4 },
  ...{ since: 2014, at: '08:30', texts, article: null, leads: [0], windowHours: 24, active: true },
  ways: { mass: null, account: false, mini: true },
  ...{ source: 'profile', editedBy: null, editedAt: '2026-01-01T00:00:00Z' },
  ...change,
});
