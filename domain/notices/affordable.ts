/** Whether a mass send still has room: asked before it is planned, and once more when it is. */
import { DomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import { displacedBy, type PlannedSend } from './budget.js';
import type { ReadBudget } from './read-budget.js';

/** @throws DomainError notice.over_budget with its `period`, `most`, what was `sent` and what it `displaces` */
export type Affordable = (candidate: PlannedSend) => Promise<void>;

/**
 * Whether the period of the candidate's time has room for it. It is asked again after it was written down: of two that
 * are planned at the same moment each then sees the other, and at least one of them gives way. @throws DomainError
 * storage.unavailable
 */
export function createAffordable(ports: {
  readonly budgetOf: ReadBudget;
  readonly clock: Pick<Clock, 'dayAt'>;
}): Affordable {
  return async (candidate) => {
    const budget = await ports.budgetOf(ports.clock.dayAt(candidate.at));
    const displaces = displacedBy(candidate, budget);
    if (displaces === null) return;
    const { period, most, sent } = budget;
    throw new DomainError('notice.over_budget', { details: { period, most, sent, displaces } });
  };
}
