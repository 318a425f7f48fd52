/** One mass send too many, as the page can show it. */
import type { PlannedSend } from '../../../domain/notices/budget.js';
import { DomainError } from '../../../domain/errors.js';
import { iso } from './page.js';

export const presentPlanned = ({ kind, id, at }: PlannedSend) => ({ kind, id, at: iso(at) });

/** The refusal with moments as everywhere in what it displaces; every other error as it is. */
export function shownOverBudget(error: DomainError): DomainError {
  const { code, details = {} } = error;
  if (code !== 'notice.over_budget') return error;
  const { displaces, ...rest } = details;
  const shown = Array.isArray(displaces) ? displaces.filter(isPlanned).map(presentPlanned) : [];
  return new DomainError(code, { details: { ...rest, displaces: shown } });
}

const isPlanned = (value: unknown): value is PlannedSend =>
  typeof value === 'object' && value !== null && 'kind' in value && 'id' in value && 'at' in value;
