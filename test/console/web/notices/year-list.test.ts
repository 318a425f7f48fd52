import { describe, expect, test } from '@jest/globals';
import { occurrenceStates } from '../../../../console/web/api/occurrence-types.js';
import { createZone } from '../../../../console/web/articles/calendar-zone.js';
import { daysUntil } from '../../../../console/web/notices/list/days-until.js';
import { loadNoticeQueue } from '../../../../console/web/notices/list/notice-queue.js';
import {
  byMonth,
  countsOf,
  daysAsked,
  draftsOf,
  filterRows,
  placeAmong,
  rowsOf,
  unconfirmedYears,
} from '../../../../console/web/notices/list/year-list.js';
import {
  isFiltered,
  readYearQuery,
  writeYearQuery,
} from '../../../../console/web/notices/list/year-query.js';
import { groupOf, hasBegun, stateGroups } from '../../../../console/web/notices/state-groups.js';
import { occurrenceLine as line } from './notice-samples.js';

const zone = createZone('Asia/Shanghai');
const today = '2026-12-01';
const lines = [
  line({ id: 'late', at: '2027-04-15T00:00:00Z', nominal: '2027-04-15', confirmed: false, notice: 'day' }),
  line({ id: 'early', at: '2026-12-03T16:30:00Z' }),
  line({ id: 'sent', at: '2026-11-20T00:00:00Z', state: 'done' }),
  line({ id: 'doubt', at: '2026-11-28T00:00:00Z', state: 'in_doubt' }),
  line({ id: 'review', at: '2026-12-24T00:00:00Z', state: 'in_review' }),
];
const ahead = rowsOf(lines, { past: false, today, zone });
const ids = (rows: readonly { readonly line: { readonly id: string } }[]): string[] =>
  rows.map((row) => row.line.id).toSorted();

describe('the twelve months', () => {
  test('reach from a month behind to the same day of the next year', () => {
    expect(daysAsked(false, today)).toEqual({ from: '2026-10-31', to: '2027-12-01' });
    expect(daysAsked(true, today)).toEqual({ from: '2025-12-01', to: today });
    expect(daysAsked(false, '2028-02-29').to).toBe('2029-02-28');
  });

  test('have what is ahead, and of what lies behind only what waits for somebody', () => {
    expect(ids(ahead)).toEqual(['doubt', 'early', 'late', 'review']);
    expect(ids(rowsOf(lines, { past: true, today, zone }))).toEqual(['doubt', 'sent']);
    const now = [
      line({ id: 'goes', at: '2026-12-01T01:00:00Z' }),
      line({ id: 'went', at: '2026-12-01T00:00:00Z', state: 'done' }),
    ];
    expect(ids(rowsOf(now, { past: true, today, zone }))).toEqual(['went']);
  });

  test('stand by month in the zone of the line, those behind the latest first', () => {
    const months = byMonth(ahead, false);
    expect(months.map(({ month }) => month)).toEqual(['2026-11', '2026-12', '2027-04']);
    expect(months[1]?.rows.map(({ line: { id }, day, time }) => [id, day, time])).toEqual([
      ['early', '2026-12-04', '00:30'],
      ['review', '2026-12-24', '08:00'],
    ]);
    const behind = byMonth(rowsOf(lines, { past: true, today, zone }), true);
    expect(behind.flatMap(({ rows }) => ids(rows))).toEqual(['doubt', 'sent']);
  });

  test('are filtered by what is to be done, by day and by certainty', () => {
    const all = { group: null, notice: null, unconfirmed: false };
    expect(ids(filterRows(ahead, { ...all, group: 'draft' }))).toEqual(['early', 'late']);
    expect(ids(filterRows(ahead, { ...all, notice: 'day' }))).toEqual(['late']);
    expect(ids(filterRows(ahead, { ...all, unconfirmed: true }))).toEqual(['late']);
    expect(filterRows(ahead, all)).toHaveLength(4);
  });

  test('are counted', () => {
    expect(countsOf(ahead)).toEqual({
      ...{ draft: 2, in_review: 1, scheduled: 0, heed: 1, over: 0, unconfirmed: 1 },
    });
    expect(unconfirmedYears(ahead)).toEqual([2027]);
  });
});

describe('the way through the drafts', () => {
  test('goes by their times', () => {
    expect(draftsOf(ahead)).toEqual(['early', 'late']);
    expect(placeAmong(ahead, { id: 'late', at: '2027-04-15T00:00:00Z' })).toEqual({
      ...{ at: 2, count: 2, before: 'early', after: null },
    });
  });

  test('goes on from one that is no draft any more', () => {
    expect(placeAmong(ahead, { id: 'review', at: '2026-12-24T00:00:00Z' })).toEqual({
      ...{ at: null, count: 2, before: 'early', after: 'late' },
    });
    expect(placeAmong(ahead, { id: 'x', at: '2028-01-01T00:00:00Z' })).toEqual({
      ...{ at: null, count: 2, before: 'late', after: null },
    });
  });
});

describe('what waits for review', () => {
  test('is asked for alone, and what goes out first comes first', async () => {
    const asked: unknown[] = [];
    const queue = await loadNoticeQueue(
      {
        list: async (filter) => {
          asked.push(filter);
          return { items: lines, nextCursor: null };
        },
      },
      today,
    );
    expect(asked).toEqual([{ from: '2026-10-31', to: '2027-12-01', state: 'in_review' }]);
    expect(queue[0]?.id).toBe('sent');
  });
});

describe('the address', () => {
  test('keeps what is shown, and nothing that makes no sense', () => {
    const query = { group: 'heed', notice: 'day', unconfirmed: true, past: true } as const;
    expect(readYearQuery(writeYearQuery(query))).toEqual(query);
    expect(readYearQuery({ state: 'moon', notice: ['a'], unconfirmed: 'yes' })).toEqual({
      ...{ group: null, notice: null, unconfirmed: false, past: false },
    });
    expect(writeYearQuery(readYearQuery({}))).toEqual({});
    expect([isFiltered(query), isFiltered(readYearQuery({ past: '1' }))]).toEqual([true, false]);
  });
});

describe('a state', () => {
  test('is in one group, and every group has one', () => {
    expect(new Set(occurrenceStates.map(groupOf))).toEqual(new Set(stateGroups));
    expect(occurrenceStates.filter(hasBegun)).not.toContain('draft');
  });
});

test.each([
  ['2026-12-01', 'today', 0],
  ['2026-12-02', 'tomorrow', 1],
  ['2026-11-30', 'yesterday', 1],
  ['2027-12-01', 'ahead', 365],
  ['2026-11-01', 'ago', 30],
] as const)('%s is %s on 1 December 2026', (day, when, count) => {
  expect(daysUntil(day, today)).toEqual({ when, count });
});
