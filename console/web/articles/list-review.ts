/** Who may review what, and what has waited longest. */
import type { ArticleLine } from '../api/article-types.js';
import type { Me, StaffMember } from '../api/account-types.js';

/** Why somebody does not review an article; null: they may. */
export type NotForMe =
  /** their own words */
  | 'wrote'
  /** they sent it for review */
  | 'sent'
  /** a supervisor reviews only where no other editor could */
  | 'editor';

type Waiting = Pick<ArticleLine, 'editedBy' | 'submittedBy' | 'stateAt'>;

/** @param staff the other accounts; null: not known, and the server decides about supervisors */
export function notForMe(
  { editedBy, submittedBy }: Waiting,
  me: Pick<Me, 'id' | 'roles'>,
  staff: readonly Pick<StaffMember, 'id' | 'roles' | 'state'>[] | null,
): NotForMe | null {
  if (editedBy.id === me.id) return 'wrote';
  if (submittedBy?.id === me.id) return 'sent';
  if (me.roles.includes('editor') || staff === null) return null;
  const authors = [editedBy.id, submittedBy?.id];
  const another = staff.some(
    ({ id, roles, state }) => state === 'active' && roles.includes('editor') && !authors.includes(id),
  );
  return another ? 'editor' : null;
}

/** The one that has waited longest first. */
export const longestFirst = <T extends Pick<Waiting, 'stateAt'>>(articles: readonly T[]): readonly T[] =>
  articles.toSorted((a, b) => Date.parse(a.stateAt) - Date.parse(b.stateAt));

export interface Waited {
  readonly unit: 'now' | 'minutes' | 'hours' | 'days';
  readonly count: number;
}

const minuteMs = 60_000;

/** How long ago, in whole minutes up to an hour, hours up to two days, then days; less than a minute is now. */
export function waited(since: string, now: number): Waited {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / minuteMs));
  if (minutes === 0) return { unit: 'now', count: 0 };
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.floor(hours / 24) };
}
