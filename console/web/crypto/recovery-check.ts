/** Where a recovery code that was typed back differs from the one that is shown. */
import { encodeStaffRecovery } from '../../../vault/staff-recovery.js';

/** The thirteen groups of a code as it is shown. */
export const recoveryGroups = (code: Uint8Array): readonly string[] => encodeStaffRecovery(code).split(' ');

/** Numbers of the groups, from 1, that are not the code's; missing and additional ones are wrong too. */
export function differingGroups(typed: string, code: Uint8Array): readonly number[] {
  const mine = letters(typed).match(/.{1,4}/gsu) ?? [];
  const groups = recoveryGroups(code);
  return Array.from({ length: Math.max(mine.length, groups.length) }, (_, n) => n + 1).filter(
    (n) => mine[n - 1] !== groups[n - 1],
  );
}

/** How many letters were typed, gaps aside. */
export const countLetters = (typed: string): number => letters(typed).length;

const letters = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
