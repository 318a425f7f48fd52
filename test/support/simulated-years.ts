/** Five years of a calendar with rules of every kind, as the calendar yields them. */
import type { DayRule, MovedRule } from '../../domain/calendar/day-rule.js';
import { layerHolidays } from '../../domain/calendar/layer-holidays.js';
import { dayStartIn, momentOf } from '../../domain/calendar/moments.js';
import { occurrencesOf, type DayOfRule } from '../../domain/calendar/occurrences.js';
import { ordinalOf } from '../../domain/calendar/day-values.js';
import { givenHolidays } from '../../runtime/calendar/given-holidays.js';
import { publishedHolidays } from '../../runtime/calendar/published-holidays.js';

const yearly = (month: number, day: number, more: object = {}): DayRule => ({
  ...{ kind: 'yearly', month, day },
  ...more,
});
const lunar = (month: number, day: number | 'last'): DayRule => ({ kind: 'lunar', month, day });

export const simulatedRules = {
  educationDay: { rule: yearly(4, 15, { since: 2016 }) },
  educationDayBefore: { rule: yearly(4, 15, { since: 2016 }), moved: 'before' },
  preventionRules: { rule: yearly(4, 26, { since: 2022 }) },
  revisedLaw: { rule: yearly(7, 1, { since: 2024 }) },
  leapDay: { rule: yearly(2, 29) },
  leapDayOnly: { rule: yearly(2, 29, { leap: 'skip' }) },
  lastMondayOfMarch: { rule: { kind: 'weekday', month: 3, weekday: 1, nth: -1 } },
  fifthMondayOfMarch: { rule: { kind: 'weekday', month: 3, weekday: 1, nth: 5 } },
  secondSundayOfMay: { rule: { kind: 'weekday', month: 5, weekday: 7, nth: 2 } },
  fourthThursdayOfNovember: { rule: { kind: 'weekday', month: 11, weekday: 4, nth: 4 } },
  newYearsEve: { rule: lunar(12, 'last') },
  newYear: { rule: lunar(1, 1) },
  lanterns: { rule: lunar(1, 15) },
  dragonBoat: { rule: lunar(5, 5) },
  torches: { rule: lunar(6, 24) },
  midAutumn: { rule: lunar(8, 15) },
  nationalDayBefore: { rule: yearly(10, 1), moved: 'before' },
  sixthOfOctoberAfter: { rule: yearly(10, 6), moved: 'after' },
  fourteenthOfFebruaryBefore: { rule: yearly(2, 14), moved: 'before' },
  once: { rule: { kind: 'once', on: '2027-12-31' } },
} as const satisfies Readonly<Record<string, MovedRule>>;

/** Days on which clocks change, and a time that they leap over or show twice. */
export const clockChanges = [
  ['Europe/Berlin', { kind: 'weekday', month: 3, weekday: 7, nth: -1 }, '02:30'],
  ['Europe/Berlin', { kind: 'weekday', month: 10, weekday: 7, nth: -1 }, '02:30'],
  ['America/New_York', { kind: 'weekday', month: 3, weekday: 7, nth: 2 }, '02:30'],
  ['America/New_York', { kind: 'weekday', month: 11, weekday: 7, nth: 1 }, '01:30'],
] as const satisfies readonly (readonly [zone: string, rule: DayRule, time: string])[];

const [from, to] = ['2025-01-01', '2029-12-31'];

/** What the calendar yields for 2025 to 2029. Holidays of 2025 and 2026 are announced, those after are not. */
export function simulatedYears() {
  // what a later release of the package brings changes nothing here
  const published = publishedHolidays();
  const given = {
    ...givenHolidays({ china: true, years: [] }),
    published: (year: number) => (year <= 2026 ? published(year) : null),
  };
  const holidays = layerHolidays(given, []);
  const days = (rule: MovedRule): readonly DayOfRule[] => occurrencesOf(rule, from, to, holidays);
  const iso = (ms: number): string => new Date(ms).toISOString();
  return {
    days: Object.fromEntries(Object.entries(simulatedRules).map(([name, rule]) => [name, days(rule)])),
    ordinals: {
      educationDay: days(simulatedRules.educationDay).map(({ nominal }) => ordinalOf(2016, nominal)),
      preventionRules: days(simulatedRules.preventionRules).map(({ nominal }) => ordinalOf(2022, nominal)),
      revisedLaw: days(simulatedRules.revisedLaw).map(({ nominal }) => ordinalOf(2024, nominal)),
    },
    changes: clockChanges.map(([zone, rule, time]) =>
      days({ rule }).map(({ on }) => [iso(dayStartIn(zone, on)), iso(momentOf(zone, on, time))]),
    ),
    shanghai: days(simulatedRules.educationDay).map(({ on }) => iso(momentOf('Asia/Shanghai', on, '08:00'))),
  };
}
