import type { Occurrence, OccurrenceEvent } from '../../api/occurrence-types.js';

export type FellHow = 'return' | 'stop' | 'unschedule' | 'reopen' | 'holidays' | 'rule' | 'at_rest';

export interface FellBack {
  readonly how: FellHow;
  readonly event: OccurrenceEvent;
  /** what was written beside it */
  readonly note: string | null;
}

const byPeople = ['return', 'stop', 'unschedule', 'reopen'] as const;
const byLine = ['holidays', 'rule', 'at_rest'] as const;

/** Why it is a draft once more; null: it never was anything else, or somebody wrote in it since. */
export function fellBack({
  state,
  events,
  notes,
}: Pick<Occurrence, 'state' | 'events' | 'notes'>): FellBack | null {
  const event = events.at(-1);
  if (state !== 'draft' || event === undefined) return null;
  const how =
    event.what === 'move'
      ? byLine.find((one) => one === event.detail)
      : byPeople.find((one) => one === event.what);
  if (how === undefined) return null;
  const note = notes.findLast(({ at, by }) => at === event.at && by.id === event.by?.id);
  return { how, event, note: note?.text ?? null };
}
