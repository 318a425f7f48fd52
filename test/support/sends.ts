/** Sends and consents for tests. */
import type { Consent } from '../../domain/subscriptions/consent.js';
import { emptyTally, type Send, type SendOrder, usualLimits } from '../../domain/sending/send.js';

/** 08:00 on 15 April 2027 in Shanghai. */
export const sendsAt = Date.parse('2027-04-15T00:00:00Z');
export const hourMs = 3_600_000;

export function someOrder(changes: Partial<SendOrder> = {}): SendOrder {
  const { way = 'account', occurrence = 'education-day.2027-04-15.0' } = changes;
  return {
    ...{ id: `${occurrence}.${way}`, occurrence, way, tag: null, article: null },
    texts: {
      zh: { title: '全民国家安全教育日', body: '点击阅读今年的宣传文章。' },
      en: { title: 'Security Day', body: 'Read what is new this year.' },
    },
    ...{ on: '2027-04-15', page: 'https://line.test/a/', until: sendsAt + 24 * hourMs },
    ...changes,
  };
}

export function someSend(changes: Partial<Send> = {}): Send {
  return {
    ...someOrder(changes),
    ...{ key: '0123456789abcdef', state: 'waiting', stateAt: sendsAt, reason: null, resumeAt: null },
    progress: { ...emptyTally, total: null, startedAt: null, finishedAt: null, cursor: null },
    ...{ counted: emptyTally, progressAt: sendsAt, limits: usualLimits, template: null },
    ...{ mass: null, jobId: null, fence: 0, beat: 0, leaseUntil: 0 },
    ...changes,
  };
}

export function someConsent(id: string, changes: Partial<Consent> = {}): Consent {
  return {
    ...{ id, person: `person of ${id}`, way: 'account', template: 'form', sealed: Uint8Array.of(1, 2) },
    ...{ count: 1, open: 0, turn: 1, answers: ['a'], changedOn: '2027-03-01' },
    ...changes,
  };
}
