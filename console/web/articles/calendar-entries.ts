/** Articles as a calendar shows them: each at its time, on its day in the line's zone. */
import type { ArticleLine, CalendarDay } from '../api/article-types.js';
import { isWithin, type DayRange } from './calendar-range.js';
import type { Zone } from './calendar-zone.js';
import { momentsOf, type Moment } from './list-moments.js';

export interface CalendarEntry extends Moment {
  /** of this entry: an article may have two */
  readonly key: string;
  readonly line: ArticleLine;
  /** YYYY-MM-DD */
  readonly day: string;
  /** HH:MM */
  readonly time: string;
}

/** In the order of their times; what lies outside the range is left out. */
export function entriesOf(
  lines: readonly ArticleLine[],
  range: DayRange,
  zone: Zone,
): readonly CalendarEntry[] {
  return lines
    .flatMap((line) =>
      momentsOf(line).map((moment) => ({
        ...{ ...moment, line, key: `${moment.what} ${line.id}` },
        ...zone.wall(moment.at),
      })),
    )
    .filter(({ day }) => isWithin(range, day))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.line.id.localeCompare(b.line.id));
}

export interface AgendaDay {
  readonly day: string;
  readonly entries: readonly CalendarEntry[];
  readonly mark: CalendarDay | null;
}

/** Whether a day is one to be marked: off, worked, or with a name. */
export const isMarked = ({ off, worked, name }: CalendarDay): boolean => off || worked || name !== null;

/** Only days on which something is, or which are marked, or today. */
export function agendaOf(
  entries: readonly CalendarEntry[],
  days: readonly CalendarDay[],
  range: DayRange,
  today: string,
): readonly AgendaDay[] {
  const marks = new Map(days.filter(isMarked).map((mark) => [mark.day, mark]));
  const shown = new Set([...entries.map(({ day }) => day), ...marks.keys(), today]);
  return [...shown]
    .filter((day) => isWithin(range, day))
    .toSorted()
    .map((day) => ({
      day,
      entries: entries.filter((entry) => entry.day === day),
      mark: marks.get(day) ?? null,
    }));
}
