import type { StaffMember } from '../../api/account-types.js';
import type { Lang } from '../../api/common-types.js';

/** Accounts in use first, by name; only those whose name contains the words, if there are any. */
export function arrangeStaff(
  staff: readonly StaffMember[],
  words: string,
  language: Lang,
): readonly StaffMember[] {
  const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
  const order = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en');
  return staff
    .filter(({ name }) => fold(name).includes(fold(words)))
    .toSorted((a, b) => a.state.localeCompare(b.state) || order.compare(a.name, b.name));
}
