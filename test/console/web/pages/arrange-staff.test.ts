import { expect, test } from '@jest/globals';
import type { StaffMember } from '../../../../console/web/api/account-types.js';
import { arrangeStaff } from '../../../../console/web/pages/staff/arrange-staff.js';

const member = (name: string, state: StaffMember['state'] = 'active'): StaffMember => ({
  ...{ id: name, name, state, roles: ['editor'], createdOn: '2026-11-30' },
});
const staff = [
  member('赵敏', 'ended'),
  member('Zhang Wei'),
  member('王立新'),
  member('lin mei'),
  member('陈思远'),
];
const names = (words: string, lang: 'zh' | 'en'): string[] =>
  arrangeStaff(staff, words, lang).map(({ name }) => name);

test('accounts in use stand first, Chinese names by their sound', () => {
  expect(names('', 'zh')).toEqual(['陈思远', '王立新', 'lin mei', 'Zhang Wei', '赵敏']);
  expect(names('', 'en').slice(0, 2)).toEqual(['lin mei', 'Zhang Wei']);
});

test('a name is found by any part of it, whatever the case and width', () => {
  expect(names(' ＷＥＩ', 'en')).toEqual(['Zhang Wei']);
  expect(names('立', 'zh')).toEqual(['王立新']);
  expect(names('nobody', 'zh')).toEqual([]);
});
