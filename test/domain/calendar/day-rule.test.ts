import { expect, test } from '@jest/globals';
import { ruleProblems, type DayRule } from '../../../domain/calendar/day-rule.js';

test.each<readonly [readonly string[], DayRule]>([
  [[], { kind: 'yearly', month: 2, day: 29 }],
  [['day'], { kind: 'yearly', month: 2, day: 30 }],
  [['day'], { kind: 'yearly', month: 4, day: 31 }],
  [[], { kind: 'yearly', month: 12, day: 31, since: 2016 }],
  [['since'], { kind: 'yearly', month: 12, day: 31, since: 16 }],
  [['month', 'day'], { kind: 'yearly', month: 13, day: 0 }],
  [['day'], { kind: 'yearly', month: 1, day: 1.5 }],
  [[], { kind: 'weekday', month: 3, weekday: 7, nth: -1 }],
  [['weekday'], { kind: 'weekday', month: 3, weekday: 0, nth: 5 }],
  [['nth'], { kind: 'weekday', month: 3, weekday: 1, nth: 6 as 5 }],
  [[], { kind: 'lunar', month: 12, day: 'last' }],
  [['day'], { kind: 'lunar', month: 12, day: 31 }],
  [['month', 'since'], { kind: 'lunar', month: Number.NaN, day: 1, since: Number.NaN }],
  [[], { kind: 'once', on: '2024-02-29' }],
  [['on'], { kind: 'once', on: '2023-02-29' }],
])('%j is wrong with %j', (fields, rule) => {
  expect(ruleProblems({ rule })).toEqual(fields);
});
