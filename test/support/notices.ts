/** Notices and occurrences for tests: complete, each with its own id; what matters to a test is given as changes. */
import type { Notice, NoticeContent, NoticeText, NoticeWays } from '../../domain/notices/notice.js';
import { filled } from '../../domain/notices/notice-words.js';
import { type Occurrence, occurrenceId } from '../../domain/notices/occurrence.js';

/** A Monday morning in China: when these are made. */
export const madeAt = Date.parse('2026-11-23T09:00:00+08:00');

let n = 0;

export const someWords = (changes: Partial<Record<'zh' | 'en', NoticeText>> = {}) => ({
  zh: { title: '第{ordinalWord}个教育日', body: '{date}，{weekday}，是第{ordinalWord}个教育日。' },
  en: { title: '{nth} education day', body: '{weekday}, {date}, is the {ordinalWord} education day.' },
  ...changes,
});

export const massToAll: NoticeWays = { mass: { tag: null }, account: false, mini: false };
export const byConsent: NoticeWays = { mass: null, account: true, mini: true };

export const someNoticeContent = (changes: Partial<NoticeContent> = {}): NoticeContent => ({
  name: { zh: '第{ordinalWord}个教育日', en: '{nth} education day' },
  rule: { rule: { kind: 'yearly', month: 4, day: 15 } },
  since: 2016,
  at: '09:00',
  texts: someWords(),
  article: null,
  ways: byConsent,
  leads: [0],
  windowHours: 24,
  ...changes,
});

/** A notice of the desk. */
export function someNotice(changes: Partial<Notice> = {}): Notice {
  return {
    ...{ id: `notice-${++n}`, revision: 1, active: true, source: 'desk', editedBy: 'ed', editedAt: madeAt },
    ...someNoticeContent(changes),
    ...changes,
  };
}

/** A draft of a notice's next day. */
export function someOccurrence(changes: Partial<Occurrence> = {}): Occurrence {
  const { notice = `notice-${++n}`, nominal = '2027-04-15', lead = 0, on = nominal } = changes;
  const at = Date.parse(`${on}T09:00:00+08:00`);
  const templates = changes.templates ?? someWords();
  return {
    ...{ id: occurrenceId(notice, nominal, lead), notice, revision: 1, basis: 1, nominal, on, lead },
    ...{ state: 'draft', stateAt: madeAt, at, windowEndsAt: (changes.at ?? at) + 24 * 3_600_000 },
    ...{ templates, texts: filled(templates, { on, nominal, since: 2016 }), article: null, ways: byConsent },
    ...{ createdFrom: 'rule', followsRule: true, touched: false, moved: false, confirmed: true },
    ...{ editedBy: 'ed', editedAt: madeAt, submittedBy: null, approvedBy: null, checks: [], notes: [] },
    ...{ startedAt: null, outcome: null },
    events: [{ at: madeAt, by: null, what: 'create', detail: 'rule' }],
    ...changes,
  };
}

/** An occurrence with something in every field. */
export const fullOccurrence = (changes: Partial<Occurrence> = {}): Occurrence =>
  someOccurrence({
    ...{ state: 'partly_done', revision: 9, basis: 8, nominal: '2027-04-17', on: '2027-04-19', lead: 7 },
    ...{ article: 'a'.repeat(32), ways: { mass: { tag: 7 }, account: false, mini: true } },
    ...{ createdFrom: 'copy', followsRule: false, touched: true, moved: true, confirmed: false },
    ...{ submittedBy: 'ed', approvedBy: 'vera', checks: ['names_no_real_person'], startedAt: madeAt + 5 },
    notes: [{ by: 'vera', at: madeAt + 1, text: 'Shorter, please.' }],
    outcome: [
      { way: 'mass', state: 'refused', sent: 0, skipped: 0, doubt: 0, reason: '45028' },
      { way: 'mini', state: 'done', sent: 12, skipped: 3, doubt: 0, reason: null },
    ],
    events: [
      { at: madeAt, by: null, what: 'create', detail: 'copy' },
      { at: madeAt + 2, by: 'ed', what: 'submit', detail: null },
    ],
    ...changes,
  });
