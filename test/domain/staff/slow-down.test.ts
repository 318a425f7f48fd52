import { expect, test } from '@jest/globals';
import { createSlowDown } from '../../../domain/staff/slow-down.js';
import { handClock } from '../../support/fakes/clock.js';

test('what was counted and forgiven was never there', () => {
  const slow = createSlowDown(handClock('2027-01-04T09:00:00Z'), 1);
  for (let n = 0; n < 5; n += 1) {
    slow.count('a');
    slow.forgive('a');
  }
  slow.forgive('a');
  slow.count('a');
  expect(slow.wait('a')).toBe(0);
  slow.count('a');
  expect(slow.wait('a')).toBe(2);
});

test('under a flood of names the one that tried longest ago is forgotten', () => {
  const slow = createSlowDown(handClock('2027-01-04T09:00:00Z'), 0);
  slow.count('first');
  slow.count('second');
  slow.count('first');
  for (let n = 0; n < 99_999; n += 1) slow.count(`name ${n}`);
  expect([slow.wait('first'), slow.wait('second'), slow.wait('name 0')]).toEqual([4, 0, 2]);
});
