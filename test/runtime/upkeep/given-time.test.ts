import { describe, expect, test } from '@jest/globals';
import { clockFrom, timeIn, timeText } from '../../../runtime/upkeep/given-time.js';
import { handClock } from '../../support/fakes/clock.js';

const zone = 'Asia/Shanghai';

describe('a time that somebody types', () => {
  test.each([
    ['2027-04-15', '2027-04-14T16:00:00.000Z'],
    ['2027-04-15T08:00', '2027-04-15T00:00:00.000Z'],
    ['2027-04-15T08:00:30', '2027-04-15T00:00:30.000Z'],
    ['2027-04-15T08:00Z', '2027-04-15T08:00:00.000Z'],
    ['2027-04-15T08:00:00-05:00', '2027-04-15T13:00:00.000Z'],
  ])('%s', (text, moment) => {
    const time = timeIn(zone, text);
    expect(time !== null && new Date(time).toISOString()).toBe(moment);
  });

  test('is read in the line’s zone, also in an hour that its clocks leap over', () => {
    expect(timeIn('Europe/Vienna', '2027-03-28T02:30')).toBe(Date.parse('2027-03-28T01:00:00Z'));
  });

  test.each([
    '',
    'now',
    'yesterday',
    '2027-02-30',
    '2027-04-15T24:00',
    '2027-04-15T08',
    '2027-04-15 08:00',
    '15.4.2027',
  ])('%s is none', (text) => {
    expect(timeIn(zone, text)).toBeNull();
  });
});

test('a time is shown in the line’s zone', () => {
  expect(timeText(zone, Date.parse('2027-04-14T16:05:59Z'))).toBe('2027-04-15 00:05');
});

test('a clock that is set goes on from there', () => {
  const clock = handClock('2026-11-22T10:00:00+08:00');
  const set = clockFrom(clock, Date.parse('2027-04-15T23:59:00+08:00'));
  expect([set.now(), set.today()]).toEqual([Date.parse('2027-04-15T23:59:00+08:00'), '2027-04-15']);
  clock.advance(60_000);
  expect([set.today(), set.dayAt(clock.now())]).toEqual(['2027-04-16', '2026-11-22']);
});
