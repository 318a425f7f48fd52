import { describe, expect, test } from '@jest/globals';
import { dayOf, reasonOf } from '../../../../console/web/jobs/letter-words.js';
import { deadIn } from '../../../../console/web/jobs/use-dead-letters.js';
import { letterOf, type Alert } from '../../../../domain/alerts/alert.js';
import { someLetter } from './job-samples.js';

describe('a letter', () => {
  test('is of the day that its id names', () => {
    const alert: Alert = { kind: 'job_failing', fact: 'burn-drafts', params: {} };
    expect(dayOf(letterOf(alert, 'staff-mail', '2026-12-01'))).toBe('2026-12-01');
    expect(dayOf({ id: 'something.else' })).toBeNull();
  });

  test.each([
    ['not-set-up', 'notSetUp'],
    ['no-alert', 'noAlert'],
    ['sign-in', 'signIn'],
    ['tls', 'tls'],
    ['timed-out', 'timedOut'],
    ['no-connection', 'noConnection'],
    ['smtp-451', 'smtpLater'],
    ['smtp-550', 'smtpRefused'],
    ['http-503', 'httpLater'],
    ['http-429', 'httpLater'],
    ['http-404', 'httpRefused'],
    ['failed', 'other'],
    ['storage.unavailable', 'other'],
  ] as const)('that was not delivered for %s says %s', (reason, key) => {
    expect(reasonOf(reason).key).toBe(key);
  });

  test('names the number that the other side said, or the word that it has none for', () => {
    expect([reasonOf('smtp-550').code, reasonOf('failed').code]).toEqual(['550', 'failed']);
  });
});

describe('letters that were given up', () => {
  const dead = someLetter();
  const waiting = someLetter({ state: 'waiting', nextAt: '2026-12-01T01:00:00Z' });

  test('are counted, as far as a page tells', () => {
    expect(deadIn({ items: [dead, dead, waiting], nextCursor: 'x' })).toEqual({ count: 2, more: false });
    expect(deadIn({ items: [dead, dead], nextCursor: 'x' })).toEqual({ count: 2, more: true });
    expect(deadIn({ items: [], nextCursor: null })).toEqual({ count: 0, more: false });
  });
});
