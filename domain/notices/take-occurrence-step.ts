/** The steps of staff: send for review, approve, move, stop, call off. */
import { may, type Act } from '../access.js';
import { holdMs } from '../articles/lifecycle.js';
import type { Actor } from '../articles/take-step.js';
import type { RecordAct } from '../audit/record-act.js';
import { DomainError, isDomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import { hasRoom, ready, reviewable, type GatePorts } from './gates.js';
import { after, stepsFrom, type OccurrenceStep } from './lifecycle.js';
import { moved } from './move.js';
import { noticeChecks, type Occurrence } from './occurrence.js';
import type { Occurrences } from './ports.js';
import { loaded, movedTo, refusedStep, replaced } from './save-occurrence.js';

export interface OccurrenceStepTaken {
  readonly id: string;
  readonly revision: number;
  readonly step: OccurrenceStep;
  /** another time, where the step moves it; milliseconds since 1970 */
  readonly at?: number;
  /** what the reviewer ticked */
  readonly checks?: readonly string[];
  /** for who works on it next; goes nowhere else */
  readonly note?: string;
}

export type TakeOccurrenceStep = (actor: Actor, taken: OccurrenceStepTaken) => Promise<Occurrence>;

export interface OccurrenceStepPorts extends GatePorts {
  readonly occurrences: Occurrences;
  readonly clock: Clock;
  readonly record: RecordAct;
}

/** What staff may do of the lifecycle, and who; the other steps are the line's own, or follow from what is done to a send. */
const staffSteps: Readonly<Partial<Record<OccurrenceStep, Act>>> = {
  submit: 'notices.write',
  return: 'notices.review',
  approve: 'notices.review',
  reschedule: 'notices.write',
  unschedule: 'notices.publish',
  stop: 'notices.publish',
  cancel: 'notices.publish',
  reopen: 'notices.write',
};

/** Notes kept in the document; the oldest go. */
const mostNotes = 50;

/** The steps that this person may take now. */
export function occurrenceStepsFor(actor: Actor, occurrence: Occurrence): readonly OccurrenceStep[] {
  return stepsFrom(occurrence.state).filter((step) => {
    if (step === 'edit') return may(actor.roles, 'notices.write');
    return isOpen(occurrence, step) && isAllowed(actor, occurrence, step);
  });
}

/**
 * Takes a step. @throws DomainError access.denied, notice.unknown, notice.stale, notice.step_refused, notice.not_ready
 * (with `problems`, the missing `checks` or `at`), notice.own_review, notice.over_budget (with `period`, `most` and what it
 * `displaces`), storage.unavailable
 */
export function createTakeOccurrenceStep(ports: OccurrenceStepPorts): TakeOccurrenceStep {
  const { occurrences, clock, record } = ports;
  return async (actor, taken) => {
    const { id, revision, step, note } = taken;
    const occurrence = await loaded(occurrences, id, revision);
    if (!isOpen(occurrence, step)) throw refusedStep(occurrence);
    if (!isAllowed(actor, occurrence, step)) throw new DomainError('access.denied');
    const at = clock.now();
    const change = await changeOf(ports, actor, occurrence, taken, at);
    await record({ who: actor.id, act: `occurrence.${step}`, object: `occurrence:${id}` });
    const notes =
      note === undefined
        ? occurrence.notes
        : [...occurrence.notes, { by: actor.id, at, text: note }].slice(-mostNotes);
    const next = moved(occurrence, step, { at, by: actor.id, detail: null }, { ...change, notes });
    await replaced(occurrences, next);
    if (next.state === 'scheduled') await stillRoom(ports, occurrence, next);
    return next;
  };
}

/**
 * Something else may have been planned between the look at the budget and the write. Then everything is as it was before
 * the step: of two that came at the same moment none goes out unasked, and whoever asks again knows what it displaces.
 * @throws DomainError notice.over_budget
 */
async function stillRoom(ports: OccurrenceStepPorts, before: Occurrence, planned: Occurrence): Promise<void> {
  try {
    await hasRoom(ports, planned);
  } catch (error) {
    const revision = planned.revision + 1;
    if (isDomainError(error) && error.code === 'notice.over_budget')
      await replaced(ports.occurrences, { ...before, revision, basis: revision });
    throw error;
  }
}

function isOpen(occurrence: Occurrence, step: OccurrenceStep): boolean {
  if (staffSteps[step] === undefined || after(occurrence.state, step) === null) return false;
  // What is on its way is called off by its sends; what was begun is not begun anew under the same name.
  if (step === 'cancel' || step === 'reopen') return occurrence.startedAt === null;
  return true;
}

function isAllowed(actor: Actor, occurrence: Occurrence, step: OccurrenceStep): boolean {
  const act = staffSteps[step];
  // Who sent it for review may take it back without being a reviewer.
  if (step === 'return' && actor.id === occurrence.submittedBy) return may(actor.roles, 'notices.write');
  return act !== undefined && may(actor.roles, act);
}

const unreviewed = { submittedBy: null, approvedBy: null, checks: [] } as const;

/** What a step changes beside the state. */
async function changeOf(
  ports: OccurrenceStepPorts,
  actor: Actor,
  occurrence: Occurrence,
  { step, at, checks }: OccurrenceStepTaken,
  now: number,
): Promise<Partial<Occurrence>> {
  switch (step) {
    case 'submit':
      await ready(ports, occurrence);
      return { ...unreviewed, submittedBy: actor.id };
    case 'approve': {
      await reviewable(ports, actor, occurrence);
      if (!noticeChecks.every((check) => checks?.includes(check)))
        throw new DomainError('notice.not_ready', { details: { checks: noticeChecks } });
      await ready(ports, occurrence);
      const times = inTime(occurrence, now);
      await hasRoom(ports, { ...occurrence, ...times });
      return { approvedBy: actor.id, checks: noticeChecks, ...times };
    }
    case 'reschedule': {
      if (at === undefined) throw new DomainError('notice.not_ready', { details: { at: 'missing' } });
      const times = movedTo(occurrence, at, now);
      if (occurrence.state === 'scheduled') await hasRoom(ports, { ...occurrence, ...times });
      return { ...times, touched: true };
    }
    case 'return':
    case 'unschedule':
    case 'stop':
      return unreviewed;
    case 'reopen':
      return { ...unreviewed, ...inTime(occurrence, now), touched: true };
    default:
      return {};
  }
}

/** Its time, or in ten minutes where that has passed or is too near to stop anything. */
function inTime(occurrence: Occurrence, now: number): Partial<Occurrence> {
  if (occurrence.at >= now + holdMs) return {};
  const { at, windowEndsAt } = movedTo(occurrence, occurrence.at, now);
  return { at, windowEndsAt };
}
