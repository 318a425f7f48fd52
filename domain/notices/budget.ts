/** What the platform lets an account send to many at once, and what one more would cost. */
import { sendsAMonth } from '../articles/publishing-ways.js';

/** - `service`: four a month to each follower
 *  - `subscription`: one a day
 *  - `none`: no account, or one that may not send */
export type AccountKind = 'service' | 'subscription' | 'none' | 'unknown';

/** A mass send that is planned. */
export interface PlannedSend {
  readonly kind: 'article' | 'notice';
  readonly id: string;
  /** milliseconds since 1970 */
  readonly at: number;
}

export interface Budget {
  /** `YYYY-MM`, or `YYYY-MM-DD` where the account may send once a day */
  readonly period: string;
  readonly most: number;
  /** what went out in it already, by the line and by hand */
  readonly sent: number;
  /** what is still to go, the earliest first */
  readonly planned: readonly PlannedSend[];
}

/** How many sends a period has, and how the period of a day is called. What is not known is taken for the stricter month. */
export function allowance(
  kind: AccountKind,
  day: string,
): { readonly period: string; readonly most: number } {
  if (kind === 'none') return { period: day.slice(0, 7), most: 0 };
  if (kind === 'subscription') return { period: day, most: 1 };
  return { period: day.slice(0, 7), most: sendsAMonth };
}

/**
 * Whether one that is to go now still has its place: what went takes the first ones, then each in the order of its time. One
 * that the period does not know of comes after all that it does.
 */
export function hasPlaceIn({ most, sent, planned }: Budget, own: Pick<PlannedSend, 'kind' | 'id'>): boolean {
  const at = planned.findIndex(({ kind, id }) => kind === own.kind && id === own.id);
  return sent + (at === -1 ? planned.length : at) < most;
}

/**
 * What would not arrive any more if this one went too: the latest of the period lose their place. Null: there is room.
 * Empty: this one itself would be the one too many.
 */
export function displacedBy(candidate: PlannedSend, budget: Budget): readonly PlannedSend[] | null {
  const others = budget.planned.filter(({ kind, id }) => kind !== candidate.kind || id !== candidate.id);
  const room = Math.max(0, budget.most - budget.sent);
  if (others.length + 1 <= room) return null;
  const inOrder = [...others, candidate].toSorted((one, other) => one.at - other.at);
  // what was over before is not this one's doing
  const lost = inOrder.slice(room);
  const before = others.toSorted((one, other) => one.at - other.at).slice(room);
  return lost.filter((one) => one !== candidate && !before.includes(one));
}
