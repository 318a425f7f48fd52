/** What has to be true before an occurrence goes on. */
import { reviewerOf } from '../articles/reviewer.js';
import type { Actor } from '../articles/take-step.js';
import { DomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import { displacedBy } from './budget.js';
import { stops } from './check-words.js';
import type { Occurrence } from './occurrence.js';
import type { ProblemsOfOccurrence } from './problems-of.js';
import type { ReadBudget } from './read-budget.js';

export interface GatePorts {
  readonly clock: Pick<Clock, 'dayAt'>;
  readonly problemsOf: ProblemsOfOccurrence;
  readonly budgetOf: ReadBudget;
  /** whether somebody else than these could review as an editor */
  readonly otherEditor: (than: readonly string[]) => Promise<boolean>;
}

/** Nothing stops it. @throws DomainError notice.not_ready with `problems` */
export async function ready({ problemsOf }: GatePorts, occurrence: Occurrence): Promise<void> {
  const problems = stops(await problemsOf(occurrence));
  if (problems.length > 0) throw new DomainError('notice.not_ready', { details: { problems } });
}

/** Nobody reviews their own words; a supervisor reviews where no other editor could. @throws DomainError notice.own_review */
export async function reviewable(
  { otherEditor }: GatePorts,
  actor: Actor,
  { editedBy, submittedBy }: Occurrence,
): Promise<void> {
  const authors = [editedBy, submittedBy].flatMap((one) => one ?? []);
  const reviewer = await reviewerOf(actor, authors, otherEditor);
  if (reviewer === 'author') throw new DomainError('notice.own_review');
  if (reviewer === 'not_needed') throw new DomainError('notice.own_review', { details: { editors: true } });
}

/** The month has room for one more mass send. @throws DomainError notice.over_budget with what it `displaces` */
export async function affordable(
  { budgetOf, clock }: GatePorts,
  { id, at, ways }: Occurrence,
): Promise<void> {
  if (ways.mass === null) return;
  const budget = await budgetOf(clock.dayAt(at));
  const displaces = displacedBy({ kind: 'notice', id, at }, budget);
  if (displaces === null) return;
  const { period, most, sent } = budget;
  throw new DomainError('notice.over_budget', { details: { period, most, sent, displaces } });
}
