import { describe, expect, test } from '@jest/globals';
import {
  countLetters,
  differingGroups,
  recoveryGroups,
} from '../../../../console/web/crypto/recovery-check.js';
import { decodeStaffRecovery } from '../../../../vault/staff-recovery.js';
import { seeded } from '../../../support/line.js';

const code = seeded(3)(32);
const groups = recoveryGroups(code);

describe('a recovery code', () => {
  test('is shown as thirteen groups of four', () => {
    expect(groups).toHaveLength(13);
    expect(groups.every((group) => /^[0-9A-HJKMNP-TV-Z]{4}$/.test(group))).toBe(true);
  });

  test.each([
    ['as it is shown', groups.join(' ')],
    ['without blanks and in small letters', groups.join('').toLowerCase()],
    ['with hyphens and line breaks', groups.join('-\n')],
    ['with letters for digits', groups.join(' ').replaceAll('0', 'o').replaceAll('1', 'l')],
    ['with the other letter for one', groups.join(' ').replaceAll('0', 'O').replaceAll('1', 'I')],
    [
      'in full width',
      groups.join(' ').replace(/[0-9A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    ],
  ])('typed back %s is the same to the check and to the vault', (_, typed) => {
    expect(differingGroups(typed, code)).toEqual([]);
    expect(decodeStaffRecovery(typed)).toEqual(code);
  });

  test('typed back with mistakes names the groups that they are in', () => {
    expect(differingGroups(groups.with(2, 'ZZZZ').with(7, 'YYYY').join(' '), code)).toEqual([3, 8]);
    expect(differingGroups(groups.slice(0, 12).join(''), code)).toEqual([13]);
    expect(differingGroups(`${groups.join(' ')} 7`, code)).toEqual([14]);
  });

  test('counts letters, not gaps', () => {
    expect(countLetters(' ab-cd\n 12 ')).toBe(6);
    expect(countLetters(groups.join(' '))).toBe(52);
  });
});
