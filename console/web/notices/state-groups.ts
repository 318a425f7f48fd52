/** States as an editor sorts them: what is to be done about it. */
import { occurrenceStates, type OccurrenceState } from '../api/occurrence-types.js';

export const stateGroups = ['draft', 'in_review', 'scheduled', 'heed', 'over'] as const;
export type StateGroup = (typeof stateGroups)[number];

const groups: Readonly<Record<OccurrenceState, StateGroup>> = {
  draft: 'draft',
  in_review: 'in_review',
  scheduled: 'scheduled',
  about_to_go: 'scheduled',
  going: 'scheduled',
  paused: 'heed',
  done: 'over',
  partly_done: 'heed',
  in_doubt: 'heed',
  refused: 'heed',
  missed: 'over',
  cancelled: 'over',
};

export const groupOf = (state: OccurrenceState): StateGroup => groups[state];

/** States in which the line is busy with it, or soon will be. */
const busy: ReadonlySet<OccurrenceState> = new Set(['about_to_go', 'going']);
export const isBusy = (state: OccurrenceState): boolean => busy.has(state);

/** Its sends began. */
const begun: ReadonlySet<OccurrenceState> = new Set([
  'going',
  'paused',
  'done',
  'partly_done',
  'in_doubt',
  'refused',
]);
export const hasBegun = (state: OccurrenceState): boolean => begun.has(state);

export const isState = (text: string): text is OccurrenceState =>
  occurrenceStates.some((state) => state === text);
