import { expect, test } from '@jest/globals';
import { isName } from '../../../../console/web/pages/join/is-name.js';
import { shownName } from '../../../../domain/staff/staff.js';

function serverTakes(typed: string): boolean {
  try {
    shownName(typed);
    return true;
  } catch {
    return false;
  }
}

test.each([
  ['王立新', true],
  [' Lin Mei ', true],
  ['O’Brien-Smith Jr.', true],
  ['买买提·吐尔逊', true],
  ['a', true],
  ['a'.repeat(40), true],
  ['a'.repeat(41), false],
  ['', false],
  ['  ', false],
  ['-x', false],
  ['a/b', false],
  ['<b>', false],
])('%j is a name: %j, and the server says the same', (typed, is) => {
  expect(isName(typed)).toBe(is);
  expect(serverTakes(typed)).toBe(is);
});
