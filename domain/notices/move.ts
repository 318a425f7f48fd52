import { DomainError } from '../errors.js';
import { after, type OccurrenceStep } from './lifecycle.js';
import type { Occurrence, OccurrenceEvent } from './occurrence.js';

/** Events kept in the document; the oldest go. */
const mostEvents = 200;

/** What is written down of a change. */
export type Noted = Omit<OccurrenceEvent, 'what'> & { readonly what?: string };

/** The occurrence one revision on. */
export function changed(occurrence: Occurrence, change: Partial<Occurrence>): Occurrence {
  const revision = occurrence.revision + 1;
  return { ...occurrence, basis: revision, ...change, revision };
}

/** The same with something noted in its timeline. */
export function noted(
  occurrence: Occurrence,
  event: OccurrenceEvent,
  change: Partial<Occurrence>,
): Occurrence {
  const events = [...occurrence.events, event].slice(-mostEvents);
  return changed(occurrence, { ...change, events });
}

/**
 * The occurrence after a step, noted in its timeline. @throws DomainError notice.step_refused when it cannot be taken in
 * this state
 */
export function moved(
  occurrence: Occurrence,
  step: OccurrenceStep,
  { at, by, detail, what = step }: Noted,
  change: Partial<Occurrence> = {},
): Occurrence {
  const state = after(occurrence.state, step);
  if (state === null) throw new DomainError('notice.step_refused', { details: { state: occurrence.state } });
  const since = state === occurrence.state ? {} : { stateAt: at };
  return noted(occurrence, { at, by, what, detail }, { ...change, state, ...since });
}
