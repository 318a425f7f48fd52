/** What a calendar shows, articles and day notices: each at its time, on its day in the line's zone. */
import type { ArticleLine, CalendarDay } from '../api/article-types.js';
import type { OccurrenceLine } from '../api/occurrence-types.js';
import { isWithin, type DayRange } from './calendar-range.js';
import type { Zone } from './calendar-zone.js';
import { momentsOf, type Moment } from './list-moments.js';

interface Placed {
  /** of this entry: an article may have two */
  readonly key: string;
  /** ISO */
  readonly at: string;
  /** YYYY-MM-DD */
  readonly day: string;
  /** HH:MM */
  readonly time: string;
}

export interface ArticleEntry extends Placed, Moment {
  readonly kind: 'article';
  readonly line: ArticleLine;
}

export interface NoticeEntry extends Placed {
  readonly kind: 'notice';
  readonly line: OccurrenceLine;
}

export type CalendarEntry = ArticleEntry | NoticeEntry;

export interface Lines {
  readonly articles: readonly ArticleLine[];
  readonly notices: readonly OccurrenceLine[];
}

const keyOf = {
  article: (what: Moment['what'], id: string): string => `${what} ${id}`,
  notice: (id: string): string => `notice ${id}`,
};

/** The key of what can be moved. */
export const movableKey = (kind: CalendarEntry['kind'], id: string): string =>
  kind === 'article' ? keyOf.article('planned', id) : keyOf.notice(id);

/** In the order of their times; what lies outside the range is left out. */
export function entriesOf(
  { articles, notices }: Lines,
  range: DayRange,
  zone: Zone,
): readonly CalendarEntry[] {
  const ofArticles = articles.flatMap((line) =>
    momentsOf(line).map((moment): CalendarEntry => ({
      ...{ ...moment, kind: 'article', line, key: keyOf.article(moment.what, line.id) },
      ...zone.wall(moment.at),
    })),
  );
  const ofNotices = notices.map((line): CalendarEntry => ({
    ...{ kind: 'notice', line, key: keyOf.notice(line.id), at: line.at },
    ...zone.wall(line.at),
  }));
  return [...ofArticles, ...ofNotices]
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
