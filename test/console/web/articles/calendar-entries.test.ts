import { describe, expect, test } from '@jest/globals';
import { agendaOf, entriesOf, movableKey } from '../../../../console/web/articles/calendar-entries.js';
import { createZone } from '../../../../console/web/articles/calendar-zone.js';
import { occurrenceLine } from '../notices/notice-samples.js';
import { line, live, plan } from './article-samples.js';

const zone = createZone('Asia/Shanghai');
const range = { from: '2026-12-01', to: '2026-12-31' };
const lines = [
  line({ id: 'late', state: 'scheduled', plan: plan('2026-12-04T16:30:00Z') }),
  line({ id: 'early', state: 'scheduled', plan: plan('2026-12-02T01:00:00Z') }),
  line({
    id: 'both',
    state: 'scheduled',
    plan: plan('2026-12-02T02:00:00Z'),
    live: live('2026-12-01T02:00:00Z'),
  }),
  line({ id: 'outside', state: 'published', live: live('2026-12-31T16:00:00Z') }),
  line({ id: 'draft' }),
];
const notices = [
  occurrenceLine({ id: 'law.2026-12-04.0', at: '2026-12-04T00:30:00Z' }),
  occurrenceLine({ id: 'new-year', at: '2026-12-31T17:00:00Z' }),
];
const entries = entriesOf({ articles: lines, notices }, range, zone);

describe('the entries of a calendar', () => {
  test('stand in the order of their times, on their days in the zone of the line', () => {
    expect(entries.map(({ key, day, time }) => [key, day, time])).toEqual([
      ['published both', '2026-12-01', '10:00'],
      ['planned early', '2026-12-02', '09:00'],
      ['planned both', '2026-12-02', '10:00'],
      ['notice law.2026-12-04.0', '2026-12-04', '08:30'],
      ['planned late', '2026-12-05', '00:30'],
    ]);
  });

  test('that can be moved are found by their keys', () => {
    const keys = entries.map(({ key }) => key);
    expect(keys).toContain(movableKey('article', 'both'));
    expect(keys).toContain(movableKey('notice', 'law.2026-12-04.0'));
  });

  test('have names of their own, two of one article too', () => {
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
  });
});

describe('the agenda', () => {
  const day = (day: string, change = {}) => ({ day, off: false, worked: false, name: null, ...change });
  const days = [
    day('2026-12-03'),
    day('2026-12-04', { name: { zh: '国家宪法日', en: 'Constitution Day' } }),
    day('2026-12-05', { worked: true }),
    day('2027-01-01', { off: true }),
  ];

  test('has the days on which something is, those that are marked, and today', () => {
    const agenda = agendaOf(entries, days, range, '2026-12-03');
    expect(agenda.map((one) => [one.day, one.entries.length, one.mark !== null])).toEqual([
      ['2026-12-01', 1, false],
      ['2026-12-02', 2, false],
      ['2026-12-03', 0, false],
      ['2026-12-04', 1, true],
      ['2026-12-05', 1, true],
    ]);
  });

  test('leaves today out where it is another month’s', () => {
    expect(agendaOf([], [], range, '2026-11-30')).toEqual([]);
  });
});
