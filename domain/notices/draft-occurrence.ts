/** The draft that stands for a notice on one of its days. */
import { addDays } from '../../questions/day.js';
import { momentOf } from '../calendar/moments.js';
import type { DayOfRule } from '../calendar/occurrences.js';
import { filled } from './notice-words.js';
import type { Notice, NoticeWays } from './notice.js';
import { occurrenceId, type Occurrence } from './occurrence.js';

const hourMs = 3_600_000;

/** When it goes out if nobody moves it, and until when it may. */
export function timesOf(
  { at, windowHours }: Pick<Notice, 'at' | 'windowHours'>,
  { on, lead, zone }: { readonly on: string; readonly lead: number; readonly zone: string },
): Pick<Occurrence, 'at' | 'windowEndsAt'> {
  const moment = momentOf(zone, addDays(on, -lead), at);
  return { at: moment, windowEndsAt: moment + windowHours * hourMs };
}

/** Leads take no unit of the month's budget unless an editor says so. */
const waysFor = (ways: NoticeWays, lead: number): NoticeWays => (lead === 0 ? ways : { ...ways, mass: null });

/**
 * What follows from the notice for a day, and from the year before where an editor changed the words then and nobody
 * changed the notice's since.
 */
export function derivedFor(
  notice: Notice,
  day: DayOfRule,
  {
    lead,
    zone,
    before,
  }: { readonly lead: number; readonly zone: string; readonly before: Occurrence | null },
) {
  const copied = before !== null && before.touched && before.editedAt > notice.editedAt ? before : null;
  const { on, confirmed } = day;
  const templates = copied?.templates ?? notice.texts;
  const { editedBy, editedAt } = copied ?? notice;
  return {
    ...{ on, confirmed, ...timesOf(notice, { on, lead, zone }) },
    ...{ templates, texts: filled(templates, { ...day, since: notice.since }) },
    ...{ article: notice.article, ways: waysFor(notice.ways, lead) },
    ...{ editedBy, editedAt, createdFrom: copied === null ? ('rule' as const) : ('copy' as const) },
  };
}

export type Derived = ReturnType<typeof derivedFor>;

/** The draft itself. `by`: who named the day; null: the notice's rule did. */
export function draftOf(
  notice: Notice,
  day: DayOfRule,
  given: {
    readonly lead: number;
    readonly zone: string;
    readonly before: Occurrence | null;
    readonly now: number;
    readonly by: string | null;
  },
): Occurrence {
  const { lead, now, by } = given;
  const derived = derivedFor(notice, day, given);
  const createdFrom = by === null ? derived.createdFrom : 'hand';
  return {
    ...{ id: occurrenceId(notice.id, day.nominal, lead), notice: notice.id, revision: 1, basis: 1 },
    ...{ nominal: day.nominal, lead, state: 'draft', stateAt: now },
    ...derived,
    ...{ createdFrom, followsRule: by === null, touched: by !== null, moved: false },
    ...{ submittedBy: null, approvedBy: null, checks: [], notes: [], startedAt: null, outcome: null },
    events: [{ at: now, by, what: 'create', detail: createdFrom }],
  };
}

/** The latest one before a day whose words next year's begin with. */
export function wordsBefore(
  all: readonly Occurrence[],
  { nominal, lead }: { readonly nominal: string; readonly lead: number },
): Occurrence | null {
  const earlier = all.filter(
    (one) => one.lead === lead && one.nominal < nominal && one.touched && one.state !== 'cancelled',
  );
  return earlier.toSorted((one, other) => (one.nominal < other.nominal ? 1 : -1))[0] ?? null;
}
