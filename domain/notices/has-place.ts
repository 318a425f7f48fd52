/** Whether a mass send still has its place when it is handed over: the last look, after all that was approved. */
import type { Clock } from '../ports.js';
import { hasPlaceIn, type AccountKind, type PlannedSend } from './budget.js';
import type { ReadBudget } from './read-budget.js';

/** @throws DomainError storage.unavailable */
export type HasPlace = (own: Pick<PlannedSend, 'kind' | 'id'>) => Promise<boolean>;

/**
 * More may be planned than the period has room for: somebody died between two looks at the budget, something was sent by
 * hand, or went late. Then the earlier ones go and the others do not, whichever process asks.
 */
export function createHasPlace(ports: {
  readonly budgetOf: ReadBudget;
  readonly accountKind: () => Promise<AccountKind>;
  readonly clock: Pick<Clock, 'now' | 'dayAt'>;
}): HasPlace {
  const { budgetOf, accountKind, clock } = ports;
  return async (own) => {
    const kind = await accountKind();
    // a budget of an account that is not known would be a guess: the platform refuses what it does not take
    if (kind === 'none' || kind === 'unknown') return true;
    return hasPlaceIn(await budgetOf(clock.dayAt(clock.now())), own);
  };
}
