import { describe, expect, test } from '@jest/globals';
import { articleStates } from '../../../../console/web/api/article-types.js';
import { occurrenceStates } from '../../../../console/web/api/occurrence-types.js';
import {
  holdMs,
  planMove,
  whyFixed,
  whyNoticeFixed,
} from '../../../../console/web/articles/calendar-move.js';
import { createZone } from '../../../../console/web/articles/calendar-zone.js';
import { after, holdMs as serversHold } from '../../../../domain/articles/lifecycle.js';
import { after as noticeAfter } from '../../../../domain/notices/lifecycle.js';

const zone = createZone('Asia/Shanghai');
const from = '2026-12-04T01:30:00Z';
const now = Date.parse('2026-12-01T01:00:00Z');
const to = (day: string, time = '09:30') => planMove(from, { day, time }, zone, now);

describe('moving an article', () => {
  test('leads to the same time of day in the zone of the line', () => {
    expect(to('2026-12-24')).toEqual({ at: '2026-12-24T01:30:00.000Z', problem: null });
  });

  test('does not lead to where it stands', () => {
    expect(to('2026-12-04').problem).toBe('same');
    expect(to('2026-12-04', '09:31').problem).toBeNull();
  });

  test('does not lead into the past, nor nearer than it could be stopped', () => {
    expect(to('2026-11-30').problem).toBe('past');
    expect(to('2026-12-01', '09:00').problem).toBe('past');
    expect(to('2026-12-01', '09:09').problem).toBe('near');
    expect(to('2026-12-01', '09:10').problem).toBeNull();
  });

  test('keeps the distance that the server keeps', () => {
    expect(holdMs).toBe(serversHold);
  });

  test('needs a day, a time, and one that there is', () => {
    expect(to('').problem).toBe('day');
    expect(to('2027-02-29').problem).toBe('day');
    expect(to('2026-12-24', '').problem).toBe('time');
    const berlin = createZone('Europe/Berlin');
    expect(planMove(from, { day: '2027-03-28', time: '02:30' }, berlin, now).problem).toBe('gap');
  });
});

describe('an article that stays where it is', () => {
  test.each(articleStates)('is one that the server would not move: %s', (state) => {
    const movable = after(state, 'reschedule') !== null;
    expect(whyFixed({ state }, 'planned', true) === null).toBe(movable);
  });

  test('is one that somebody may not move', () => {
    expect(whyFixed({ state: 'scheduled' }, 'planned', false)).toBe('right');
  });

  test('is one that readers have had, though its next version may move', () => {
    expect(whyFixed({ state: 'scheduled' }, 'published', true)).toBe('gone');
  });
});

describe('a day notice that stays where it is', () => {
  test.each(occurrenceStates)('is one that the server would not move: %s', (state) => {
    const movable = noticeAfter(state, 'reschedule') !== null;
    expect(whyNoticeFixed({ state }, true) === null).toBe(movable);
    expect(whyNoticeFixed({ state }, false)).not.toBeNull();
  });
});
