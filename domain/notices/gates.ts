/** What has to be true before an occurrence goes on. */
import { reviewerOf } from '../articles/reviewer.js';
import type { Actor } from '../articles/take-step.js';
import { DomainError } from '../errors.js';
import type { Affordable } from './affordable.js';
import { stops } from './check-words.js';
import type { Occurrence } from './occurrence.js';
import type { ProblemsOfOccurrence } from './problems-of.js';

export interface GatePorts {
  readonly problemsOf: ProblemsOfOccurrence;
  readonly affordable: Affordable;
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

/** The month has room for its mass send, if it has one. @throws DomainError notice.over_budget with what it `displaces` */
export async function hasRoom(
  { affordable }: GatePorts,
  { id, at, ways }: Pick<Occurrence, 'id' | 'at' | 'ways'>,
): Promise<void> {
  if (ways.mass !== null) await affordable({ kind: 'notice', id, at });
}
