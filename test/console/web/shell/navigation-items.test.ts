import { expect, test } from '@jest/globals';
import { itemsFor } from '../../../../console/web/shell/navigation-items.js';
import { may, roles, type Role } from '../../../../domain/access.js';

const shownTo = (...mine: Role[]): string[] => itemsFor((act) => may(mine, act)).map(({ name }) => name);

test.each([
  ['editor', ['articles', 'review', 'calendar', 'notices', 'jobs']],
  ['handler', []],
  ['supervisor', ['articles', 'review', 'calendar', 'notices', 'staff', 'jobs']],
  ['auditor', ['staff', 'audit']],
  ['administrator', ['staff', 'jobs']],
] as const)('the navigation of %s shows %j', (role, names) => {
  expect(shownTo(role)).toEqual(names);
});

test('the navigation of somebody with all roles shows everything', () => {
  expect(shownTo(...roles)).toEqual([
    ...['articles', 'review', 'calendar', 'notices', 'staff', 'jobs', 'audit'],
  ]);
});
