/**
 * Five years of the calendar against dates that were checked by hand.
 *
 * Where they come from. Weekdays: 1 January 2025 is a Wednesday, and the rest was counted. Chinese calendar: the yearly
 * tables of the Hong Kong Observatory; 2025 has a leap 6th month and 2028 a leap 5th, so that the torches of 2025 and the
 * dragon boats of 2028 lie in the month before it. Holidays: the State Council's notices for 2025 (1–8 October off, 28
 * September and 11 October worked) and for 2026 (1–7 October and 15–23 February off, 14 February, a Saturday, worked);
 * none is announced for 2027 and later. Clocks: the last Sundays of March and October in the European Union, the second
 * Sunday of March and the first of November in the United States.
 */
import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { clockChanges, simulatedYears, type simulatedRules } from '../../support/simulated-years.js';

const years = simulatedYears();
const on = (rule: keyof typeof simulatedRules) => (years.days[rule] ?? []).map((day) => day.on);

describe('the days of 2025 to 2029', () => {
  test.each<readonly [keyof typeof simulatedRules, readonly string[]]>([
    ['educationDay', ['2025-04-15', '2026-04-15', '2027-04-15', '2028-04-15', '2029-04-15']],
    ['preventionRules', ['2025-04-26', '2026-04-26', '2027-04-26', '2028-04-26', '2029-04-26']],
    ['revisedLaw', ['2025-07-01', '2026-07-01', '2027-07-01', '2028-07-01', '2029-07-01']],
    ['leapDay', ['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29', '2029-02-28']],
    ['leapDayOnly', ['2028-02-29']],
    ['lastMondayOfMarch', ['2025-03-31', '2026-03-30', '2027-03-29', '2028-03-27', '2029-03-26']],
    ['fifthMondayOfMarch', ['2025-03-31', '2026-03-30', '2027-03-29']],
    ['secondSundayOfMay', ['2025-05-11', '2026-05-10', '2027-05-09', '2028-05-14', '2029-05-13']],
    ['fourthThursdayOfNovember', ['2025-11-27', '2026-11-26', '2027-11-25', '2028-11-23', '2029-11-22']],
    ['newYearsEve', ['2025-01-28', '2026-02-16', '2027-02-05', '2028-01-25', '2029-02-12']],
    ['newYear', ['2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13']],
    ['lanterns', ['2025-02-12', '2026-03-03', '2027-02-20', '2028-02-09', '2029-02-27']],
    ['dragonBoat', ['2025-05-31', '2026-06-19', '2027-06-09', '2028-05-28', '2029-06-16']],
    ['torches', ['2025-07-18', '2026-08-06', '2027-07-27', '2028-08-14', '2029-08-03']],
    ['midAutumn', ['2025-10-06', '2026-09-25', '2027-09-15', '2028-10-03', '2029-09-22']],
    ['once', ['2027-12-31']],
  ])('of %s are as checked', (rule, dates) => {
    expect(on(rule)).toEqual(dates);
    expect(years.days[rule]?.map(({ nominal }) => nominal)).toEqual(dates);
    expect(years.days[rule]?.every(({ confirmed }) => confirmed)).toBe(true);
  });

  test('are counted from the first one on', () => {
    expect(years.ordinals).toEqual({
      educationDay: [10, 11, 12, 13, 14],
      preventionRules: [4, 5, 6, 7, 8],
      revisedLaw: [2, 3, 4, 5, 6],
    });
  });
});

describe('days that are moved', () => {
  test('leave weekends: 15 April is a Saturday in 2028 and a Sunday in 2029', () => {
    expect(years.days['educationDayBefore']).toEqual([
      { on: '2025-04-15', nominal: '2025-04-15', confirmed: true },
      { on: '2026-04-15', nominal: '2026-04-15', confirmed: true },
      { on: '2027-04-15', nominal: '2027-04-15', confirmed: false },
      { on: '2028-04-14', nominal: '2028-04-15', confirmed: false },
      { on: '2029-04-13', nominal: '2029-04-15', confirmed: false },
    ]);
  });

  test('leave announced holidays, and what the law fixes where none are announced', () => {
    expect(on('nationalDayBefore')).toEqual([
      // 30 September is a Saturday in 2028 and a Sunday in 2029
      ...['2025-09-30', '2026-09-30', '2027-09-30', '2028-09-29', '2029-09-28'],
    ]);
    expect(on('sixthOfOctoberAfter')).toEqual([
      // off until the 8th in 2025 and the 7th in 2026; after that the law alone is known, until the 3rd of October
      ...['2025-10-09', '2026-10-08', '2027-10-06', '2028-10-06', '2029-10-08'],
    ]);
  });

  test('stay on a weekend day that is worked', () => {
    expect(on('fourteenthOfFebruaryBefore')).toEqual([
      // 2026: a Saturday, worked · 2027: a Sunday · 2029: the second day of the new year, and the days before it are off
      ...['2025-02-14', '2026-02-14', '2027-02-12', '2028-02-14', '2029-02-09'],
    ]);
  });
});

describe('clocks that change', () => {
  const changes = clockChanges.map(([zone, , time], at) => [zone, time, years.changes[at] ?? []] as const);
  const at = (dates: readonly string[], begins: string, shown: string) =>
    dates.map((date) => [`${date}T${begins}:00.000Z`, `${date}T${shown}:00.000Z`]);
  const berlinMarch = ['2025-03-30', '2026-03-29', '2027-03-28', '2028-03-26', '2029-03-25'];
  const berlinOctober = ['2025-10-26', '2026-10-25', '2027-10-31', '2028-10-29', '2029-10-28'];
  const yorkMarch = ['2025-03-09', '2026-03-08', '2027-03-14', '2028-03-12', '2029-03-11'];
  const yorkNovember = ['2025-11-02', '2026-11-01', '2027-11-07', '2028-11-05', '2029-11-04'];
  /** A day in Berlin begins on the day before in UTC. */
  const evening = (dates: readonly string[], begins: string, shown: string) =>
    dates.map((date) => {
      const before = `${date.slice(0, 8)}${String(Number(date.slice(8)) - 1).padStart(2, '0')}`;
      return [`${before}T${begins}:00.000Z`, `${date}T${shown}:00.000Z`];
    });

  test('leap over 02:30 in spring: it is the first moment after, 03:00', () => {
    expect(changes[0]).toEqual(['Europe/Berlin', '02:30', evening(berlinMarch, '23:00', '01:00')]);
    expect(changes[2]).toEqual(['America/New_York', '02:30', at(yorkMarch, '05:00', '07:00')]);
  });

  test('show a time twice in autumn: it is the first of the two', () => {
    expect(changes[1]).toEqual(['Europe/Berlin', '02:30', evening(berlinOctober, '22:00', '00:30')]);
    expect(changes[3]).toEqual(['America/New_York', '01:30', at(yorkNovember, '04:00', '05:30')]);
  });

  test('never change in China: 08:00 is midnight in UTC', () => {
    expect(years.shanghai).toEqual(on('educationDay').map((date) => `${date}T00:00:00.000Z`));
  });
});

test.each(['America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Shanghai'])(
  'a machine in %s comes to the same',
  (zone) => {
    const script = join(process.cwd(), 'dist/test/support/print-simulated-years.js');
    const printed = execFileSync(process.execPath, [script], { env: { ...process.env, TZ: zone } });
    expect(JSON.parse(printed.toString())).toEqual(years);
  },
);
