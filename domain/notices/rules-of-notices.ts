import type { NamedRule } from '../calendar/day-rule.js';
import type { Notices } from './ports.js';

/**
 * The rules whose days would move with other holidays: those of the notices that are not at rest, and of the days that no
 * notice is about. @throws DomainError storage.unavailable
 */
export async function rulesOfNotices(
  notices: Pick<Notices, 'all'>,
  days: readonly NamedRule[],
): Promise<readonly NamedRule[]> {
  const active = (await notices.all()).filter((notice) => notice.active);
  const about = new Set(active.map(({ id }) => id));
  return [
    ...days.filter(({ id }) => !about.has(id)),
    ...active.map(({ id, name, rule }) => ({ id, name, rule })),
  ];
}
