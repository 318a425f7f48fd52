/**
 * An occurrence of a notice from draft to sent, as one pure table: what may happen in which state, and where it leads.
 * Nothing but `approve` makes a draft one that is sent.
 */
export const occurrenceStates = [
  'draft',
  'in_review',
  'scheduled',
  'about_to_go',
  'going',
  'paused',
  'done',
  'partly_done',
  'in_doubt',
  'refused',
  'missed',
  'cancelled',
] as const;
export type OccurrenceState = (typeof occurrenceStates)[number];

export type OccurrenceStep =
  /** an editor writes in it */
  | 'edit'
  | 'submit'
  /** the author takes it back, or the reviewer sends it back */
  | 'return'
  | 'approve'
  /** another day or time, by hand */
  | 'reschedule'
  | 'unschedule'
  /** its day is another one: holidays or the rule changed, or the notice was put to rest */
  | 'move'
  /** ten minutes before its time: now it can be stopped, or it goes */
  | 'hold'
  | 'stop'
  /** the hold is over: its sends begin */
  | 'go'
  /** all of its sends wait for a person, and go on */
  | 'pause'
  | 'resume'
  | 'finish'
  /** some of what was to go out did not */
  | 'fall_short'
  /** whether something went out is not known */
  | 'doubt'
  /** the platform took nothing of it */
  | 'refuse'
  /** its window passed */
  | 'miss'
  /** what was refused, or is in doubt, once more */
  | 'retry'
  | 'cancel'
  /** back to a draft, when nothing of it was begun */
  | 'reopen';

/** How sends end; `paused` ones can be called off or run out of their window too. */
const ends = {
  finish: 'done',
  fall_short: 'partly_done',
  doubt: 'in_doubt',
  refuse: 'refused',
  miss: 'missed',
  cancel: 'cancelled',
} as const;

const arrows: Readonly<Record<OccurrenceState, Readonly<Partial<Record<OccurrenceStep, OccurrenceState>>>>> =
  {
    draft: {
      ...{ edit: 'draft', submit: 'in_review', reschedule: 'draft', move: 'draft' },
      ...{ miss: 'missed', cancel: 'cancelled' },
    },
    in_review: {
      ...{ return: 'draft', approve: 'scheduled', move: 'draft' },
      ...{ miss: 'missed', cancel: 'cancelled' },
    },
    scheduled: {
      ...{ reschedule: 'scheduled', unschedule: 'draft', move: 'draft' },
      ...{ hold: 'about_to_go', miss: 'missed', cancel: 'cancelled' },
    },
    about_to_go: { stop: 'draft', move: 'draft', go: 'going', miss: 'missed' },
    going: { pause: 'paused', ...ends },
    paused: { resume: 'going', ...ends },
    done: {},
    partly_done: { retry: 'going' },
    in_doubt: { retry: 'going' },
    refused: { retry: 'going' },
    missed: { reopen: 'draft' },
    cancelled: { reopen: 'draft' },
  };

/** Where a step leads; null: it cannot be taken in this state. */
export function after(state: OccurrenceState, step: OccurrenceStep): OccurrenceState | null {
  return arrows[state][step] ?? null;
}

/** The steps that can be taken in a state. */
export function stepsFrom(state: OccurrenceState): readonly OccurrenceStep[] {
  return Object.keys(arrows[state]) as OccurrenceStep[];
}

/** States of an occurrence that nothing has gone out of: its day may still be another one. */
export const unsentStates = ['draft', 'in_review', 'scheduled', 'about_to_go'] as const;
