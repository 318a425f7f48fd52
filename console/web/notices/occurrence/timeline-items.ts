/** The timeline: what happened, with what somebody wrote beside it. */
import type { Occurrence } from '../../api/occurrence-types.js';
import { timeline } from '../../texts/en/notices-work.js';

export type EventKey = keyof typeof timeline.events;

const isKey = (what: string): what is EventKey => Object.hasOwn(timeline.events, what);

/** The text for what a timeline names; the server may know more than this page. */
export const eventKey = (what: string): EventKey => (isKey(what) ? what : 'other');

export interface TimelineItem {
  readonly at: string;
  readonly what: EventKey;
  /** null: the line itself */
  readonly who: string | null;
  readonly note: string | null;
}

/** The latest first. */
export function timelineOf({ events, notes }: Pick<Occurrence, 'events' | 'notes'>): readonly TimelineItem[] {
  return events
    .map(({ at, by, what }): TimelineItem => {
      const note = notes.find((one) => one.at === at && one.by.id === by?.id);
      return { at, what: eventKey(what), who: by?.name ?? null, note: note?.text ?? null };
    })
    .toReversed();
}
