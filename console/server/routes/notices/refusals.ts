/** Refusals as the page can show them: people by their names, moments as everywhere. */
import { DomainError, isDomainError } from '../../../../domain/errors.js';
import { shownOverBudget } from '../over-budget.js';
import { iso } from '../page.js';
import type { NoticeParts } from './notice-parts.js';

/** Who saved meanwhile is named, not numbered. @throws whatever was thrown */
export async function namedStale(
  { nameStaff }: Pick<NoticeParts, 'nameStaff'>,
  error: unknown,
): Promise<never> {
  if (!isDomainError(error)) throw error;
  if (error.code !== 'notice.stale' || error.details === undefined) throw shownOverBudget(error);
  const { revision, editedBy, editedAt } = error.details;
  const nameOf = await nameStaff();
  throw new DomainError('notice.stale', {
    details: {
      ...{ revision, editedBy: typeof editedBy === 'string' ? nameOf(editedBy) : null },
      editedAt: iso(Number(editedAt)),
    },
  });
}
