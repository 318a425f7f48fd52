import { describe, expect, test } from '@jest/globals';
import { lineOf, occurrenceLineOf } from '../../../../console/web/articles/calendar-line.js';
import { periodWords } from '../../../../console/web/articles/calendar-period.js';
import { readPlace } from '../../../../console/web/articles/calendar-place.js';
import { occurrence, occurrenceLine } from '../notices/notice-samples.js';
import { article, line } from './article-samples.js';

describe('the calendar', () => {
  test('names the month or the week that it shows', () => {
    expect(periodWords('en', 'month', '2026-12-15')).toBe('December 2026');
    expect(periodWords('zh', 'month', '2026-12-15')).toBe('2026年12月');
    const plain = (text: string): string => text.replace(/\s/g, ' ');
    expect(plain(periodWords('en', 'week', '2026-12-01'))).toBe('30 November – 6 December 2026');
  });

  test('writes a week out in Chinese, and says once what both of its ends have in common', () => {
    expect(periodWords('zh', 'week', '2026-12-08')).toBe('2026年12月7日至13日');
    expect(periodWords('zh', 'week', '2026-12-01')).toBe('2026年11月30日至12月6日');
    expect(periodWords('zh', 'week', '2027-01-01')).toBe('2026年12月28日至2027年1月3日');
  });

  test('shows what its address says, and today where that makes no sense', () => {
    expect(readPlace({ view: 'week', day: '2027-01-02' }, '2026-12-01')).toEqual({
      ...{ view: 'week', day: '2027-01-02', show: 'all' },
    });
    expect(readPlace({ view: 'year', day: '2027-13-02' }, '2026-12-01')).toEqual({
      ...{ view: 'month', day: '2026-12-01', show: 'all' },
    });
    expect(readPlace({ show: 'notices' }, '2026-12-01').show).toBe('notices');
    expect(readPlace({ day: ['2027-01-02'] }, '2026-12-01').day).toBe('2026-12-01');
  });

  test('takes the line of an article out of the whole', () => {
    expect(lineOf(article())).toEqual(line());
    expect(lineOf(article({ texts: { zh: null, en: null } })).titles).toEqual({ zh: null, en: null });
  });

  test('takes the line of a day notice out of the whole', () => {
    expect(occurrenceLineOf(occurrence())).toEqual(occurrenceLine());
  });
});
