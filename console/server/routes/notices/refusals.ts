/** Refusals as the page can show them: people by their names, moments as everywhere. */
import type { PlannedSend } from '../../../../domain/notices/budget.js';
import { DomainError, isDomainError } from '../../../../domain/errors.js';
import { iso } from '../page.js';
import type { NoticeParts } from './notice-parts.js';
import { presentPlanned } from './notices.presenter.js';

/** Who saved meanwhile is named, not numbered. @throws whatever was thrown */
export async function namedStale(
  { nameStaff }: Pick<NoticeParts, 'nameStaff'>,
  error: unknown,
): Promise<never> {
  if (!isDomainError(error)) throw error;
  if (error.code === 'notice.over_budget') throw overBudget(error);
  if (error.code !== 'notice.stale' || error.details === undefined) throw error;
  const { revision, editedBy, editedAt } = error.details;
  const nameOf = await nameStaff();
  throw new DomainError('notice.stale', {
    details: {
      ...{ revision, editedBy: typeof editedBy === 'string' ? nameOf(editedBy) : null },
      editedAt: iso(Number(editedAt)),
    },
  });
}

function overBudget({ details = {} }: DomainError): DomainError {
  const { displaces, ...rest } = details;
  const shown = Array.isArray(displaces) ? displaces.filter(isPlanned).map(presentPlanned) : [];
  return new DomainError('notice.over_budget', { details: { ...rest, displaces: shown } });
}

const isPlanned = (value: unknown): value is PlannedSend =>
  typeof value === 'object' && value !== null && 'kind' in value && 'id' in value && 'at' in value;
