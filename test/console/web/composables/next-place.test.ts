import { expect, test } from '@jest/globals';
import { nextPlace } from '../../../../console/web/composables/next-place.js';

test.each([
  [-1, 3, 1, 0],
  [-1, 3, -1, 0],
  [0, 3, 1, 1],
  [2, 3, 1, 2],
  [0, 3, -1, 0],
  [2, 3, -1, 1],
  [-1, 0, 1, -1],
] as const)('from place %i of %i a step of %i leads to %i', (place, count, step, next) => {
  expect(nextPlace(place, count, step)).toBe(next);
});
